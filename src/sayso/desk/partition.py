"""The families of all documents of the desk, as they are now and as they were.

They follow from the signatures and matches that `copies` keeps, whatever order these came in. The
table of families is what they come to now; whoever asks first after something came in brings it
up to date.
"""

from typing import Final

import msgspec
from sqlalchemy import Connection, Select, delete, func, select

from sayso.desk.clock import as_of as stamp_of
from sayso.desk.families.index import Family, FamilyIndex
from sayso.desk.families.match import Match
from sayso.desk.families.signature import Signature
from sayso.desk.schema import documents, families, matches, progress, signatures, versions
from sayso.desk.store import Store

_MARK: Final = "families"
_BY_PARTS: Final = {"yield_per": 1000}


def refresh(store: Store) -> None:
    """Bring the table of families up to date, if anything came in since."""
    with store.reading() as connection:
        if _through(connection) == _latest(connection):
            return
    with store.writing() as connection:
        latest = _latest(connection)
        if _through(connection) != latest:
            _write(connection, _computed(connection, None), latest)


def current(store: Store, *, as_of: str | None = None) -> tuple[Family, ...]:
    """Give the families, by id, the members of each with the root first.

    With `as_of`, an ISO 8601 date or time, those of what the desk knew then.
    """
    if as_of is None:
        refresh(store)
        with store.reading() as connection:
            return _kept(connection)
    with store.reading() as connection:
        return _computed(connection, stamp_of(as_of))


def newest(known: str | None) -> Select[tuple[int]]:
    """Select the version of each document that was current at a stamp, or is now."""
    asked = select(func.max(versions.c.id)).group_by(versions.c.document)
    return asked if known is None else asked.where(versions.c.known <= known)


def _computed(connection: Connection, known: str | None) -> tuple[Family, ...]:
    # Fingerprints lead to matches, which are here already, and take most of the room.
    counted = set(connection.execute(newest(known)).scalars())
    signed = [
        msgspec.structs.replace(msgspec.msgpack.decode(row.body, type=Signature), fingerprints=())
        for row in connection.execute(select(signatures), execution_options=_BY_PARTS)
        if row.version in counted
    ]
    matched = [
        msgspec.msgpack.decode(row.body, type=Match)
        for row in connection.execute(select(matches), execution_options=_BY_PARTS)
        if row.one in counted and row.other in counted
    ]
    signed.sort(key=lambda each: each.id)
    matched.sort(key=lambda each: (each.left, each.right))
    return FamilyIndex(signed, matched).families()


def _write(connection: Connection, found: tuple[Family, ...], through: int) -> None:
    ids = {row.name: row.id for row in connection.execute(select(documents))}
    connection.execute(delete(families))
    connection.execute(
        families.insert(),
        [
            {
                "document": ids[member],
                "family": ids[family.id],
                "place": place,
                "body": None if place else msgspec.msgpack.encode(family),
            }
            for family in found
            for place, member in enumerate(family.members)
        ],
    )
    connection.execute(delete(progress).where(progress.c.name == _MARK))
    connection.execute(progress.insert(), {"name": _MARK, "through": through})


def _kept(connection: Connection) -> tuple[Family, ...]:
    bodies = connection.execute(select(families.c.body).where(families.c.place == 0))
    found = [msgspec.msgpack.decode(row.body, type=Family) for row in bodies]
    return tuple(sorted(found, key=lambda family: family.id))


def _through(connection: Connection) -> int:
    asked = select(progress.c.through).where(progress.c.name == _MARK)
    return connection.execute(asked).scalar() or 0


def _latest(connection: Connection) -> int:
    return connection.execute(select(func.max(versions.c.id))).scalar() or 0
