"""The sides of an event, its means, place and time: what the marks say of each role, in spans."""

import re
from collections.abc import Sequence
from typing import Final

from sayso.reading.datelines import begins
from sayso.reading.tagger.labels import ARGUMENTS
from sayso.reading.tagger.marks import Trigger
from sayso.reading.tagger.pieces import Pieces
from sayso.reading.tagger.spans import stretches, whole_words
from sayso.records.text import Span, Spans

LEAST: Final = {"actor": -0.6, "recipient": -0.9, "place": -1.0, "time": -0.5, "instrument": -1.0}
"""Log odds from which a piece is in a role."""

_EDGE = " \t\r\n\"'“”‘’`,;:.—–-()[]"
_LEADING = re.compile(r"(?:by|with|of|from|against|to|that|and|or)\s+", re.IGNORECASE)
_EMPTY = re.compile(r"(?:an?|the|and|or|of|in|on|at|by|for|to|with)", re.IGNORECASE)
"""Words that alone are nobody and nowhere."""
_LETTERS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
"""An abbreviation that stops end in themselves: half of "U.S." is no side."""
_LONGEST = 10
_BRIDGE = re.compile(r"[\s\-–'’.&]*")


def filled(text: str, pieces: Pieces, trigger: Trigger, role: str, sentence: Span) -> Spans:
    """The spans of a role in the trigger's own sentence; () where nothing is marked.

    Stretches that only a hyphen, an apostrophe or the like parts are one.
    """
    row = trigger.arguments[ARGUMENTS.index(role)]
    runs = [
        (int(pieces.starts[trigger.offset + first]), int(pieces.ends[trigger.offset + end - 1]))
        for first, end in stretches(row > LEAST[role])
    ]
    inside = [
        (max(start, sentence[0]), min(end, sentence[1]))
        for start, end in runs
        if start < sentence[1] and end > sentence[0]
    ]
    return tuple(
        span
        for start, end in _joined(text, [whole_words(text, span) for span in inside])
        for span in _trimmed(text, (start if role == "place" else begins(text, start), end))
    )


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in spans:
        if found and _BRIDGE.fullmatch(text, found[-1][1], start):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _trimmed(text: str, span: Span) -> Spans:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    opened = text.rfind("(", start, end)
    if opened > start and text.find(")", opened, end) < 0:  # "the Trade Agreement (TA"
        end = start + len(text[start:opened].rstrip())
    for match in _LETTERS.finditer(text, max(0, start - _LONGEST), end + _LONGEST):
        if match.start() < end and start < match.end():
            start, end = min(start, match.start()), max(end, match.end())
    said = text[start:end]
    named = any(c.isalnum() for c in said) and not _EMPTY.fullmatch(said)
    return ((start, end),) if named else ()
