"""The families of all documents of the desk, as they are now and as they were.

They follow from the signatures and matches that `copies` keeps, whatever order these came in. The
table of families is what they come to now; whoever asks first after something came in brings it
up to date.
"""

import json
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Select, delete, func, select

from sayso.desk.clock import as_of as stamp_of
from sayso.desk.copies import compared
from sayso.desk.families.index import Family, FamilyIndex
from sayso.desk.schema import documents, families, progress, versions
from sayso.desk.store import Store

_MARK: Final = "families"


def refresh(store: Store) -> None:
    """Bring the table of families up to date, if anything came in since."""
    with store.reading() as connection:
        latest = _latest(connection)
        if _through(connection) == latest:
            return
        found = _computed(connection, None)
    with store.writing() as connection:
        # Others may have written meanwhile what came in later still.
        if _through(connection) < latest:
            _write(connection, found, latest)


def current(store: Store, *, as_of: str | None = None) -> tuple[Family, ...]:
    """Give the families, by id, the members of each with the root first.

    With `as_of`, an ISO 8601 date or time, those of what the desk knew then.
    """
    if as_of is None:
        refresh(store)
    with store.reading() as connection:
        return within(connection, as_of=as_of)


def within(connection: Connection, *, as_of: str | None = None) -> tuple[Family, ...]:
    """Give what `current` does, of the very state that a connection sees."""
    if as_of is not None:
        return _computed(connection, stamp_of(as_of))
    if _through(connection) == _latest(connection):
        return _kept(connection)
    return _computed(connection, None)


def newest(known: str | None) -> Select[Any]:
    """Select the version of each document that was current at a stamp, or is now."""
    asked = select(func.max(versions.c.id)).group_by(versions.c.document)
    return asked if known is None else asked.where(versions.c.known <= known)


def _computed(connection: Connection, known: str | None) -> tuple[Family, ...]:
    counted = set(connection.execute(newest(known)).scalars())
    signed, matched = compared(connection, counted)
    return FamilyIndex(signed.values(), matched).families()


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
                "body": None if place else _packed(family),
            }
            for family in found
            for place, member in enumerate(family.members)
        ],
    )
    connection.execute(delete(progress).where(progress.c.name == _MARK))
    connection.execute(progress.insert(), {"name": _MARK, "through": through})


def _kept(connection: Connection) -> tuple[Family, ...]:
    bodies = connection.execute(select(families.c.body).where(families.c.place == 0))
    found = [msgspec.convert(json.loads(row.body), Family) for row in bodies]
    return tuple(sorted(found, key=lambda family: family.id))


def _packed(family: Family) -> bytes:
    # ASCII, since an id may hold a lone surrogate, which UTF-8 does not take.
    return json.dumps(msgspec.to_builtins(family)).encode("ascii")


def _through(connection: Connection) -> int:
    asked = select(progress.c.through).where(progress.c.name == _MARK)
    return connection.execute(asked).scalar() or 0


def _latest(connection: Connection) -> int:
    return connection.execute(select(func.max(versions.c.id))).scalar() or 0
