"""Where names stand in one document: what reading finds capitalised, put right for the desk."""

import re
from collections.abc import Iterator

from msgspec import Struct

from sayso.knowledge.actors.spelling import titles
from sayso.reading.sourcing.lexicon import grammar, terms
from sayso.reading.sourcing.names import Occurrence, occurrences
from sayso.reading.sourcing.nouns import bare, names_outlet
from sayso.records.reading import Analysis

_OWNED = re.compile(r"[’']\s")
_ARTICLED = re.compile(r" [aeu][a-z]{1,2}-[A-Z]\w+")
_OPENS = re.compile(r"(?:[\"“'‘]|[—–:] ?)$")
_SITE = re.compile(r"\b(?:Road|Street|Avenue|Square|Bridge|Lane|Boulevard|Highway)$")


class Named(Struct, frozen=True, kw_only=True):
    """A name as it stands. `opens`: it is one word that begins a sentence, so that its capital
    says nothing. `articled`: "the" stands before it, as before no person's name."""

    start: int
    end: int
    text: str
    opens: bool
    place: bool
    articled: bool


def named(analysis: Analysis) -> tuple[Named, ...]:
    """Find the names of a document, in text order, each without title and article."""
    text = analysis.text
    openings = {sentence.start for sentence in analysis.sentences or ()}
    places = [(place.start, place.end) for place in analysis.places or () if place.use != "demonym"]
    return tuple(
        Named(
            start=start,
            end=end,
            text=text[start:end],
            opens=" " not in text[start:end]
            and (start in openings or bool(_OPENS.search(text, max(0, start - 3), start))),
            place=(start, end) in places or bool(_SITE.search(text[start:end])),
            articled=text[max(0, start - 4) : start].lower() == "the ",
        )
        for start, end in _joined(text, occurrences(text))
        if text[start:end].lower() not in titles()
    )


def _joined(text: str, found: Iterator[Occurrence]) -> Iterator[tuple[int, int]]:
    """Names whole: "Quay Hands' Association", "Northern Wire", without "on Friday"."""
    last: tuple[int, int] | None = None
    for each in found:
        start, end = _with_title(text, each), _without_day(text, each.start, each.end)
        if more := _ARTICLED.match(text, end):
            end = more.end()
        if last and _OWNED.fullmatch(text[last[1] : start]):
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _with_title(text: str, each: Occurrence) -> int:
    """Where a name begins that was taken for a title and a name: "Northern Wire"."""
    if each.title and (
        bare(each.title) in terms("demonyms") or names_outlet(f"{each.title} {each.text}")
    ):
        begin = text.rfind(each.title.split()[0], 0, each.start)
        return begin if begin >= 0 else each.start
    return each.start


def _without_day(text: str, start: int, end: int) -> int:
    words = text[start:end].split()
    while len(words) > 1 and words[-1].lower() in grammar("calendar"):
        words = words[:-2] if words[-2].islower() else words[:-1]
    return start + len(" ".join(words)) if words else end
