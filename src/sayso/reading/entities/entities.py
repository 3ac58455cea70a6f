"""Mentions joined into entities: the way into this room."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, get_args

import msgspec

from sayso.knowledge.names import plain
from sayso.reading.entities.belonging import belonging, context_of
from sayso.reading.entities.naming import best_name, names_of
from sayso.reading.entities.profiles import Profile, profiles
from sayso.reading.entities.ranking import Scores, linked
from sayso.reading.entities.roles import roles
from sayso.reading.entities.sure_types import sure_types
from sayso.reading.sentences import sentences as split
from sayso.records.reading import Entity, Mention
from sayso.records.text import Span
from sayso.records.vocabulary import OTHER, MentionType

_TYPES = frozenset(get_args(MentionType)) - {OTHER}
_BY_SORT: dict[str, MentionType] = {
    "person": "Person", "group": "Organisation", "place": "Location"
}  # fmt: skip
_NO_ENTITY = frozenset(["Temporal", "Quantity", "Money", "Frequency", "Coordinate"])
"""Values: what the same words say twice is not one thing that acts."""


class _Document(NamedTuple):
    """What is the same for every entity of a text."""

    text: str
    mentions: Sequence[Mention]
    context: frozenset[str]
    published: str | None


def entities(  # noqa: PLR0913
    text: str,
    mentions: Sequence[Mention],
    *,
    title: str | None,
    published: str | None,
    sentences: Sequence[Span] | None = None,
    scores: Scores | None = None,
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions in text order with their entity's id, and the entities by first mention.

    `published` is ISO 8601. `scores(i, others)` gives a network's log-odds that each of `others` is
    an antecedent of `mentions[i]`, by their places in `mentions`; rules alone work too. Values
    (times, amounts) and lone pronouns belong to no entity. A mention of none of re3d's types, a
    bare reference, takes its entity's type, which is `Other` where nothing tells a better one.
    """
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].start, -mentions[i].end))
    ordered = sure_types(text, [mentions[i] for i in order])
    found = profiles(text, ordered, split(text) if sentences is None else sentences)
    groups = linked(text, found, scores=_reordered(scores, order))
    around = _Document(text, ordered, context_of(text, title), published)
    made: list[Entity] = []
    home: dict[int, Entity] = {}
    for group in groups:
        members = [found[at] for at in group]
        if _is_entity(members):
            one = _entity(f"e{len(made) + 1}", members, around)
            made.append(one)
            home.update((at, one) for at in group)
    made = [_resolved(one, made) for one in made]
    return tuple(_placed(one, home.get(at)) for at, one in enumerate(ordered)), tuple(made)


def _placed(mention: Mention, entity: Entity | None) -> Mention:
    type_ = mention.type if mention.type in _TYPES else entity.type if entity else OTHER
    return msgspec.structs.replace(mention, entity=entity.id if entity else None, type=type_)


def _is_entity(members: Sequence[Profile]) -> bool:
    if all(one.type in _NO_ENTITY for one in members):
        return False
    return len(members) > 1 or members[0].kind != "pronoun"


def _entity(identifier: str, members: Sequence[Profile], document: _Document) -> Entity:
    text, mentions, context, published = document
    type_ = _type(members, mentions)
    person = type_ == "Person"
    names = names_of(text, members, person=person)
    held = roles(text, members) if person else ()
    place = belonging(
        text, members, type=type_, names=names, roles=held, context=context, published=published
    )
    actor = place.link.actor if place.link else None
    return Entity(
        id=identifier,
        type=type_,
        name=best_name(text, members, names, known=actor.name if actor else None),
        names=names,
        mentions=tuple(mentions[one.at].id for one in members),
        wikidata=actor.wikidata if actor else None,
        country=place.country,
        sector=place.sector,
        roles=held,
    )


def _resolved(one: Entity, every: Sequence[Entity]) -> Entity:
    """The entity with its posts' bodies called as the document's entities are called."""
    if not any(role.of for role in one.roles):
        return one
    called = {plain(name): other.name for other in reversed(every) for name in other.names}
    held = tuple(
        msgspec.structs.replace(role, of=called.get(plain(role.of), role.of)) if role.of else role
        for role in one.roles
    )
    return msgspec.structs.replace(one, roles=held)


def _type(members: Sequence[Profile], mentions: Sequence[Mention]) -> MentionType:
    """The commonest type, names before other mentions, untyped references last."""
    typed = [one for one in members if one.type in _TYPES]
    voters = [one for one in typed if one.kind == "name"] or typed
    if voters:
        return Counter(mentions[one.at].type for one in voters).most_common(1)[0][0]
    sorts = Counter(_BY_SORT[one.sort] for one in members if one.sort in _BY_SORT)
    return sorts.most_common(1)[0][0] if sorts else OTHER


def _reordered(scores: Scores | None, order: Sequence[int]) -> Scores | None:
    """`scores` asked by place in the sorted mentions."""
    if scores is None:
        return None
    return lambda i, others: scores(order[i], [order[j] for j in others])
