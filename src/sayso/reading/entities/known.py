"""What knowledge says of a name as it stands, whatever the network takes its bearer for."""

from functools import lru_cache

from sayso.knowledge.actors.actors import Actors
from sayso.knowledge.actors.actors import load as load_actors
from sayso.knowledge.actors.comparing import Asked
from sayso.knowledge.actors.link import candidates
from sayso.knowledge.actors.spelling import bare
from sayso.knowledge.gazetteer import load as load_gazetteer
from sayso.knowledge.gazetteer import precision

_SETTLED = 5000
"""People of a place below which its name is not taken for a place's without more: GeoNames has
villages called like most things."""
_STATE = "state-"


def actors_called(name: str, *, person: bool) -> frozenset[str]:
    """The ids of actors whose full name or alias it is."""
    return _called(name, load_actors(), person=person)


def is_state(name: str) -> bool:
    """Whether it is the full name or an alias of a state."""
    return any(one.startswith(_STATE) for one in actors_called(bare(name), person=False))


def is_place(name: str) -> bool:
    """Whether it is a state, a division or a town, and no group that is known of that name."""
    said = bare(name)
    if any(not one.startswith(_STATE) for one in actors_called(said, person=False)):
        return False
    return is_state(said) or any(
        found.exact
        and found.population >= _SETTLED
        and precision(found.feature) in ("country", "division", "settlement")
        for found in load_gazetteer().lookup(said)
    )


def is_capital(name: str) -> bool:
    """Whether it may be the seat of a national government, and stand for it."""
    return any(found.feature == "PPLC" for found in load_gazetteer().lookup(bare(name)))


@lru_cache(maxsize=1 << 12)
def _called(name: str, actors: Actors, *, person: bool) -> frozenset[str]:
    asked = Asked(
        names=(name,), person=person, state=False, countries=frozenset(), context=frozenset(),
        on_date=None,
    )  # fmt: skip
    return frozenset(
        one.actor.id
        for one in candidates(asked, actors)
        if one.agreement.grade in ("name", "alias")
    )
