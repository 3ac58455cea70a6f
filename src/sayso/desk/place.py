"""Where a desk lies, and the engine that reaches it: a file, or a database of PostgreSQL."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from sayso.errors import StoreError

WAIT: Final = 60
"""Seconds that a writer waits for another one. A transaction takes well under one."""

WRITES: Final = "sayso_writes"
"""The execution option of a connection that is going to write: seconds to wait for its turn."""

_SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")
_CACHE_KIBIBYTES = 64 * 1024
_LOG_PAGES = 8192
"""Of 4 KiB each, in the log before it is worked into the file. Fingerprints go all over the file,
so with SQLite's own thousand most pages are written anew each time: adding 20,000 documents took
473 a CPU second with it and 516 with this."""

_LOCK: Final = 0x5A150
"""The advisory lock of those who write to one database of PostgreSQL."""

_FULL = ("disk is full", "No space left", "could not extend")
_BUSY = ("database is locked", "lock timeout", "database table is locked")
_FOREIGN = ("file is not a database", "malformed", "unsupported file format")


def default_place() -> str:
    """Give the desk in the user's data folder."""
    from platformdirs import user_data_path  # noqa: PLC0415 (only who names no desk needs it)

    return str(user_data_path("sayso", appauthor=False) / "desk.sqlite")


def is_server(place: str) -> bool:
    """Whether a place is a URL of PostgreSQL and not a file."""
    return place.startswith(_SCHEMES)


def shown(place: str) -> str:
    """Give a place without its password."""
    if not is_server(place):
        return place
    return _url(place).set(drivername="postgresql").render_as_string(hide_password=True)


def engine(place: str) -> Engine:
    """Make an engine whose transactions begin when they say so. Opens no connection yet.

    Raises StoreError for a URL that cannot be one, or without the driver.
    """
    if not is_server(place):
        url = URL.create("sqlite", database=os.fspath(Path(place).absolute()))
        made = create_engine(url, connect_args={"timeout": WAIT})
        event.listen(made, "connect", _set_up_file)
        event.listen(made, "begin", _begin_file)
        return made
    try:
        made = create_engine(_url(place), isolation_level="REPEATABLE READ")
    except ModuleNotFoundError as error:
        raise StoreError(
            shown(place), "needs psycopg", "Install it: pip install 'sayso[postgres]'"
        ) from error
    event.listen(made, "begin", _begin_server)
    return made


@contextmanager
def errors_of(place: str) -> Iterator[None]:
    """Turn what the database says into a StoreError that says what to do."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).strip().splitlines() or [type(error.orig).__name__]
        raise StoreError(shown(place), *_reason(said[0])) from error
    except SQLAlchemyError as error:
        raise StoreError(
            shown(place), f"failed ({error})", "Run `sayso desk check` on it"
        ) from error


def _reason(said: str) -> tuple[str, str]:
    """What happened, and what to do about it."""
    if any(sign in said for sign in _FULL):
        return f"has no room ({said})", "Make room and run the command again; it goes on from here"
    if any(sign in said for sign in _BUSY):
        return f"is being written to ({said})", f"Try again: {WAIT} seconds were not enough"
    if any(sign in said for sign in _FOREIGN):
        return f"is damaged or is no desk ({said})", "Name another file, or restore a backup"
    return f"cannot be used ({said})", "Check its name, your rights and its disk"


def _url(place: str) -> URL:
    try:
        return make_url(place).set(drivername="postgresql+psycopg")
    except ArgumentError as error:
        raise StoreError("given", "is no URL", "Write postgresql://user@host/database") from error


def _set_up_file(connection: sqlite3.Connection, _: object) -> None:
    """Ready a connection. What it is told here holds for it alone, but for the journal's mode."""
    # Else the driver begins transactions itself, late, and leaves changes of tables out of them.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
    # A process that is killed loses nothing; a machine that loses power may lose the last
    # seconds, whole transactions of them, and adding again brings them back.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    _to_wal(connection)


def _to_wal(connection: sqlite3.Connection) -> None:
    """Let readers read while one writes. The change itself does not wait, so it is tried again."""
    end = time.monotonic() + WAIT
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not any(sign in str(error) for sign in _BUSY) or time.monotonic() > end:
                raise
            time.sleep(0.01)


def _begin_file(connection: Connection) -> None:
    # A writer that began by reading could not go on once another one wrote in between.
    wait = connection.get_execution_options().get(WRITES)
    if wait is not None:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {_milliseconds(wait)}")
    connection.exec_driver_sql("BEGIN" if wait is None else "BEGIN IMMEDIATE")


def _begin_server(connection: Connection) -> None:
    wait = connection.get_execution_options().get(WRITES)
    if wait is not None:
        # Whoever waited for the lock must see what was written meanwhile.
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_milliseconds(wait)}ms'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def _milliseconds(wait: float) -> int:
    return round(wait * 1000)
