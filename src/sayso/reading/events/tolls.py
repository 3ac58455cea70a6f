"""Tolls as the text states them: who many were killed, wounded or held, and within what bounds."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from sayso.reading.times.numerals import NUMBER_WORDS, number
from sayso.records.reading import Quantity
from sayso.records.text import Span

_ROUND: Final = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
"""Plurals of round numbers: at least two of them."""

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+|a dozen|two dozen|"
    + "|".join(_ROUND)
    + r"|(?:"
    + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
    + r")(?:[ -](?:and )?(?:"
    + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
    + r"))*)"
)
_BOUND = (
    r"(?:at least|no fewer than|not less than|more than|over|up to|as many as|at most|nearly|almost"
    r"|about|around|some|an estimated|roughly)"
)
_COUNT = rf"(?<!\bno )\b(?P<text>(?:(?P<bound>{_BOUND}) )?(?P<number>{_NUMBER}))\b"
_PEOPLE = r"(?: (?!and\b|or\b|but\b)[\w'’-]+){0,4}?"
_WORDS: Final = {
    "killed": r"killed|dead|died|slain|shot dead|martyred|lost their lives|executed",
    "injured": r"injured|wounded|hurt|hospitali[sz]ed",
    "detained": r"arrested|detained|rounded up|captured",
}
_DOING: Final = {
    "killed": r"kill(?:ed|ing|s)|claim(?:ed|ing) the lives of|left|leaving",
    "injured": r"(?:injur|wound)(?:ed|ing|es|s)",
    "detained": r"(?:arrest|detain|captur)(?:ed|ing|s)",
}


class Toll(NamedTuple):
    """A stated number and where it stands."""

    span: Span
    quantity: Quantity


def _patterns() -> Iterator[tuple[Literal["killed", "injured", "detained"], re.Pattern[str]]]:
    after = r"(?:,? (?:who )?(?:were|was|had been|have been|are|is|being|reported|confirmed|left))*"
    for of in ("killed", "injured", "detained"):
        passive = rf"{_COUNT}(?: of{_PEOPLE})?{_PEOPLE}{after} (?:{_WORDS[of]})\b"
        yield of, re.compile(passive, re.IGNORECASE)
        if of == "killed":
            active = rf"\b(?:kill(?:ed|ing|s)|claim(?:ed|ing) the lives of) {_COUNT}"
        else:
            active = rf"\b(?:{_DOING[of]}) {_COUNT}"
        yield of, re.compile(active, re.IGNORECASE)
    second = (
        rf"\b(?:killed|dead|died)\b[^.;]{{0,40}}? and {_COUNT}{_PEOPLE}(?: others)?{after}"
        rf" (?:{_WORDS['injured']})\b"
    )
    yield "injured", re.compile(second, re.IGNORECASE)


_PATTERNS = tuple(_patterns())


def tolls(text: str, sentence: Span) -> list[Toll]:
    """The tolls that a sentence states, each number once, in text order."""
    found: dict[Span, Toll] = {}
    for of, pattern in _PATTERNS:
        for match in pattern.finditer(text, *sentence):
            span = match.span("number")
            quantity = _bounded(of, match["text"], match["bound"], match["number"])
            if quantity is not None and span not in found:
                found[span] = Toll(match.span("text"), quantity)
    return [found[span] for span in sorted(found)]


def _bounded(
    of: Literal["killed", "injured", "detained"], said: str, bound: str | None, digits: str
) -> Quantity | None:
    """As said: "at least 12" is a lower bound, "up to 12" an upper one, "about 12" neither."""
    word = digits.lower()
    value = {"a dozen": 12, "two dozen": 24}.get(word) or _ROUND.get(word)
    if value is None:
        spelled = number(word)
        if spelled is None or spelled.denominator != 1:
            return None
        value = int(spelled)
    least: int | None = None
    most: int | None = None
    match (bound or "").lower():
        case "at least" | "no fewer than" | "not less than":
            least = value
        case "more than" | "over":
            least = value + 1
        case "up to" | "as many as" | "at most":
            most = value
        case "":
            least, most = value, None if word in _ROUND else value
        case _:
            pass
    return Quantity(of=of, text=said, least=least, most=most)
