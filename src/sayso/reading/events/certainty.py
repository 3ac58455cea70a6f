"""How an event stands to what happened: its mode, its status, and how sure its stater is."""

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from sayso import shipped
from sayso.reading.tagger.labels import EVENT_TYPES, FACTUALITIES, MODES, STATUSES
from sayso.reading.tagger.marks import Trigger
from sayso.reading.tagger.network import Floats
from sayso.records.vocabulary import EventStatus, Factuality

AGREEING: Final[Mapping[EventStatus, tuple[Factuality, ...]]] = {
    "actual": ("CT+", "PR+", "PS+"),
    "historical": ("CT+", "PR+", "PS+"),
    "future": ("CT+", "PR+", "PS+", "Uu"),
    "hypothetical": ("PR+", "PS+", "Uu", "PS-", "PR-"),
    "negated": ("CT-", "PR-", "PS-"),
}
"""What can be said together; the network answers the two questions apart."""

DONE: Final = frozenset(("actual", "historical"))
"""What an event that happened may be."""

APART: Final = 5.0
"""Log odds that a factuality loses for each step that it is further than one from the degree."""

SCALE: Final[Mapping[Factuality, float]] = {
    "CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "Uu": 0.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0,
}  # fmt: skip
"""FactBank's labels as degrees."""

MODED: Final = 0.5
"""Probability from which a mode is given."""


class Certainty(NamedTuple):
    """A status, a factuality, and the probability of the two together."""

    status: EventStatus
    factuality: Factuality
    chance: float


def certainty(
    trigger: Trigger,
    *,
    degree: float | None = None,
    left: frozenset[EventStatus] | None = None,
) -> Certainty:
    """The likeliest status and factuality that agree.

    `degree` is how factual the trigger is as a predicate, from -3 to 3. `left` is what grammar
    leaves the event to be; it is obeyed only where the event would else be taken for done, for
    open where grammar negates it, or for not done where grammar affirms it.
    """
    status = np.log(_softmax(trigger.status))
    factuality = np.log(_softmax(trigger.factuality))
    odds = {
        (one, other): float(status[STATUSES.index(one)] + factuality[FACTUALITIES.index(other)])
        for one, others in AGREEING.items()
        for other in others
    }
    best = max(odds, key=odds.__getitem__)
    if left and best[0] not in left and (best[0] != "negated" or left <= DONE):
        odds = {pair: value for pair, value in odds.items() if pair[0] in left}
        best = max(odds, key=odds.__getitem__)
    if degree is not None:
        told = {pair: odds[pair] - _apart(pair[1], degree) for pair in odds if pair[0] == best[0]}
        best = max(told, key=told.__getitem__)
    chances = np.exp(list(odds.values()))
    return Certainty(*best, float(np.exp(odds[best]) / chances.sum()))


def _apart(said: Factuality, degree: float) -> float:
    """What a label loses that is further from the degree than a step."""
    return APART * max(0.0, abs(SCALE[said] - degree) - 1.0)


def mode(trigger: Trigger) -> str | None:
    """The mode of the event's type, where one plainly fits."""
    fitting = _modes().get(EVENT_TYPES[trigger.type], [])
    if not fitting:
        return None
    chances = _softmax(trigger.mode[[MODES.index(name) for name in fitting]])
    return fitting[int(chances.argmax())] if chances.max() >= MODED else None


@cache
def _modes() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = shipped.table("sayso.reading.events", "modes")
    return found


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max())
    chances: Floats = powers / powers.sum()
    return chances
