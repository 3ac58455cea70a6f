"""Take in a user's own actors: FollowTheMoney JSON lines, such as OpenSanctions publishes.

>>> add(Path("entities.ftm.json"))  # doctest: +SKIP
Added(actors=2130, posts=418, others=77, refused=())
"""

import gzip
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from sayso.errors import IntakeError
from sayso.knowledge.actors.actors import load, user_folder
from sayso.knowledge.actors.ftm import ACTORS, POSTS, Entity, decode, plain_object
from sayso.knowledge.actors.store import write

_LONGEST_LINE = 10_000_000
_GZIP: Final = b"\x1f\x8b"
_NESTED: Final = "positionOccupancies"
_KEPT: Final = (
    "name alias abbreviation previousName weakAlias country jurisdiction mainCountry nationality "
    "citizenship topics sector parent wikidataId incorporationDate birthDate dissolutionDate "
    "deathDate sourceUrl notes startDate endDate summary post"
).split()


class Added(Struct, frozen=True, kw_only=True):
    """What became of a file: actors taken in, posts joined to them, entities of other kinds left
    out, and each line that was refused, with the reason."""

    actors: int
    posts: int
    others: int
    refused: tuple[IntakeError, ...]


def add(file: Path, *, folder: Path | None = None) -> Added:
    """Take in a file of FollowTheMoney entities, one JSON object a line, plain or gzip.

    A file of the same name replaces what it brought before. Lines that are no entities are
    refused one by one and the rest is kept; with nothing to keep, nothing changes. `folder` is
    the user's data folder unless given. Raises IntakeError for a file that cannot be read or
    holds no actor, and where there is no room or no right to write.
    """
    target = user_folder() if folder is None else folder
    try:
        result = _take_in(file, target)
    except (OSError, sqlite3.Error) as error:
        advice = "Name another folder in SAYSO_ACTORS, or make room"
        raise IntakeError(str(target), f"cannot be written ({error})", advice) from error
    load.cache_clear()
    return result


def _take_in(file: Path, target: Path) -> Added:
    with (
        tempfile.TemporaryDirectory() as scratch,
        closing(sqlite3.connect(Path(scratch) / "staged.db")) as staged,
    ):
        result = _stage(file, staged)
        if not result.actors:
            reason = result.refused[0].reason if result.refused else "it holds no actor"
            raise IntakeError(str(file), reason, f"sayso takes {', '.join(sorted(ACTORS))}")
        target.mkdir(parents=True, exist_ok=True)
        write(target / f"{file.name}.db", _nested(staged))
    return result


def _stage(file: Path, staged: sqlite3.Connection) -> Added:
    staged.execute("CREATE TABLE entity (id TEXT PRIMARY KEY, schema TEXT, entity BLOB)")
    staged.execute("CREATE TABLE held (holder TEXT, entity BLOB)")
    others = 0
    refused = []
    for number, line in _lines(file):
        try:
            entity = _decoded(line)
        except ValueError as error:
            advice = "Each line is one FollowTheMoney entity; the other lines are read"
            refused.append(IntakeError(f"{file}, line {number}", str(error), advice))
            continue
        if entity.schema not in ACTORS | POSTS:
            others += 1
            continue
        packed = msgspec.json.encode(plain_object(entity, (*_KEPT, _NESTED)))
        if entity.schema == "Occupancy":
            rows = [(holder, packed) for holder in entity.texts("holder")]
            staged.executemany("INSERT INTO held VALUES (?, ?)", rows)
        else:
            row = (entity.id, entity.schema, packed)
            staged.execute("INSERT OR REPLACE INTO entity VALUES (?, ?, ?)", row)
    staged.execute("CREATE INDEX by_holder ON held (holder)")
    count = "SELECT (SELECT count(*) FROM entity WHERE schema != 'Position'), count(*) FROM held"
    actors, posts = staged.execute(count).fetchone()
    return Added(actors=actors, posts=posts, others=others, refused=tuple(refused))


def _decoded(line: bytes) -> Entity:
    entity = decode(line)
    if entity.schema == "Occupancy" and not (entity.texts("holder") and entity.texts("post")):
        raise ValueError(f"Occupancy {entity.id} lacks `holder` or `post`")
    return entity


def _nested(staged: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Every actor with the posts that other lines gave it."""
    rows = staged.execute("SELECT id, entity FROM entity WHERE schema != 'Position' ORDER BY id")
    for identifier, packed in rows:
        entity = msgspec.json.decode(packed)
        query = staged.execute("SELECT entity FROM held WHERE holder = ?", (identifier,))
        held = [_with_post(staged, msgspec.json.decode(row[0])) for row in query]
        if held:
            entity["properties"].setdefault(_NESTED, []).extend(held)
        yield entity


def _with_post(staged: sqlite3.Connection, occupancy: dict[str, Any]) -> dict[str, Any]:
    posts = []
    for identifier in filter(_is_text, occupancy["properties"]["post"]):
        query = "SELECT entity FROM entity WHERE id = ? AND schema = 'Position'"
        posts += [msgspec.json.decode(row[0]) for row in staged.execute(query, (identifier,))]
    return occupancy | {"properties": {**occupancy["properties"], "post": posts}}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with file.open("rb") as raw:
            zipped = raw.read(2) == _GZIP
        with gzip.open(file) if zipped else file.open("rb") as lines:
            number = 0
            while line := lines.readline(_LONGEST_LINE):
                number += 1
                if line.strip():
                    yield number, line
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise IntakeError(str(file), reason, "Give a file of JSON lines") from error
