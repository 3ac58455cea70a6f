"""The actors of the desk, as they are now and as they were.

They follow from the analyses and judgements that the desk holds. The table of actors is what they
come to now; whoever asks first after something came in or was decided brings it up to date.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Select, delete, func, select

from sayso.desk import journal as chain
from sayso.desk.actors.corrected import corrected, nearest
from sayso.desk.actors.grouping import group
from sayso.desk.actors.record import Actor, Grouping, Scene, Unsure, of_sighting
from sayso.desk.actors.sightings import scene
from sayso.desk.clock import as_of as stamp_of
from sayso.desk.current import newest
from sayso.desk.documents import unpacked
from sayso.desk.judgements import holding
from sayso.desk.review.decided import Decided, decided
from sayso.desk.review.locating import places
from sayso.desk.review.rulings import LATEST, rulings
from sayso.desk.schema import actors, analyses, documents, doubts, progress, scenes, versions
from sayso.desk.store import Store
from sayso.records.desk import Judgement

_MARK: Final = "actors"
_AT_ONCE: Final = 200


def current(store: Store, *, as_of: str | None = None) -> Grouping:
    """Give the actors, by id, and the pairs that are unsure.

    With `as_of`, an ISO 8601 date or time, what the desk knew and people had decided then.
    """
    see(store)
    if as_of is not None:
        with store.reading() as connection:
            return _computed(connection, stamp_of(as_of), as_of)
    refresh(store)
    with store.reading() as connection:
        return _kept(connection)


def refresh(store: Store) -> None:
    """Bring the table of actors up to date, if anything came in or was decided since."""
    with store.reading() as connection:
        latest = _latest(connection)
        if _through(connection) == latest:
            return
    see(store)
    with store.reading() as connection:
        latest = _latest(connection)
        found = _computed(connection, LATEST, None)
    with store.writing() as connection:
        # Others may have written meanwhile what came of more.
        if _through(connection) < latest:
            _write(connection, found, latest)


def see(store: Store) -> None:
    """Take the sightings from analyses that nobody took them from yet, some at a time."""
    while True:
        with store.reading() as connection:
            made = [_seen(row) for row in connection.execute(_unseen().limit(_AT_ONCE))]
        if not made:
            return
        with store.writing() as connection:
            asked = select(scenes.c.analysis).where(
                scenes.c.analysis.in_([row["analysis"] for row in made])
            )
            there = set(connection.execute(asked).scalars())
            if new := [row for row in made if row["analysis"] not in there]:
                connection.execute(scenes.insert(), new)


def _unseen() -> Select[Any]:
    return (
        select(analyses.c.id, analyses.c.record, versions.c.text, documents.c.name)
        .join(versions, versions.c.id == analyses.c.version)
        .join(documents, documents.c.id == versions.c.document)
        .where(~select(scenes.c.analysis).where(scenes.c.analysis == analyses.c.id).exists())
        .order_by(analyses.c.id)
    )


def _seen(row: Any) -> dict[str, Any]:  # noqa: ANN401 (a row of `_unseen`)
    analysis = unpacked(zlib.decompress(row.record), row.text)
    made = scene(analysis, document=row.name, number=row.id)
    return {"analysis": row.id, "body": _packed(made)}


def _computed(connection: Connection, known: str, as_of: str | None) -> Grouping:
    ruled = rulings(connection, as_of=as_of)
    seen = [corrected(each, ruled.get(each.document, ())) for each in _scenes(connection, known)]
    judged = holding(connection, as_of=as_of)
    return group(seen, _decisions(connection, judged, seen, known))


def _scenes(connection: Connection, known: str) -> Iterator[Scene]:
    """The scenes of the last analyses of the last versions, in the order documents first came."""
    last = (
        select(func.max(analyses.c.id).label("id"))
        .where(analyses.c.version.in_(newest(known)), analyses.c.known <= known)
        .group_by(analyses.c.version)
        .subquery()
    )
    rows = connection.execute(
        select(scenes.c.body)
        .join(last, last.c.id == scenes.c.analysis)
        .join(analyses, analyses.c.id == scenes.c.analysis)
        .join(versions, versions.c.id == analyses.c.version)
        .order_by(versions.c.document),
        execution_options={"yield_per": _AT_ONCE},
    )
    return (_unpacked(row.body, Scene) for row in rows)


def _decisions(
    connection: Connection, judged: Sequence[Judgement], seen: Sequence[Scene], now: str
) -> tuple[Decided, ...]:
    """What people decided, about sightings as they are called now."""
    of_two = [one for one in judged if one.other is not None]
    if not of_two:
        return ()
    place = places(connection, of_two, now=now)
    by_document = {each.document: each.sightings for each in seen}

    def called(given: str, judgement: int) -> str:
        subject = place(given, judgement)
        if subject is None or subject.kind != "entity":
            return given
        found = nearest(by_document.get(subject.document, ()), subject.span)
        return of_sighting(found) if found else given

    return decided(
        msgspec.structs.replace(
            one,
            subject=called(one.subject, one.id),
            other=called(one.other, one.id) if one.other else None,
        )
        for one in of_two
    )


def _write(connection: Connection, found: Grouping, through: int) -> None:
    connection.execute(delete(actors))
    connection.execute(delete(doubts))
    if found.actors:
        rows = [{"id": each.id, "body": _packed(each)} for each in found.actors]
        connection.execute(actors.insert(), rows)
    left: list[Unsure | int] = [*found.unsure, *found.overruled]
    if left:
        connection.execute(
            doubts.insert(),
            [{"number": number, "body": _packed(each)} for number, each in enumerate(left)],
        )
    connection.execute(delete(progress).where(progress.c.name == _MARK))
    connection.execute(progress.insert(), {"name": _MARK, "through": through})


def _kept(connection: Connection) -> Grouping:
    kept = connection.execute(select(actors.c.body).order_by(actors.c.id)).scalars()
    left = connection.execute(select(doubts.c.body).order_by(doubts.c.number)).scalars()
    open_ = [_unpacked(body, Unsure | int) for body in left]
    return Grouping(
        actors=tuple(_unpacked(body, Actor) for body in kept),
        unsure=tuple(each for each in open_ if isinstance(each, Unsure)),
        overruled=tuple(each for each in open_ if isinstance(each, int)),
    )


def _packed(made: Scene | Actor | Unsure | int) -> bytes:
    # ASCII, since a name may hold a lone surrogate, which UTF-8 does not take.
    return json.dumps(msgspec.to_builtins(made), separators=(",", ":")).encode("ascii")


def _unpacked(body: bytes, type_: Any) -> Any:  # noqa: ANN401 (a record of any type)
    return msgspec.convert(json.loads(body), type_)


def _through(connection: Connection) -> int:
    asked = select(progress.c.through).where(progress.c.name == _MARK)
    return connection.execute(asked).scalar() or 0


def _latest(connection: Connection) -> int:
    last = chain.last(connection)
    return last.number if last else 0
