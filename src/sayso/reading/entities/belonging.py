"""Where an entity belongs: whom knowledge says it is, its country, its PLOVER sector."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.knowledge.actors.actors import Actors, load
from sayso.knowledge.actors.comparing import holds
from sayso.knowledge.actors.link import Link, link
from sayso.knowledge.demonyms import lookup
from sayso.knowledge.names import plain
from sayso.reading.entities.lexicon import nouns, singular
from sayso.reading.entities.profiles import Profile
from sayso.reading.entities.shown import first_part
from sayso.records.reading import Role
from sayso.records.vocabulary import MentionType

_WORDS = 6
"""Words of a description in which a state is looked for."""
_SURE = 0.8
"""Confidence below which a name is not taken for a state's: full names and aliases are above."""
_LINKED = frozenset(["Person", "Organisation", "Location", "Nationality"])


class Belonging(NamedTuple):
    """`country` is ISO 3166-1 alpha-3; each is None where neither text nor knowledge says it."""

    link: Link | None
    country: str | None
    sector: str | None


def context_of(text: str, title: str | None) -> frozenset[str]:
    """The plain words of a document, which linking compares."""
    return frozenset(plain(f"{title or ''} {text}").split())


def belonging(  # noqa: PLR0913
    text: str,
    members: Sequence[Profile],
    *,
    type: MentionType,  # noqa: A002
    names: Sequence[str],
    roles: Sequence[Role],
    context: frozenset[str],
    published: str | None,
) -> Belonging:
    """Ask the text first for the country, knowledge next, head nouns last for the sector."""
    said = _country(text, members, roles, type)
    found = None
    if names and type in _LINKED:
        found = link(names, type, country=said, context=context, on_date=published)
    known = found.actor.countries if found else ()
    country = known[0] if known and (said is None or said not in known) else said
    sector = _held(found, published) if found else None
    return Belonging(found, country, sector or _sector(members, roles, type))


def _held(found: Link, published: str | None) -> str | None:
    """The sector of an actor; of a person who held no post that day, none is known for sure."""
    actor = found.actor
    if not actor.tenures or published is None:
        return actor.sector
    return actor.sector if any(holds(tenure, published) for tenure in actor.tenures) else None


def _country(
    text: str, members: Sequence[Profile], roles: Sequence[Role], type_: MentionType
) -> str | None:
    if type_ in ("Location", "Nationality"):
        phrases = [text[p.span[0] : p.span[1]] for p in members if p.kind in ("name", "demonym")]
    else:
        phrases = [role.of for role in roles if role.of]
        said = (text[p.span[0] : p.span[1]] for p in members if p.kind != "pronoun")
        phrases += [first_part(phrase) for phrase in said]
    for phrase in phrases:
        for name in (phrase, *phrase.split()[:_WORDS]):
            bare_name = name.strip(",;:'’\"“”").removesuffix("'s").removesuffix("’s")
            if country := _state(bare_name, load()):
                return country
    return None


@lru_cache(maxsize=1 << 12)
def _state(name: str, actors: Actors) -> str | None:
    """The state that a name or an adjective is of."""
    if not name[:1].isupper():
        return None
    known = lookup(name)
    if known:
        return known.country
    found = link([name], "Location", actors=actors, threshold=_SURE)
    return found.actor.countries[0] if found and found.actor.countries else None


def _sector(members: Sequence[Profile], roles: Sequence[Role], type_: MentionType) -> str | None:
    if type_ not in ("Person", "Organisation"):
        return None
    for role in roles:
        for word in reversed(role.title.lower().split()):
            noun = nouns().get(singular(word))
            if noun and noun.sector:
                return noun.sector
        body = link([role.of], "Organisation") if role.of else None
        if body and body.actor.sector and not body.actor.state:
            return body.actor.sector
    for one in members:
        noun = nouns().get(singular(one.head))
        if noun and noun.sector and one.kind != "pronoun":
            return noun.sector
    return None
