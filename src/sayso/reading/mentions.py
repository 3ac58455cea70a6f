"""Every expression that refers to an actor, a place, a time or a thing."""

import math

from sayso.reading.tagger.marks import Marks
from sayso.reading.tagger.spans import whole_words
from sayso.records.reading import Mention
from sayso.records.vocabulary import MentionType

TYPES: tuple[MentionType, ...] = (
    "Person", "Organisation", "Location", "Nationality", "Weapon", "MilitaryPlatform", "Vehicle",
    "Temporal", "Quantity", "Money", "DocumentReference", "CommsIdentifier", "Url", "Coordinate",
    "Frequency",
)  # fmt: skip
"""In the order of the network's output."""

THRESHOLD = 0.0


def mentions(text: str, marks: Marks) -> tuple[Mention, ...]:
    """The mentions of a text by position; one inside another is kept."""
    starts, ends = marks.pieces.starts, marks.pieces.ends
    found: dict[tuple[int, int, MentionType], float] = {}
    for candidate in marks.mentions:
        if candidate.type < len(TYPES) and candidate.odds > THRESHOLD:
            span = whole_words(text, (int(starts[candidate.first]), int(ends[candidate.last])))
            key = (*span, TYPES[candidate.type])
            found[key] = max(candidate.odds, found.get(key, candidate.odds))
    return tuple(
        Mention(id=f"m{number}", start=start, end=end, type=kind, confidence=_chance(odds))
        for number, ((start, end, kind), odds) in enumerate(sorted(found.items()), 1)
    )


def _chance(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 3)
