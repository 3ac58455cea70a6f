"""What the desk holds on one actor: who they are, what they say, what is said of them, by whom."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct, structs

from sayso.desk import partition
from sayso.desk.actors.record import Actor, Grouping, Join
from sayso.desk.actors.register import current
from sayso.desk.ask.finding import find, namesakes
from sayso.desk.ask.said import (
    Said,
    attribution_of,
    family_of,
    once,
    said,
    source_of,
    touches,
    unrepeated,
)
from sayso.desk.review.rulings import Reading, readings
from sayso.desk.review.subjects import referred
from sayso.desk.store import Store
from sayso.records.reading import Analysis, Event, Relation, Role, Statement
from sayso.records.text import Span
from sayso.records.vocabulary import Factuality, RelationType

Part = Literal["says", "does", "undergoes", "named"]
"""What an actor has to do with a statement: it is theirs, or its event is; or it names them."""

_BESIDE: Final = 10


class Holding(Struct, frozen=True, kw_only=True):
    """A document that an actor is in, and as what."""

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    subject: str
    name: str
    mentions: int
    why: str | None


class Tie(Struct, frozen=True, kw_only=True):
    """A relation that a document states. `outgoing`: the actor is its source side. `other` is the
    other side as an actor's id where it is one."""

    type: RelationType
    outgoing: bool
    name: str
    other: str | None
    begin: str | None
    end: str | None
    factuality: Factuality
    source: str | None
    document: str
    words: str


class Beside(Struct, frozen=True, kw_only=True):
    """An actor in the same documents; `families` counts those that are no copies of another."""

    actor: str
    name: str
    families: int


class Maybe(Struct, frozen=True, kw_only=True):
    """Another actor that this one may be."""

    actor: str
    name: str
    confidence: float
    reasons: tuple[str, ...]


class Dossier(Struct, frozen=True, kw_only=True):
    """An actor, with statements once for all copies, in the order in which they were published.

    `namesakes` are the ids of other actors that a document calls by the name asked for.
    """

    id: str
    name: str
    sort: str
    anchor: str | None
    names: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    roles: tuple[Role, ...]
    documents: tuple[Holding, ...]
    says: tuple[Said, ...]
    does: tuple[Said, ...]
    undergoes: tuple[Said, ...]
    named: tuple[Said, ...]
    ties: tuple[Tie, ...]
    beside: tuple[Beside, ...]
    maybe: tuple[Maybe, ...]
    joins: tuple[Join, ...]
    namesakes: tuple[str, ...] = ()


def dossier(store: Store, actor: Actor, found: Grouping, *, as_of: str | None = None) -> Dossier:
    """Collect what the documents of an actor say. `found` is the grouping that it is of."""
    families = family_of(partition.current(store, as_of=as_of))
    of = {(m.document, m.entity): a for a in found.actors for m in a.members}
    names = {member.document for member in actor.members}
    lines: dict[Part, list[Said]] = defaultdict(list)
    held: dict[str, Analysis] = {}
    ties: list[Tie] = []
    with store.reading() as connection:
        for reading in readings(connection, as_of=as_of, names=names):
            own = {m.entity for m in actor.members if m.document == reading.document}
            held[reading.document] = _bare(reading.analysis)
            for statement in reading.analysis.statements or ():
                if part := _part(reading.analysis, statement, own):
                    lines[part].append(said(reading, statement))
            ties += _ties(reading, own, of)
    says, does, undergoes, named = (
        _ordered(lines[part], families) for part in ("says", "does", "undergoes", "named")
    )
    return Dossier(
        id=actor.id,
        name=actor.name,
        sort=actor.sort,
        anchor=actor.anchor,
        names=actor.names,
        countries=actor.countries,
        sectors=actor.sectors,
        roles=actor.roles,
        documents=_documents(actor, held),
        says=says,
        does=does,
        undergoes=undergoes,
        named=named,
        ties=tuple(ties),
        beside=_beside(actor, found, families),
        maybe=_maybe(actor, found),
        joins=actor.joins,
    )


def _bare(analysis: Analysis) -> Analysis:
    """What a document is called, without its text: an actor may be in thousands."""
    return Analysis(
        id=analysis.id,
        text="",
        sha256=analysis.sha256,
        title=analysis.title,
        publisher=analysis.publisher,
        published=analysis.published,
    )


