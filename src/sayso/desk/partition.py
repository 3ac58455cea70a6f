"""The families of all documents of the desk, as they are now and as they were.

They follow from the signatures and matches that `copies` keeps, whatever order these came in. The
table of families is what they come to now; whoever asks first after something came in brings it
up to date, which makes those anew that may be others now (`remade`).
"""

import json
from contextlib import suppress
from typing import Final

import msgspec
from sqlalchemy import Connection, delete, func, select

from sayso.desk.clock import as_of as stamp_of
from sayso.desk.copies import chunks, compared
from sayso.desk.current import newest
from sayso.desk.families.index import Family, FamilyIndex
from sayso.desk.remade import Remade, remade
from sayso.desk.schema import documents, families, furniture, lines, progress, versions
from sayso.desk.store import Store
from sayso.errors import StoreError

_MARK: Final = "families"


def refresh(store: Store) -> None:
    """Bring the table of families up to date, if anything came in since."""
    while True:
        with store.reading() as connection:
            since, latest = _through(connection), _latest(connection)
            if since == latest:
                return
            found = remade(connection, since=since)
        with store.writing() as connection:
            # Others may have written meanwhile, and what was made here rests on what was there.
            if _through(connection) == since:
                if not since:
                    _clear(connection)
                _write(connection, found, latest)
                return


def current(store: Store, *, as_of: str | None = None) -> tuple[Family, ...]:
    """Give the families, by id, the members of each with the root first.

    With `as_of`, an ISO 8601 date or time, those of what the desk knew then.
    """
    if as_of is None:
        # Where nothing can be written, they are made for this one answer.
        with suppress(StoreError):
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


def _computed(connection: Connection, known: str | None) -> tuple[Family, ...]:
    counted = set(connection.execute(newest(known)).scalars())
    signed, matched = compared(connection, counted)
    return FamilyIndex(signed.values(), matched).families()


def _write(connection: Connection, found: Remade, through: int) -> None:
    for part in chunks(found.documents):
        connection.execute(delete(families).where(families.c.document.in_(part)))
    ids = {
        row.name: row.id
        for part in chunks(found.documents)
        for row in connection.execute(select(documents).where(documents.c.id.in_(part)))
    }
    rows = [
        {
            "document": ids[member],
            "family": ids[family.id],
            "place": place,
            "body": None if place else _packed(family),
        }
        for family in found.families
        for place, member in enumerate(family.members)
    ]
    if rows:
        connection.execute(families.insert(), rows)
    _write_lines(connection, found)
    connection.execute(delete(progress).where(progress.c.name == _MARK))
    connection.execute(progress.insert(), {"name": _MARK, "through": through})


def _clear(connection: Connection) -> None:
    for table in (families, lines, furniture):
        connection.execute(delete(table))


def _write_lines(connection: Connection, found: Remade) -> None:
    for part in chunks(found.left):
        connection.execute(delete(lines).where(lines.c.version.in_(part)))
    for part in chunks(found.ceased):
        connection.execute(delete(furniture).where(furniture.c.line.in_(part)))
    if found.entered:
        rows = [{"line": line, "version": version} for line, version in found.entered]
        connection.execute(lines.insert(), rows)
    if found.became:
        connection.execute(furniture.insert(), [{"line": line} for line in found.became])


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
