"""Every expression that refers to an actor, a place, a time or a thing."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, cast

from sayso.reading.confidence import probability
from sayso.reading.tagger.marks import Candidate, Marks
from sayso.reading.tagger.spans import whole_words
from sayso.records.reading import Mention
from sayso.records.text import Span
from sayso.records.vocabulary import MentionType

TYPES: tuple[MentionType, ...] = (
    "Person", "Organisation", "Location", "Nationality", "Weapon", "MilitaryPlatform", "Vehicle",
    "Temporal", "Quantity", "Money", "DocumentReference", "CommsIdentifier", "Url", "Coordinate",
    "Frequency",
)  # fmt: skip
"""In the order of the network's output."""

REFERENCE = "reference"
"""What the network calls a noun phrase that refers, whatever to."""

LEAST = -2.2
"""Log odds that a mention needs where nothing else is."""

LEAST_REFERENCE = 0.0
"""The same of a bare reference, of which there are many."""

LEAST_BESIDE = 0.0
"""Log odds that a mention needs inside or around a surer one of its type, or with its very words.

The first was swept on re3d's dev documents: F1 of exact spans .641, .647 and .645 at -1.4, -1.8 and
-2.2, of overlapping ones .724, .730 and .731. Without the second an earlier network had .619
exact, and .636 with it.
"""


_GENITIVE = re.compile(r"['’][sS]$|(?<=[sS])['’]$")


class Found(NamedTuple):
    """Mentions by position, and for each which of the network's candidates it was."""

    mentions: tuple[Mention, ...]
    rows: tuple[int, ...]


def mentions(text: str, marks: Marks, sentences: Sequence[Span]) -> Found:
    """The mentions of a text; one inside another is kept where both are sure.

    No mention goes on from one of `sentences` into the next, no two cross, and none ends in the
    mark of a genitive, as in re3d and MEANTIME: "Raqqa's" mentions "Raqqa". Those of the type
    REFERENCE refer to something that only their entity can tell.
    """
    starts, ends = marks.pieces.starts, marks.pieces.ends
    opens = [start for start, _ in sentences]
    found: dict[tuple[int, int, str], tuple[float, int]] = {}
    for row in _chosen(marks.mentions):
        candidate = marks.mentions[row]
        whole = whole_words(text, (int(starts[candidate.first]), int(ends[candidate.last])))
        span = _without_genitive(text, _behind_bracket(text, whole))
        sentence = bisect_right(opens, span[0]) - 1
        if sentence >= 0 and span[1] <= sentences[sentence][1]:
            found.setdefault((*span, (*TYPES, REFERENCE)[candidate.type]), (candidate.odds, row))
    ordered = sorted(found.items())
    return Found(
        tuple(
            Mention(
                id=f"m{number}",
                start=start,
                end=end,
                type=cast("MentionType", kind),
                confidence=probability(odds),
            )
            for number, ((start, end, kind), (odds, _)) in enumerate(ordered, 1)
        ),
        tuple(row for _, (_, row) in ordered),
    )


def _behind_bracket(text: str, span: Span) -> Span:
    """A span without the end of a bracket that opens before it: "IRGC) Quds Force"."""
    start, end = span
    closed = text.find(")", start, end)
    if closed < 0 or text.find("(", start, closed) >= 0:
        return span
    rest = text[closed + 1 : end].lstrip()
    return (end - len(rest), end) if rest else (start, closed)


def _without_genitive(text: str, span: Span) -> Span:
    start, end = span
    mark = _GENITIVE.search(text[start:end])
    return (start, start + mark.start()) if mark and mark.start() else span


def _chosen(candidates: Sequence[Candidate]) -> list[int]:
    """The rows of the surest first; each next one if it is sure enough beside those it overlaps."""
    chosen: list[int] = []
    over: defaultdict[int, list[Candidate]] = defaultdict(list)
    for row in sorted(range(len(candidates)), key=lambda row: _rank(candidates[row])):
        candidate = candidates[row]
        if candidate.odds > (LEAST_REFERENCE if candidate.type == len(TYPES) else LEAST):
            pieces = range(candidate.first, candidate.last + 1)
            beside = {other for piece in pieces for other in over[piece]}
            if all(_fits(candidate, other) for other in beside):
                chosen.append(row)
                for piece in pieces:
                    over[piece].append(candidate)
    return chosen


def _rank(candidate: Candidate) -> tuple[bool, float]:
    """What has a type comes before a bare reference: it says more of the same words."""
    return candidate.type == len(TYPES), -candidate.odds


def _fits(candidate: Candidate, other: Candidate) -> bool:
    one, two = (candidate.first, candidate.last), (other.first, other.last)
    inside = two[0] <= one[0] and one[1] <= two[1]
    around = one[0] <= two[0] and two[1] <= one[1]
    if not inside and not around:
        return False
    if candidate.type == len(TYPES):
        return one != two
    same = candidate.type == other.type or one == two
    return candidate.odds > LEAST_BESIDE or not same
