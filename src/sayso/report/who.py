"""Who acts in an article: the people, bodies and states, those who speak in it and those who
are only spoken about."""

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import UNSET, Struct
from msgspec.structs import replace

from sayso.knowledge.demonyms import lookup
from sayso.knowledge.gazetteer import load
from sayso.reading.distinct import bare
from sayso.records.reading import Analysis, Entity, Mention, Role
from sayso.records.text import Span
from sayso.report.countries import country_name
from sayso.report.dates import date_words
from sayso.report.sources import Source, entities_of
from sayso.report.trail import Trail, trails
from sayso.report.words import SECTORS, one_line

_ACTORS = ("Person", "Organisation")
_STATES = ("Location", "Nationality")
"""Types under which a state comes, besides those of actors: "Iraq", "the Iraqis"."""


class Actor(Struct, frozen=True, kw_only=True):
    """One actor, numbered from 1 in the order of `Who`. `aliases` are its other names, `facts`
    what it is, a phrase each. `sources` are the numbers of the sources that it is, () where it
    is only spoken about. Without a name of its own `name` is its first description."""

    number: int
    name: str
    named: bool
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    facts: tuple[str, ...]
    sources: tuple[int, ...]
    trail: Trail


class Who(Struct, frozen=True, kw_only=True):
    """The actors, the most mentioned first, together each once: who speaks as a source, who has
    a name and is only spoken about, and who is only described."""

    speaking: tuple[Actor, ...]
    spoken_of: tuple[Actor, ...]
    described: tuple[Actor, ...]


def who(analysis: Analysis, found: tuple[Source, ...]) -> Who | None:
    """Give the actors; None where the layer was not computed or found nobody. `found` is from
    `sources`."""
    cast = _Cast(analysis, found)
    actors = sorted(
        filter(None, map(cast.actor, cast.groups())),
        key=lambda one: (not one.sources, not one.named, -len(one.trail)),
    )
    actors = [replace(one, number=number) for number, one in enumerate(actors, 1)]
    if not actors:
        return None
    return Who(
        speaking=tuple(one for one in actors if one.sources),
        spoken_of=tuple(one for one in actors if one.named and not one.sources),
        described=tuple(one for one in actors if not one.named and not one.sources),
    )


def entity_country(entity: Entity) -> str | None:
    """Give the code of the country that an entity is, under its name or its people's; None for
    what only belongs to one."""
    if entity.type not in (*_ACTORS, *_STATES) or not entity.country:
        return None
    name, code = entity.name, entity.country
    people = lookup(name)
    if bare(name) == (country_name(code) or "").casefold() or (people and people.country == code):
        return code
    known = load().lookup(name)
    return code if any(c.country == code and c.feature.startswith("PCL") for c in known) else None


class _Cast:
    """The entities of one analysis by id, and the sources that they are."""

    def __init__(self, analysis: Analysis, found: tuple[Source, ...]) -> None:
        self._text = analysis.text
        self._trail = trails(analysis)
        mentions = () if analysis.mentions is UNSET else analysis.mentions
        self._mentions = {one.id: one for one in mentions}
        self._ordered = sorted(mentions, key=lambda one: one.start)
        self._entities = {one.id: one for one in entities_of(analysis)}
        self._home = {id_: one.id for one in self._entities.values() for id_ in one.mentions}
        self._sources: dict[str, set[int]] = {}
        for source in found:
            for id_ in self._who_is(source):
                self._sources.setdefault(id_, set()).add(source.number)

    def groups(self) -> Iterator[list[Entity]]:
        """Give the entities that act, those of one state together."""
        states: dict[str, list[Entity]] = {}
        for entity in self._entities.values():
            if code := entity_country(entity):
                states.setdefault(code, []).append(entity)
            elif entity.type in _ACTORS:
                yield [entity]
        for group in states.values():
            if any(one.type in _ACTORS or one.id in self._sources for one in group):
                yield group

    def actor(self, group: list[Entity]) -> Actor | None:
        """Make the actor of a group; None where nothing in the text mentions it."""
        trail = self._trail(self._spans(group))
        if not trail.spans:
            return None
        state = entity_country(group[0])
        entity = max(group, key=lambda one: (not lookup(one.name), len(one.mentions)))
        names = dict.fromkeys(one_line(name) for one in group for name in (one.name, *one.names))
        named = bool(state or any(one.names for one in group))
        start, end = trail.spans[0]
        name = one_line(entity.name) or one_line(self._text[start:end])
        return Actor(
            number=0,
            name=name,
            named=named,
            aliases=tuple(other for other in names if other and other != name) if named else (),
            roles=tuple(dict.fromkeys(role_words(role) for one in group for role in one.roles)),
            facts=("country",) if state else _facts(entity),
            sources=tuple(sorted({n for one in group for n in self._sources.get(one.id, ())})),
            trail=trail,
        )

    def _spans(self, group: list[Entity]) -> list[Span]:
        found = [self._mentions.get(id_) for one in group for id_ in one.mentions]
        return [(one.start, one.end) for one in found if one]

    def _who_is(self, source: Source) -> Iterator[str]:
        """Give the entities of a source: its own, or those that its words mention."""
        if source.entity:
            yield source.entity
            return
        for saying in source.sayings if source.number else ():
            for span in saying.attribution.source:
                if whole := self._widest(span):
                    yield whole

    def _widest(self, span: Span) -> str | None:
        """Give the entity whose mention is the most of a span, and at least half of it."""
        start, end = span
        inside = [m for m in self._in(span) if 2 * (m.end - m.start) >= end - start]
        widest = max(inside, key=lambda m: m.end - m.start, default=None)
        return self._home[widest.id] if widest else None

    def _in(self, span: Span) -> Iterator[Mention]:
        first = bisect_left(self._ordered, span[0], key=lambda one: one.start)
        for one in self._ordered[first:]:
            if one.start >= span[1]:
                break
            if one.end <= span[1] and one.id in self._home:
                yield one


def _facts(entity: Entity) -> tuple[str, ...]:
    known = (SECTORS.get(entity.sector or ""), country_name(entity.country))
    return tuple(filter(None, known))


def role_words(role: Role) -> str:
    """Say a post, what it is of, and when it was held: "commander, Harbour Guard (since 2020)"."""
    words = ", ".join(one_line(part) for part in (role.title, role.of) if part)
    if role.begin and role.end:
        return f"{words} ({date_words(role.begin)}–{date_words(role.end)})"
    if role.begin:
        return f"{words} (since {date_words(role.begin)})"
    return f"{words} (until {date_words(role.end)})" if role.end else words
