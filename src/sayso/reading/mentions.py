"""Every expression that refers to an actor, a place, a time or a thing."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import cast

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

LEAST = -1.45
"""Log odds that a mention needs where nothing else is."""

LEAST_REFERENCE = 0.0
"""The same of a bare reference, of which there are many."""

LEAST_BESIDE = 0.0
"""Log odds that a mention needs inside or around a surer one of its type, or with its very words.

Both swept on re3d's dev documents with the network at two thirds of its training: exact F1 .636,
.644 and .648 at -0.9, -1.2 and -1.45; at -0.9 it is .619 without the second.
"""


def mentions(text: str, marks: Marks, sentences: Sequence[Span]) -> tuple[Mention, ...]:
    """The mentions of a text by position; one inside another is kept where both are sure.

    No mention goes on from one of `sentences` into the next, and no two cross. Those of the type
    REFERENCE refer to something that only their entity can tell.
    """
    starts, ends = marks.pieces.starts, marks.pieces.ends
    opens = [start for start, _ in sentences]
    found: dict[tuple[int, int, str], float] = {}
    for candidate in _chosen(marks.mentions):
        span = whole_words(text, (int(starts[candidate.first]), int(ends[candidate.last])))
        sentence = bisect_right(opens, span[0]) - 1
        if sentence >= 0 and span[1] <= sentences[sentence][1]:
            found.setdefault((*span, (*TYPES, REFERENCE)[candidate.type]), candidate.odds)
    return tuple(
        Mention(
            id=f"m{number}",
            start=start,
            end=end,
            type=cast("MentionType", kind),
            confidence=_probability(odds),
        )
        for number, ((start, end, kind), odds) in enumerate(sorted(found.items()), 1)
    )


def _chosen(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The surest first; each next one if it is sure enough beside those that it overlaps."""
    chosen: list[Candidate] = []
    over: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=_rank):
        if candidate.odds > (LEAST_REFERENCE if candidate.type == len(TYPES) else LEAST):
            pieces = range(candidate.first, candidate.last + 1)
            beside = {other for piece in pieces for other in over[piece]}
            if all(_fits(candidate, other) for other in beside):
                chosen.append(candidate)
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


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 3)
