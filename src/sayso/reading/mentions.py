"""Every expression that refers to an actor, a place, a time or a thing."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

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

LEAST = -1.45
"""Log odds that a mention needs where nothing else is."""

LEAST_BESIDE = 0.0
"""Log odds that a mention needs inside or around a surer one of its type, or with its very words.

Both swept on re3d's dev documents (exact F1 .64 to .65 from -1.2 to -2; .62 without the second).
"""


def mentions(text: str, marks: Marks, sentences: Sequence[Span]) -> tuple[Mention, ...]:
    """The mentions of a text by position; one inside another is kept where both are sure.

    No mention goes on from one of `sentences` into the next, and no two cross.
    """
    starts, ends = marks.pieces.starts, marks.pieces.ends
    opens = [start for start, _ in sentences]
    found: dict[tuple[int, int, MentionType], float] = {}
    for candidate in _chosen(marks.mentions):
        span = whole_words(text, (int(starts[candidate.first]), int(ends[candidate.last])))
        sentence = bisect_right(opens, span[0]) - 1
        if sentence >= 0 and span[1] <= sentences[sentence][1]:
            found.setdefault((*span, TYPES[candidate.type]), candidate.odds)
    return tuple(
        Mention(id=f"m{number}", start=start, end=end, type=kind, confidence=_probability(odds))
        for number, ((start, end, kind), odds) in enumerate(sorted(found.items()), 1)
    )


def _chosen(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The surest first; each next one if it is sure enough beside those that it overlaps."""
    chosen: list[Candidate] = []
    over: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda c: -c.odds):
        if candidate.type < len(TYPES) and candidate.odds > LEAST:
            pieces = range(candidate.first, candidate.last + 1)
            beside = {other for piece in pieces for other in over[piece]}
            if all(_fits(candidate, other) for other in beside):
                chosen.append(candidate)
                for piece in pieces:
                    over[piece].append(candidate)
    return chosen


def _fits(candidate: Candidate, surer: Candidate) -> bool:
    one, other = (candidate.first, candidate.last), (surer.first, surer.last)
    inside = other[0] <= one[0] and one[1] <= other[1]
    around = one[0] <= other[0] and other[1] <= one[1]
    if not inside and not around:
        return False
    same = candidate.type == surer.type or one == other
    return candidate.odds > LEAST_BESIDE or not same


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 3)