def _part(analysis: Analysis, statement: Statement, own: set[str]) -> Part | None:
    by = attribution_of(statement, analysis)
    if by is not None and by.source_entity in own:
        return "says"
    mentions = _mentions(analysis, own)
    stated = referred(statement, analysis)
    if isinstance(stated, Event):
        if touches(stated.actor, mentions):
            return "does"
        if touches(stated.recipient, mentions):
            return "undergoes"
    return "named" if touches([statement.content], mentions) else None


def _mentions(analysis: Analysis, own: set[str]) -> list[Span]:
    return [(one.start, one.end) for one in analysis.mentions or () if one.entity in own]


def _ordered(lines: Sequence[Said], families: Mapping[str, str]) -> tuple[Said, ...]:
    told = once(unrepeated(lines), families)
    return tuple(sorted(told, key=lambda one: (one.published or "9", one.document, one.start)))


def _documents(actor: Actor, held: Mapping[str, Analysis]) -> tuple[Holding, ...]:
    made = [
        Holding(
            document=member.document,
            title=held[member.document].title,
            publisher=held[member.document].publisher,
            published=held[member.document].published,
            subject=member.subject,
            name=member.name,
            mentions=member.mentions,
            why=member.why,
        )
        for member in actor.members
    ]
    return tuple(sorted(made, key=lambda one: (one.published or "9", one.document, one.subject)))


def _ties(reading: Reading, own: set[str], of: Mapping[tuple[str, str], Actor]) -> Iterator[Tie]:
    analysis = reading.analysis
    by = {one.id: one for one in analysis.attributions or ()}
    for relation in analysis.relations or ():
        if relation.source_entity not in own and relation.target_entity not in own:
            continue
        outgoing = relation.source_entity in own
        entity = relation.target_entity if outgoing else relation.source_entity
        other = of.get((reading.document, entity or ""))
        attribution = by.get(relation.attribution or "")
        yield Tie(
            type=relation.type,
            outgoing=outgoing,
            name=other.name if other else _side(analysis.text, relation, outgoing=outgoing),
            other=other.id if other else None,
            begin=relation.begin,
            end=relation.end,
            factuality=relation.factuality,
            source=source_of(attribution, analysis) if attribution else None,
            document=reading.document,
            words=" ".join(analysis.text[slice(*relation.evidence)].split()),
        )


def _side(text: str, relation: Relation, *, outgoing: bool) -> str:
    return " ".join(text[slice(*(relation.target if outgoing else relation.source))].split())


def _beside(actor: Actor, found: Grouping, families: Mapping[str, str]) -> tuple[Beside, ...]:
    own = {member.document for member in actor.members}
    met: dict[str, set[str]] = defaultdict(set)
    for other in found.actors:
        if other.id != actor.id:
            for member in other.members:
                if member.document in own:
                    met[other.id].add(families.get(member.document, member.document))
    count = Counter({other: len(seen) for other, seen in met.items()})
    called = {other.id: other.name for other in found.actors}
    first = sorted(count, key=lambda other: (-count[other], other))[:_BESIDE]
    return tuple(Beside(actor=x, name=called[x], families=count[x]) for x in first)


def _maybe(actor: Actor, found: Grouping) -> tuple[Maybe, ...]:
    called = {other.id: other.name for other in found.actors}
    return tuple(
        Maybe(
            actor=other,
            name=called[other],
            confidence=unsure.join.confidence,
            reasons=unsure.join.reasons,
        )
        for unsure in found.unsure
        if actor.id in (unsure.one, unsure.other)
        for other in [unsure.other if unsure.one == actor.id else unsure.one]
    )


def ask(store: Store, name: str, *, as_of: str | None = None) -> tuple[Actor, ...] | Dossier:
    """Give the dossier of the actor that a name means; where it may mean several, them."""
    found = current(store, as_of=as_of)
    hits = find(name, found)
    if len(hits) != 1:
        return hits
    others = tuple(other.id for other in namesakes(name, hits[0], found))
    return structs.replace(dossier(store, hits[0], found, as_of=as_of), namesakes=others)
