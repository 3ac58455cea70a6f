"""What matching works on and what it gives: plain immutable data."""

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from sayso.desk.review.subjects import Subject
from sayso.records.reading import Role
from sayso.records.text import Span
from sayso.records.vocabulary import MentionType

Class = Literal["person", "body", "place", "people"]
"""What may be one: a person is never a body. `people` is a nation's people, not its state."""

SORTS: Final[Mapping[MentionType, Class]] = {
    "Person": "person", "Organisation": "body", "Location": "place", "Nationality": "place"
}  # fmt: skip
"""What the entities that act are to matching, by their type; the others do not act."""


class Sighting(Struct, frozen=True, kw_only=True):
    """An entity of one document that goes by a name. `spans` are of its mentions by name.

    `anchor` is the known actor or the place on the map that it is, where that is sure:
    "Q794", "sayso-hamas", "geonames:2455518". `mentions` counts them, `statements` those that are
    by it or speak of it. `corrected` names the fields that a person set.
    """

    document: str
    entity: str
    spans: tuple[Span, ...]
    type: MentionType
    sort: Class
    name: str
    names: tuple[str, ...]
    mentions: int
    statements: int = 0
    anchor: str | None = None
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Where it is named first."""
        return self.spans[0]


class Scene(Struct, frozen=True, kw_only=True):
    """One document as matching sees it; `known` and `analysis` tell when the desk had it."""

    document: str
    analysis: int
    sightings: tuple[Sighting, ...]


class Join(Struct, frozen=True, kw_only=True):
    """Why two parts of an actor are one: their subjects, how sure (0 to 1), and what was compared.

    `judgement` is the number of the judgement where a person decided.
    """

    one: str
    other: str
    confidence: float
    reasons: tuple[str, ...]
    judgement: int | None = None


class Member(Struct, frozen=True, kw_only=True):
    """A sighting as part of an actor. `subject` is how judgements call it, `why` what put it
    beside the members before it; None for the first one."""

    subject: str
    document: str
    entity: str
    name: str
    mentions: int
    statements: int
    why: str | None = None


class Actor(Struct, frozen=True, kw_only=True):
    """One actor, under all its names, the commonest first.

    `id` stays the same as long as its first member does. `countries` and `sectors` are those said
    of it, the commonest first; where a person set them, only these.
    """

    id: str
    sort: Class
    name: str
    names: tuple[str, ...]
    members: tuple[Member, ...]
    joins: tuple[Join, ...]
    anchor: str | None = None
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


class Unsure(Struct, frozen=True, kw_only=True):
    """Two actors that may be one and are kept apart: their ids, and members that are alike."""

    one: str
    other: str
    join: Join


class Grouping(Struct, frozen=True, kw_only=True):
    """All actors by id, the pairs that nobody can be sure of, and judgements that later ones
    contradict."""

    actors: tuple[Actor, ...]
    unsure: tuple[Unsure, ...]
    overruled: tuple[int, ...]


def of_sighting(one: Sighting) -> str:
    """Give what judgements call an entity."""
    return str(Subject("entity", one.document, one.span))
