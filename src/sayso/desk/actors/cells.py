"""Sightings that nothing tells apart, put together before anything is compared.

A cell is what one known actor is seen as, or one full name in one country. What a name alone
leaves open (a lone surname, "the Senate" of nobody knows where) is a cell for each document, so
that cells are compared and no document with itself a thousand times.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

import msgspec

from sayso.desk.actors.names import is_acronym, is_generic, key, related
from sayso.desk.actors.record import Class, Scene, Sighting, of_sighting
from sayso.knowledge.names import plain

_COMPANY: Final = 80
"""Names seen beside a cell that are kept, the commonest first: an actor of a thousand documents
is beside everybody once."""


class Company:
    """Who is named beside whom, and how much that says: a rare name says more than a common."""

    def __init__(self, scenes: Iterable[Scene]) -> None:
        self._names = {
            scene.document: frozenset(plain(one.name) for one in scene.sightings)
            for scene in scenes
        }
        self._count = Counter(name for names in self._names.values() for name in names)

    def beside(self, sightings: Sequence[Sighting]) -> frozenset[str]:
        """Give the names in the same documents, without those of the sightings themselves."""
        met = Counter(name for each in sightings for name in self._names[each.document])
        own = {plain(name) for each in sightings for name in each.names}
        kept = sorted(met.keys() - own, key=lambda name: (-met[name], name))
        return frozenset(kept[:_COMPANY])

    def weight(self, name: str) -> float:
        """Give what it says that two documents share a name: 1 where only they have it, less the
        more others have."""
        return 1 / math.sqrt(max(1.0, self._count[name] / 2))


class Cell:
    """Sightings that are taken for one actor from the start, in the order of their documents."""

    def __init__(self, sightings: Sequence[Sighting], company: Company) -> None:
        self.sightings = sorted(sightings, key=lambda one: (one.document, one.span))
        self._company = company
        first = self.sightings[0]
        self.subject = of_sighting(first)
        self.anchor = first.anchor
        sorts = Counter(one.sort for one in self.sightings)
        self.sort: Class = min(sorts, key=lambda sort: (-sorts[sort], sort))
        self.person = self.sort == "person"
        keys = Counter(key(one.name, person=self.person) for one in self.sightings)
        self.key = min(keys, key=lambda words: (-keys[words], words))
        self.countries = frozenset(one.country for one in self.sightings if one.country)
        self.sectors = frozenset(one.sector for one in self.sightings if one.sector)
        self.documents = frozenset(one.document for one in self.sightings)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The plain names, the main one first: a person's lone first and last names left out, and
        what one document alone calls it without a word in common."""
        said = Counter(
            words
            for one in self.sightings
            for words in {key(name, person=self.person) for name in one.names}
        )
        others = said.keys() - {self.key, ""}
        if self.person:
            kept = {words for words in others if " " in words}
        else:
            kept = {words for words in others if said[words] > 1 or related(words, self.key)}
        return (self.key, *sorted(kept))

    @cached_property
    def acronym(self) -> bool:
        """Whether its main name is written as an acronym."""
        return any(is_acronym(one.name) for one in self.sightings)

    @cached_property
    def company(self) -> frozenset[str]:
        """Who is named beside it."""
        return self._company.beside(self.sightings)

    @cached_property
    def posts(self) -> frozenset[str]:
        """The posts and the bodies that they are of, in plain words."""
        held = [role for one in self.sightings for role in one.roles]
        return frozenset(
            plain(f"{role.title} of {role.of}") if role.of else plain(role.title) for role in held
        )


def cells(scenes: Sequence[Scene], company: Company, *, apart: Collection[str] = ()) -> list[Cell]:
    """Put sightings into cells, in the order of their subjects; those that a person took out of
    where they were, by subject in `apart`, stay alone."""
    groups: Mapping[tuple[str, ...], list[Sighting]] = defaultdict(list)
    sorts = _sorts(scenes)
    for scene in scenes:
        for seen in scene.sightings:
            subject = of_sighting(seen)
            one = msgspec.structs.replace(seen, sort=sorts.get(plain(seen.name), seen.sort))
            groups[("alone", subject) if subject in apart else _group(one)].append(one)
    made = [Cell(group, company) for group in groups.values()]
    return sorted(made, key=lambda cell: cell.subject)


def _sorts(scenes: Sequence[Scene]) -> Mapping[str, Class]:
    """What most documents take the bearer of a full name for, where they do not agree: a network
    that takes a person for a body once takes them for a person elsewhere."""
    votes: dict[str, Counter[Class]] = defaultdict(Counter)
    for scene in scenes:
        for one in scene.sightings:
            if " " in one.name and one.sort != "people" and not one.anchor:
                votes[plain(one.name)][one.sort] += 1
    return {
        name: min(said, key=lambda sort: (-said[sort], sort))
        for name, said in votes.items()
        if len(said) > 1
    }


def _group(one: Sighting) -> tuple[str, ...]:
    if one.anchor:
        return ("known", one.anchor)
    person = one.sort == "person"
    words = key(one.name, person=person)
    alone = " " not in words if person else is_generic(words)
    if not words or (alone and (person or not one.country)):
        return ("here", one.document, one.sort, words)
    return ("named", one.sort, words, one.country or "")
