"""Which of the marked triggers name an event."""

from collections.abc import Iterable

from sayso.reading.tagger.labels import EVENT_TYPES
from sayso.reading.tagger.marks import Trigger

LEAST = -0.6
"""Log odds from which a trigger counts."""

LEAST_INSIDE = 0.4
"""The same where a surer trigger of another type shares pieces with it: "threatened to bomb" is
a threat, and inside it the assault that is threatened."""


def chosen(triggers: Iterable[Trigger]) -> list[Trigger]:
    """The triggers that count, in text order; of two that share pieces the surer one, and the other
    only where it is sure too. One type names no stretch twice."""
    kept: list[Trigger] = []
    for trigger in sorted(triggers, key=lambda t: -t.odds):
        beside = [other for other in kept if _shared(trigger, other)]
        if any(other.type == trigger.type for other in beside):
            continue
        if trigger.odds >= (LEAST_INSIDE if beside else LEAST):
            kept.append(trigger)
    return sorted(kept, key=lambda t: (t.first, t.end, EVENT_TYPES[t.type]))


def _shared(one: Trigger, other: Trigger) -> bool:
    return one.first < other.end and other.first < one.end
