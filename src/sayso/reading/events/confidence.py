"""How likely an event is right as a whole: its type, its status, and somebody on either side.

The curve is a logistic regression of few parameters, fitted by `training/events_confidence.py` on
the labelled sentences that are held out, and shipped as `models/events_confidence.json`.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

import msgspec

from sayso.reading.confidence import Curve
from sayso.reading.events.arguments import LEAST
from sayso.reading.events.certainty import Certainty
from sayso.reading.tagger.labels import ARGUMENTS
from sayso.reading.tagger.marks import Trigger
from sayso.reading.tagger.pieces import Pieces
from sayso.records.text import Span

MOST: Final = 6.0
"""Beyond so many log odds either way, a side is as sure as it gets."""


class EventEvidence(NamedTuple):
    """What speaks for an event.

    `trigger`: log odds that it is one of its type. `certainty`: probability of its status and
    factuality. `actor`, `recipient`: how far the surest piece of the sentence is from the bar that
    fills the role, either way, in log odds. `sides`: how many of the two are filled.
    """

    trigger: float
    certainty: float
    actor: float
    recipient: float
    sides: float


def evidence(
    trigger: Trigger, sure: Certainty, pieces: Pieces, sentence: Span, filled: Sequence[bool]
) -> EventEvidence:
    """Collect it; `filled` says of actor and recipient whether anybody is there."""
    inside = pieces.touched(sentence)
    first, end = inside.start - trigger.offset, inside.stop - trigger.offset
    rows = trigger.arguments[:, max(0, first) : max(1, end)]
    apart = {
        role: min(MOST, abs(float(rows[ARGUMENTS.index(role)].max()) - LEAST[role]))
        for role in ("actor", "recipient")
    }
    return EventEvidence(
        trigger.odds, sure.chance, apart["actor"], apart["recipient"], float(sum(filled))
    )


@cache
def curve() -> Curve:
    """The curve that ships."""
    file = resources.files("sayso.models") / "events_confidence.json"
    return msgspec.json.decode(file.read_bytes(), type=Curve)
