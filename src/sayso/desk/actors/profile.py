"""What an actor is called and what is said of it, from its sightings together."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from sayso.desk.actors.cells import Cell
from sayso.desk.actors.record import Actor, Join, Member, Scene, Sighting, of_sighting
from sayso.desk.actors.unions import Unions
from sayso.knowledge.names import plain
from sayso.records.reading import Role

_ID_LETTERS: Final = 10
_ROLES: Final = 12
"""Posts of one actor that are kept, the commonest first."""

Thing = TypeVar("Thing", bound=Hashable)
Order = Mapping[str, tuple[int, int]]
"""The place of a sighting by its subject: its document's, and its own in it."""


def profiles(
    scenes: Sequence[Scene],
    sets: Mapping[str, Sequence[Cell]],
    joins: Iterable[Join],
    unions: Unions,
) -> tuple[Actor, ...]:
    """Make an actor of each set of cells, by id; `joins` are those that made the sets."""
    order = {
        of_sighting(one): (number, one.span[0])
        for number, scene in enumerate(scenes)
        for one in scene.sightings
    }
    cell = {of_sighting(one): each for cells in sets.values() for each in cells
            for one in each.sightings}  # fmt: skip
    traced: dict[str, list[Join]] = defaultdict(list)
    for join in joins:
        traced[unions.root(cell[join.one].subject)].append(join)
    taken: set[str] = set()
    firsts = sorted(sets, key=lambda root: min(order[x] for x in _subjects(sets[root])))
    return tuple(
        sorted(
            (_actor(sets[root], traced[root], order, taken) for root in firsts),
            key=lambda actor: actor.id,
        )
    )


def _subjects(cells: Sequence[Cell]) -> list[str]:
    return [of_sighting(one) for cell in cells for one in cell.sightings]


def _actor(cells: Sequence[Cell], joins: Sequence[Join], order: Order, taken: set[str]) -> Actor:
    sightings = sorted(
        (one for cell in cells for one in cell.sightings), key=lambda one: order[of_sighting(one)]
    )
    known = {cell.anchor: len(cell.sightings) for cell in cells if cell.anchor}
    sorts = Counter(one.sort for one in sightings)
    names = Counter(name for one in sightings for name in dict.fromkeys((one.name, *one.names)))
    held = {role: plain(f"{role.title} {role.of or ''}") for one in sightings for role in one.roles}
    posts = _commonest(held[role] for one in sightings for role in one.roles)
    return Actor(
        id=_id(sightings[0], taken),
        sort=_commonest(sorts.elements())[0],
        name=_name(sightings),
        names=tuple(sorted(names, key=lambda name: (-names[name], name))),
        members=_members(cells, order),
        joins=tuple(joins),
        anchor=min(known, key=lambda anchor: (-known[anchor], anchor)) if known else None,
        countries=_said(sightings, "country"),
        sectors=_said(sightings, "sector"),
        roles=tuple(_fullest(post, held) for post in posts[:_ROLES]),
    )


def _said(sightings: Sequence[Sighting], field: str) -> tuple[str, ...]:
    """What documents say of it, the commonest first; where people decided, what they did."""
    decided = [one for one in sightings if field in one.corrected]
    found = (getattr(one, field) for one in decided or sightings)
    return _commonest(value for value in found if value)


def _id(first: Sighting, taken: set[str]) -> str:
    """A name that stays while the actor's first member does, whatever its analysis numbers it."""
    facts = [first.document, first.sort, plain(first.name)]
    while True:
        digest = hashlib.sha256("\n".join(facts).encode("utf-8", "surrogatepass")).hexdigest()
        made = f"a{digest[:_ID_LETTERS]}"
        if made not in taken:
            taken.add(made)
            return made
        facts.append(str(first.span))


def _name(sightings: Sequence[Sighting]) -> str:
    """The commonest name; of a person or body the commonest one of several words, if any."""
    full = [one.name for one in sightings if " " in one.name and one.sort in ("person", "body")]
    return _commonest(full or [one.name for one in sightings])[0]


def _members(cells: Sequence[Cell], order: Order) -> tuple[Member, ...]:
    made = [
        Member(
            subject=of_sighting(one),
            document=one.document,
            entity=one.entity,
            name=one.name,
            mentions=one.mentions,
            statements=one.statements,
            why=_why(cell, one) if number else None,
        )
        for cell in cells
        for number, one in enumerate(cell.sightings)
    ]
    return tuple(sorted(made, key=lambda member: order[member.subject]))


def _why(cell: Cell, one: Sighting) -> str:
    first = cell.sightings[0]
    if cell.anchor:
        return f"“{one.name}” is known as {cell.anchor}, as “{first.name}” in {first.document} is"
    where = f", of {one.country}," if one.country else ""
    return f"“{one.name}”{where} has the whole name of {first.document}'s"


def _fullest(post: str, held: Mapping[Role, str]) -> Role:
    """Of one post, what says most: its body and its dates."""
    return min(
        (role for role, said in held.items() if said == post),
        key=lambda role: (role.of is None, role.begin is None, role.title, str(role)),
    )


def _commonest(things: Iterable[Thing]) -> tuple[Thing, ...]:
    counts = Counter(things)
    return tuple(sorted(counts, key=lambda thing: (-counts[thing], str(thing))))
