"""How much a desk holds."""

from pathlib import Path

from sqlalchemy import Connection, Table, func, select, text

from sayso.desk import journal as chain
from sayso.desk.place import shown
from sayso.desk.schema import (
    REVISION,
    analyses,
    documents,
    journal,
    judgements,
    statements,
    versions,
)
from sayso.desk.store import Store
from sayso.records.desk import Contents

_BESIDE = ("", "-wal")


def contents(store: Store) -> Contents:
    """Count what a desk holds."""
    with store.reading() as connection:
        last = chain.last(connection)
        known = connection.execute(
            select(func.min(versions.c.known), func.max(versions.c.known))
        ).one()
        published = connection.execute(
            select(func.min(versions.c.published), func.max(versions.c.published))
        ).one()
        return Contents(
            place=shown(store.place),
            revision=REVISION,
            documents=_count(connection, documents),
            versions=_count(connection, versions),
            analyses=_count(connection, analyses),
            statements=_count(connection, statements),
            judgements=_count(connection, judgements),
            entries=_count(connection, journal),
            sealed=last.hash if last else chain.BEGINNING,
            size=_size(store, connection),
            first_known=known[0],
            last_known=known[1],
            first_published=published[0],
            last_published=published[1],
        )


def first_known(connection: Connection) -> str | None:
    """Give when the first document came, as a stamp; None for an empty desk."""
    return connection.execute(select(func.min(versions.c.known))).scalar()


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _size(store: Store, connection: Connection) -> int:
    if not store.is_file:
        return int(
            connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
        )
    files = (Path(store.place + end) for end in _BESIDE)
    return sum(file.stat().st_size for file in files if file.exists())
