"""Actors by what a person calls them."""

from collections.abc import Sequence

from sayso.desk.actors.names import agreement, key, sound
from sayso.desk.actors.record import Actor, Grouping
from sayso.errors import SaysoError
from sayso.knowledge.names import plain

_SHOWN = 12


def find(name: str, found: Grouping) -> tuple[Actor, ...]:
    """Give the actors that a name, an id or an anchor means, those of most documents first: by
    what they are mostly called, else by any of their names, else in another spelling, else by a
    part of a name."""
    for test in (_is, _mostly, _called, _sounds, _partly):
        hits = [actor for actor in found.actors if test(name, actor)]
        if hits:
            return tuple(sorted(hits, key=lambda actor: (-_documents(actor), actor.id)))
    return ()


def namesakes(name: str, actor: Actor, found: Grouping) -> tuple[Actor, ...]:
    """Give other actors that have the name among theirs."""
    return tuple(each for each in found.actors if each.id != actor.id and _called(name, each))


def the_one(name: str, found: Grouping) -> Actor:
    """Give the only actor that a name means.

    Raises SaysoError where there is none, or several, naming them with their ids.
    """
    hits = find(name, found)
    if len(hits) == 1:
        return hits[0]
    if not hits:
        raise SaysoError(
            f"nobody called {name} is in the desk. Try another spelling, a part of the name, or "
            f"`sayso search {name}`"
        )
    raise SaysoError(f"{name} may mean {listing(hits)}. Ask again with an id")


def listing(hits: Sequence[Actor]) -> str:
    """Give actors on one line, the first ones only where there are many."""
    shown = [f"{actor.name} ({actor.id})" for actor in hits[:_SHOWN]]
    more = len(hits) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")


def _documents(actor: Actor) -> int:
    return len({member.document for member in actor.members})


def _is(name: str, actor: Actor) -> bool:
    return name in (actor.id, actor.anchor)


def _mostly(name: str, actor: Actor) -> bool:
    return plain(name) == plain(actor.name)


def _called(name: str, actor: Actor) -> bool:
    return plain(name) in map(plain, actor.names)


def _sounds(name: str, actor: Actor) -> bool:
    person = actor.sort == "person"
    asked = sound(key(name, person=person))
    return bool(asked) and any(asked == sound(key(each, person=person)) for each in actor.names)


def _partly(name: str, actor: Actor) -> bool:
    person = actor.sort == "person"
    asked = key(name, person=person)
    known = {key(each, person=person) for each in actor.names}
    return any(
        agreement(asked, each, person=person) or set(asked.split()) <= set(each.split())
        for each in known
        if asked and each
    )
