"""Where names stand in a text: runs of capitalised words, without titles and articles."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.reading.sourcing.lexicon import grammar, terms
from sayso.reading.sourcing.nouns import (
    bare,
    is_body,
    is_capital,
    is_common,
    is_possessive,
    is_title,
    without_genitive,
)
from sayso.records.text import Span

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|[^\W_]+(?:[.&'’-][^\W_]+)*(?:['’](?!\w))?")


_JOINED = 6
"""Words after "and" in which the noun of a body's name stands; longer runs are headlines."""


class Occurrence(Struct, frozen=True, kw_only=True):
    """One place where a name stands; `title` is what stood before it: "Defence Secretary"."""

    start: int
    end: int
    text: str
    title: str = ""


def occurrences(text: str) -> Iterator[Occurrence]:
    """Find the names of a text, in text order, in one pass over its words."""
    run: list[Span] = []
    for match in _TOKEN.finditer(text):
        span, word = match.span(), match.group()
        if run and not _joins(text, run[-1], span, word):
            yield from _names(text, run)
            run = []
        if is_capital(word) or (run and _is_link(word)):
            run.append(span)
    yield from _names(text, run)


def _is_link(word: str) -> bool:
    return word in grammar("links") or word in grammar("name_joins")


def _joins(text: str, last: Span, span: Span, word: str) -> bool:
    before, gap = text[last[0] : last[1]], text[last[1] : span[0]]
    close = gap == " " or (gap == ". " and bare(before) in terms("titles"))
    return close and not is_possessive(before) and (is_capital(word) or _is_link(word))


def _names(text: str, run: Sequence[Span]) -> Iterator[Occurrence]:
    """Split a run at each "of" or "and" that joins two names, and take each part as one."""
    words = [text[start:end] for start, end in run]
    begin = 0
    for at, word in enumerate(words):
        if word in grammar("name_joins") and not _inside_name(
            words[begin : at + _JOINED], at - begin
        ):
            yield from _one(text, run[begin:at], words[begin:at])
            begin = at + 1
    yield from _one(text, run[begin:], words[begin:])


def _inside_name(words: Sequence[str], join: int) -> bool:
    """Whether a join is inside one name: "Ministry of Defence"."""
    if join and is_body(words[join - 1]):
        return True
    return words[join] in {"and", "&"} and any(
        is_body(word) for word in words[join : join + _JOINED]
    )


def _one(text: str, run: Sequence[Span], words: Sequence[str]) -> Iterator[Occurrence]:
    """Cut openers, titles and dangling links off; a name before a title is one of its own."""
    end = len(words)
    while end and _is_link(words[end - 1]):
        end -= 1
    first = 0
    while first < end and bare(words[first]) in grammar("openers"):
        first += 1
    begin = _after_titles(words[:end], first)
    if begin >= end or (end - begin == 1 and is_common(words[begin])):
        return
    lead = first
    while lead < begin and not is_title(words[lead]):
        lead += 1
    if lead > first:
        yield _occurrence(text, run[first:lead])
    yield _occurrence(text, run[begin:end], title=" ".join(words[first:begin]))


def _occurrence(text: str, run: Sequence[Span], *, title: str = "") -> Occurrence:
    start, end = run[0][0], run[-1][1]
    name = without_genitive(text[start:end])
    return Occurrence(start=start, end=start + len(name), text=" ".join(name.split()), title=title)


def _after_titles(words: Sequence[str], first: int) -> int:
    """Index of the name after the last title: "Dune Corp. Chairman Ana Bel" has it at "Ana"."""
    for index in range(len(words) - 2, first - 1, -1):
        plain = index == first or bare(words[index]) not in terms("demonyms")
        if plain and is_title(words[index]) and not is_body(words[-1]):
            return index + 1
    return first
