"""Actors in one SQLite file: written once, read where they are asked for.

Invariant: `actor` holds each entity whole, with its posts nested, as zlib over JSON against the one
dictionary of the file; `name` maps a spelling's key to the numbers of actors. Opening reads the
dictionary alone, and a look-up touches one branch of one index, whatever the size.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

import msgspec

from sayso.errors import IntakeError
from sayso.knowledge.actors.actor import Actor, actor
from sayso.knowledge.actors.ftm import checked
from sayso.knowledge.actors.spelling import key, spellings

VERSION: Final = 1

_ADVICE: Final = "Delete it and take its actors in again with `sayso actors add`"
_EXAMPLES: Final = 400
_DICTIONARY_BYTES: Final = 16_000


def write(path: Path, entities: Iterable[dict[str, Any]]) -> int:
    """Write nested entities to a new file; gives their number. An existing file is replaced."""
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    database = sqlite3.connect(beside)
    count = 0
    try:
        database.executescript(
            f"PRAGMA user_version={VERSION}; PRAGMA journal_mode=OFF; PRAGMA page_size=4096;"
            "CREATE TABLE dictionary (bytes BLOB NOT NULL);"
            "CREATE TABLE actor (number INTEGER PRIMARY KEY, entity BLOB NOT NULL);"
            "CREATE TABLE name (key INTEGER, number INTEGER, PRIMARY KEY (key, number))"
            " WITHOUT ROWID;"
        )
        rest = iter(entities)
        first = list(islice(rest, _EXAMPLES))
        dictionary = b"".join(map(msgspec.json.encode, first))[-_DICTIONARY_BYTES:]
        database.execute("INSERT INTO dictionary VALUES (?)", (dictionary,))
        names: set[tuple[int, int]] = set()
        for count, entity in enumerate(chain(first, rest), 1):
            packed = _pack(msgspec.json.encode(entity), dictionary)
            database.execute("INSERT INTO actor VALUES (?, ?)", (count, packed))
            names.update((k, count) for k in _keys(actor(checked(entity))))
        database.executemany("INSERT INTO name VALUES (?, ?)", sorted(names))
        database.commit()
        database.execute("VACUUM")
    finally:
        database.close()
    beside.replace(path)
    return count


class Store:
    """One file of actors, open for reading; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """Raises IntakeError for a file that `write` of this version did not make."""
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            (version,) = self._database.execute("PRAGMA user_version").fetchone()
            if version != VERSION:
                raise IntakeError(str(path), f"is of version {version}, not {VERSION}", _ADVICE)
            row = self._database.execute("SELECT bytes FROM dictionary").fetchone()
        except sqlite3.Error as error:
            raise IntakeError(str(path), f"is no file of actors ({error})", _ADVICE) from error
        self._dictionary: bytes = row[0]

    def find(self, keys: Iterable[int]) -> Iterator[Actor]:
        """The actors that any of these keys leads to."""
        wanted = tuple(dict.fromkeys(keys))
        marks = ",".join("?" * len(wanted))
        rows = self._database.execute(
            "SELECT entity FROM actor WHERE number IN "  # noqa: S608
            f"(SELECT number FROM name WHERE key IN ({marks})) ORDER BY number",
            wanted,
        )
        return (_unpack(row[0], self._dictionary) for row in rows.fetchall())

    def __iter__(self) -> Iterator[Actor]:
        for (entity,) in self._database.execute("SELECT entity FROM actor ORDER BY number"):
            yield _unpack(entity, self._dictionary)

    def __len__(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM actor").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _keys(one: Actor) -> Iterator[int]:
    person = one.schema == "Person"
    for name in (*one.names, *one.weak):
        yield from map(key, spellings(name, person=person))


def _pack(raw: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(9, wbits=-15, zdict=dictionary)
    return packer.compress(raw) + packer.flush()


def _unpack(packed: bytes, dictionary: bytes) -> Actor:
    raw = zlib.decompressobj(wbits=-15, zdict=dictionary).decompress(packed)
    return actor(checked(msgspec.json.decode(raw)))
