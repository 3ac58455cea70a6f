"""A desk into one file, and back: the whole of it as it was at one moment, while others add.

A backup is a desk itself, in SQLite. So a desk of PostgreSQL can be taken along in a file, and a
file be restored to PostgreSQL; its rows, keys and journal are the same in both.
"""

import sqlite3
from pathlib import Path
from typing import Final, cast

from sqlalchemy import Connection, Table, func, select

from sayso.desk import search
from sayso.desk.place import errors_of, shown
from sayso.desk.schema import documents, metadata, versions
from sayso.desk.store import Store
from sayso.errors import StoreError

_AT_ONCE: Final = 1000


def backup(store: Store, file: Path) -> None:
    """Write the desk to a new file, which is there when it is whole and not before.

    Raises StoreError where there is a file already, or no room.
    """
    if file.exists():
        raise StoreError(str(file), "is there already", "Name a new file for the backup")
    if not file.parent.is_dir():
        raise StoreError(str(file), "has no folder", "Make it, or name another file")
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        if store.is_file:
            _copy_file(store, part)
        else:
            with Store(part, create=True) as target:
                _copy_rows(store, target)
        _settle(part)
        part.rename(file)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(str(file), f"cannot be written ({error})", "Name another file") from error
    finally:
        for end in ("", "-wal", "-shm"):
            part.with_name(part.name + end).unlink(missing_ok=True)


def restore(store: Store, file: Path) -> None:
    """Bring the desk of a file into a store that holds nothing yet.

    Raises StoreError where it holds something, or the file is no desk.
    """
    with Store(file) as source:
        _copy_rows(source, store)


def _copy_file(store: Store, target: Path) -> None:
    with errors_of(store.place), store.engine.connect() as connection:
        copy = sqlite3.connect(target)
        try:
            original = cast(sqlite3.Connection, connection.connection.driver_connection)
            original.backup(copy)
        finally:
            copy.close()


def _settle(file: Path) -> None:
    """Leave one file, without a log beside it."""
    connection = sqlite3.connect(file)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


def _copy_rows(source: Store, target: Store) -> None:
    with source.reading() as old, target.writing() as new:
        if new.execute(select(func.count()).select_from(documents)).scalar_one():
            raise StoreError(
                shown(target.place), "holds documents already", "Restore into a new desk"
            )
        for table in metadata.sorted_tables:
            _copy_table(old, new, table)
        first = 0
        while rows := new.execute(
            select(versions.c.id, versions.c.title, versions.c.text)
            .where(versions.c.id > first)
            .order_by(versions.c.id)
            .limit(_AT_ONCE)
        ).all():
            search.add(new, [dict(row._mapping) for row in rows])  # noqa: SLF001
            first = rows[-1].id


def _copy_table(old: Connection, new: Connection, table: Table) -> None:
    found = old.execute(
        select(table).order_by(*table.primary_key), execution_options={"yield_per": _AT_ONCE}
    )
    for rows in found.mappings().partitions(_AT_ONCE):
        new.execute(table.insert(), [dict(row) for row in rows])
