"""Which known actor a document means, with the reason, or none.

>>> link(["Iraq"], "Location").actor.id
'state-iq'
"""

import math
from collections.abc import Collection, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct

from sayso import shipped
from sayso.knowledge.actors.actor import Actor
from sayso.knowledge.actors.actors import Actors, load
from sayso.knowledge.actors.comparing import Asked, Compared, agreement, compare
from sayso.records.vocabulary import MentionType

_NAMES = 12
"""Names of one entity that are tried: what comes after the twelfth spelling is a typing error."""


class Link(Struct, frozen=True, kw_only=True):
    """A decision: who, how sure (a calibrated probability), and what was compared."""

    actor: Actor
    confidence: float
    reason: tuple[str, ...]


def link(  # noqa: PLR0913
    names: Sequence[str],
    type: MentionType,  # noqa: A002
    *,
    country: str | None = None,
    context: Collection[str] = (),
    on_date: str | None = None,
    actors: Actors | None = None,
    threshold: float | None = None,
) -> Link | None:
    """The actor that goes by these names, or None where none is likely enough.

    `country`: ISO 3166-1 alpha-3, as the text has it. `context`: plain words of the text.
    `on_date`: the ISO date that posts must fit. `threshold`: the least confidence; the default
    stands in `data/weights.toml`.
    """
    asked = Asked(
        names=tuple(dict.fromkeys(islice((n for n in names if n.strip()), _NAMES))),
        person=type == "Person",
        state=type in ("Location", "Nationality"),
        countries=frozenset([country] if country else []),
        context=frozenset(context),
        on_date=on_date,
    )
    best = max(
        candidates(asked, load() if actors is None else actors),
        key=lambda one: (score(one), one.actor.id),
        default=None,
    )
    if best is None:
        return None
    least = _weights()["threshold"] if threshold is None else threshold
    if _confidence(best) < least:
        return None
    return _link(best)


def called(name: str, *, actors: Actors | None = None) -> tuple[Link, ...]:
    """Everyone who goes by a name, whatever they are, the likeliest first."""
    known = load() if actors is None else actors
    found = [
        one
        for person in (True, False)
        for one in candidates(
            Asked(
                names=(name,),
                person=person,
                state=False,
                countries=frozenset(),
                context=frozenset(),
                on_date=None,
            ),
            known,
        )
    ]
    return tuple(map(_link, sorted(found, key=lambda one: (-score(one), one.actor.id))))


def candidates(asked: Asked, actors: Actors) -> list[Compared]:
    """Everyone of that name and kind, compared."""
    found = {
        actor.id: (actor, agreed)
        for name in asked.names
        for actor in actors.find(name, person=asked.person)
        if (actor.state or not asked.state) and (agreed := agreement(asked, actor))
    }
    return [
        compare(asked, actor, agreed, [other for _, other in found.values() if other is not agreed])
        for actor, agreed in found.values()
    ]


def score(compared: Compared) -> float:
    """The log-odds that a candidate is meant."""
    weights = _weights()
    return sum(weights[name] * number for name, number in compared.numbers.items())


def _confidence(compared: Compared) -> float:
    return 1 / (1 + math.exp(-score(compared)))


def _link(compared: Compared) -> Link:
    confidence = round(_confidence(compared), 3)
    return Link(actor=compared.actor, confidence=confidence, reason=compared.reason)


@cache
def _weights() -> dict[str, float]:
    return shipped.table("sayso.knowledge.actors", "data/weights")
