"""Who is meant by a description: "the envoy" is whoever is called so beside a name, "the union" the
body whose name ends in that word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.desk.origins.names import Names
from sayso.reading.sourcing.nouns import is_person
from sayso.records.reading import Analysis

_BEFORE = re.compile(r"([A-Za-z-]+),?\s+$")
_AFTER = re.compile(
    r",\s+(?:(?:the|a|an|its|their)\s+)?(?:[\w’'-]+\s+){0,3}?([a-z-]+)\b"
    r"(?=,|\s+(?:of|for|at|in|who)\b)"
)
_SAID = re.compile(r"\b[Tt]he\s+(?:[a-z-]+[’']s\s+)?([a-z-]+)(?:\s+([a-z-]+))?\b")
_REACH = 30


class Descriptions:
    """Who fits a description in each document: somebody named there who is called so somewhere."""

    def __init__(self, analyses: Sequence[Analysis], names: Names) -> None:
        nouns: dict[str, set[str]] = defaultdict(set)
        for analysis in analyses:
            for bearer, noun in _called(analysis, names):
                nouns[bearer].add(noun)
        self._nouns: Mapping[str, set[str]] = dict(nouns)
        self._fits: Mapping[str, Mapping[str, str]] = {
            analysis.id: _only(
                {use.bearer for use in names.uses[analysis.id]} & nouns.keys(), nouns
            )
            for analysis in analyses
        }

    def nouns(self, bearer: str) -> Iterable[str]:
        """Give the nouns that a bearer is called by anywhere, in order."""
        return sorted(self._nouns.get(bearer, ()))

    def within(self, analysis: Analysis, start: int, end: int) -> Iterator[str]:
        """Give the bearers whom a stretch of text describes without their names."""
        fits = self._fits[analysis.id]
        for match in _SAID.finditer(analysis.text, start, end):
            found = next((fits[noun] for noun in (match[2], match[1]) if noun in fits), None)
            if found:
                yield found


def _only(bearers: set[str], nouns: Mapping[str, set[str]]) -> dict[str, str]:
    """Each noun that fits one of the bearers and no other."""
    fits: dict[str, set[str]] = defaultdict(set)
    for bearer in bearers:
        for noun in nouns[bearer]:
            fits[noun].add(bearer)
    return {noun: next(iter(found)) for noun, found in fits.items() if len(found) == 1}


def _called(analysis: Analysis, names: Names) -> Iterator[tuple[str, str]]:
    text = analysis.text
    for use in names.uses[analysis.id]:
        if use.bearer in names.bodies:
            last = text[use.start : use.end].split()[-1]
            if " " in text[use.start : use.end]:
                yield use.bearer, last.lower()
            continue
        if use.place:
            continue
        before = _BEFORE.search(text, max(0, use.start - _REACH), use.start)
        after = _AFTER.match(text, use.end)
        for match in (before, after):
            if match and is_person(match[1].lower()):
                yield use.bearer, match[1].lower()
