"""What the desk learned between two moments."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from sqlalchemy import Connection, func, select

from sayso.desk import changes as steps
from sayso.desk.actors.record import Actor, Grouping
from sayso.desk.actors.register import current
from sayso.desk.changes import Change
from sayso.desk.claims.asked import current as claims
from sayso.desk.clock import as_of as stamp_of
from sayso.desk.clock import now
from sayso.desk.judgements import every
from sayso.desk.review.rulings import LATEST
from sayso.desk.schema import analyses, documents, versions
from sayso.desk.store import Store
from sayso.records.claims import Claim, Standing
from sayso.records.desk import Judgement


class Arrived(Struct, frozen=True, kw_only=True):
    """A document that is new, and what it says of itself."""

    document: str
    known: str
    title: str | None
    publisher: str | None
    published: str | None


class Met(Struct, frozen=True, kw_only=True):
    """An actor that no document named before; `documents` are those that do now."""

    actor: str
    name: str
    sort: str
    documents: tuple[str, ...]


class Stands(Struct, frozen=True, kw_only=True):
    """A claim that nobody made before, or that stands otherwise: `before` is its old standing."""

    claim: str
    proposition: str
    standing: Standing
    before: Standing | None
    origins_min: int
    origins_max: int
    documents: int
    why: str


class News(Struct, frozen=True, kw_only=True):
    """What came to the desk after `since`, until `until`. `reread` counts documents that have a
    new analysis of a text that was there; `claimed` are claims that are new, `restood` those whose
    standing is another; `decided` and `taken_back` are judgements."""

    since: str
    until: str
    arrived: tuple[Arrived, ...]
    changed: tuple[Change, ...]
    reread: int
    met: tuple[Met, ...]
    claimed: tuple[Stands, ...]
    restood: tuple[Stands, ...]
    decided: tuple[Judgement, ...]
    taken_back: tuple[Judgement, ...]


def news(store: Store, *, since: str, as_of: str | None = None) -> News:
    """Tell what is new since a moment, an ISO 8601 date or time; a day is over at its end."""
    begin, end = stamp_of(since), stamp_of(as_of) if as_of else LATEST
    before, after = current(store, as_of=since), current(store, as_of=as_of)
    claimed, restood = _claims(claims(store, as_of=since), claims(store, as_of=as_of))
    with store.reading() as connection:
        judged = every(connection)
        return News(
            since=begin,
            until=stamp_of(as_of) if as_of else now(),
            arrived=tuple(_arrived(connection, begin, end)),
            changed=tuple(_changed(connection, begin, end)),
            reread=_reread(connection, begin, end),
            met=tuple(_met(before, after)),
            claimed=claimed,
            restood=restood,
            decided=tuple(one for one in judged if begin < one.known <= end),
            taken_back=tuple(
                one for one in judged if one.withdrawn and begin < one.withdrawn <= end
            ),
        )


def _arrived(connection: Connection, begin: str, end: str) -> Iterator[Arrived]:
    rows = connection.execute(
        select(
            documents.c.name,
            documents.c.known,
            versions.c.title,
            versions.c.publisher,
            versions.c.published,
        )
        .join(versions, versions.c.document == documents.c.id)
        .where(versions.c.number == 1, documents.c.known > begin, documents.c.known <= end)
        .order_by(documents.c.id)
    )
    for row in rows:
        yield Arrived(
            document=row.name,
            known=row.known,
            title=row.title,
            publisher=row.publisher,
            published=row.published,
        )


def _changed(connection: Connection, begin: str, end: str) -> Iterator[Change]:
    asked = (
        select(documents.c.name)
        .join(versions, versions.c.document == documents.c.id)
        .where(versions.c.number > 1, versions.c.known > begin, versions.c.known <= end)
        .group_by(documents.c.name)
        .order_by(documents.c.name)
    )
    for name in connection.execute(asked).scalars().all():
        yield from (one for one in steps.changes(connection, name) if begin < one.known <= end)


def _reread(connection: Connection, begin: str, end: str) -> int:
    """Count the versions whose analysis is not the first that was made of them."""
    first = (
        select(analyses.c.version, func.min(analyses.c.id).label("id"))
        .group_by(analyses.c.version)
        .subquery()
    )
    asked = (
        select(func.count(analyses.c.version.distinct()))
        .join(first, first.c.version == analyses.c.version)
        .where(analyses.c.id > first.c.id, analyses.c.known > begin, analyses.c.known <= end)
    )
    return connection.execute(asked).scalar_one()


def _met(before: Grouping, after: Grouping) -> Iterator[Met]:
    """Actors none of whose members is in an actor from before, those of most documents first."""
    known = {member.subject for actor in before.actors for member in actor.members}
    known |= {actor.id for actor in before.actors}
    new = (
        actor
        for actor in after.actors
        if actor.id not in known and known.isdisjoint(m.subject for m in actor.members)
    )
    for actor in sorted(new, key=lambda one: (-len(_documents(one)), one.name, one.id)):
        yield Met(actor=actor.id, name=actor.name, sort=actor.sort, documents=_documents(actor))


def _claims(
    before: Sequence[Claim], after: Sequence[Claim]
) -> tuple[tuple[Stands, ...], tuple[Stands, ...]]:
    """The claims none of whose statements was there, and those that stood otherwise; of the most
    documents first. A claim is told again by its statements: its id may follow another one."""
    told = {place: claim for claim in before for place in _places(claim)}
    claimed, restood = [], []
    for claim in after:
        known = [told[place] for place in _places(claim) if place in told]
        if not known:
            claimed.append(_stands(claim, None))
        elif claim.standing not in {one.standing for one in known}:
            restood.append(_stands(claim, known[0].standing))
    return tuple(claimed), tuple(restood)


def _places(claim: Claim) -> list[tuple[str, int, int]]:
    return [(one.document, one.start, one.end) for one in claim.statements]


def _stands(claim: Claim, before: Standing | None) -> Stands:
    return Stands(
        claim=claim.claim,
        proposition=claim.proposition,
        standing=claim.standing,
        before=before,
        origins_min=claim.origins_min,
        origins_max=claim.origins_max,
        documents=len({one.document for one in claim.statements}),
        why=claim.why,
    )


def _documents(actor: Actor) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member.document for member in actor.members))
