"""How sure whoever states something is of it, in words, and in the terms of ICD 203."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Literal

from sayso.reading.factuality.estimative import estimates, meaning
from sayso.records.text import Span
from sayso.records.vocabulary import EventStatus, Factuality
from sayso.report.words import one_line, shorten

Certainty = Literal["asserted", "probable", "possible", "denied", "open"]
"""What a line style stands for."""

CERTAINTIES: dict[Certainty, str] = {
    "asserted": "asserted",
    "probable": "probable",
    "possible": "possible",
    "denied": "denied or doubted",
    "open": "left open",
}

SURE: dict[Factuality, str] = {
    "CT+": "asserted",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "denied",
    "PR-": "probably not",
    "PS-": "possibly not",
    "CTu": "known, not said which",
    "Uu": "left open",
}
"""FactBank's scale in words, the surest first."""

STATUSES: dict[EventStatus, str] = {
    "actual": "as done",
    "historical": "as long past",
    "future": "as to come",
    "hypothetical": "as hypothetical",
    "negated": "as not done",
}
"""PLOVER's auxiliary modes in words: how the statement tells of it."""

_CLASSES: dict[Factuality, Certainty] = {
    "CT+": "asserted",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "denied",
    "PR-": "denied",
    "PS-": "denied",
    "CTu": "open",
    "Uu": "open",
}
_MOST = 3
_PHRASE = 40


def certainty(factuality: Factuality) -> Certainty:
    """Give the class that a line style stands for."""
    return _CLASSES[factuality]


def estimatives(text: str) -> Callable[[Iterable[Span]], tuple[str, ...]]:
    """Give a function that tells the estimative words in some spans of a text, each once and
    with what it stands for."""
    found = estimates(text)

    def within(spans: Iterable[Span]) -> tuple[str, ...]:
        told: dict[str, None] = {}
        for start, end in spans:
            first = bisect_left(found, start, key=lambda one: one.start)
            for one in found[first : first + _MOST]:
                if one.end <= end:
                    words = shorten(one_line(text[one.start : one.end]), _PHRASE)
                    told[f"“{words}”: {meaning(one.wording)}"] = None
        return tuple(told)[:_MOST]

    return within
