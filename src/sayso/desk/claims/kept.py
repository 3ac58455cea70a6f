"""Claims that were made once, kept for as long as they would come out the same.

They are kept under a digest of all that they follow from: what came in, which the journal's hash
tells, the decisions that hold and bear on claims, and the code. So what is kept is never out of
date, only unused, and may be thrown away at any time.
"""

import json
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import Connection, delete, func, select

import sayso
from sayso.desk.clock import as_of as stamp_of
from sayso.desk.identity import sha256_of
from sayso.desk.judgements import holding, judgement_digest
from sayso.desk.schema import claims, journal
from sayso.desk.store import Store
from sayso.errors import StoreError
from sayso.intake.identity import sha256
from sayso.records.claims import Claim
from sayso.records.desk import Judgement

KEPT: Final = 4
"""Answers that a desk keeps, the latest: the claims of now, and of a few moments asked about."""

PATIENCE: Final = 2.0
"""Seconds to wait for another writer: what is not kept is only made again."""

_ROOMS: Final = ("desk", "reading", "knowledge", "records")
"""The rooms that claims are made in, of which the code is a part of what they follow from."""

_CODE: Final = (".py", ".toml", ".txt")


def state(connection: Connection, *, as_of: str | None = None) -> str:
    """Give a digest of all that the claims of a desk follow from, now or at `as_of` (ISO 8601).

    Families follow from what came in. Letters for sources are not in claims yet, and which actors
    are one is no matter of theirs.
    """
    came = select(journal.c.hash).where(journal.c.kind.in_(("version", "analysis")))
    if as_of is not None:
        came = came.where(journal.c.known <= stamp_of(as_of))
    last = connection.execute(came.order_by(journal.c.id.desc()).limit(1)).scalar()
    decided = [judgement_digest(one) for one in holding(connection, as_of=as_of) if _bears(one)]
    return sha256_of([_code(), last, decided])


def found(connection: Connection, state: str) -> tuple[Claim, ...] | None:
    """Give the claims that were kept for a state; None for none."""
    body = connection.execute(select(claims.c.body).where(claims.c.state == state)).scalar()
    return None if body is None else _unpacked(body)


def keep(store: Store, state: str, made: Sequence[Claim]) -> None:
    """Keep the claims of a state, if that can be done: where the desk cannot be written to, or
    others write all the time, nothing is kept."""
    try:
        with store.writing(wait=PATIENCE) as connection:
            if connection.execute(select(claims.c.state).where(claims.c.state == state)).first():
                return
            number = 1 + (connection.execute(select(func.max(claims.c.number))).scalar() or 0)
            row = {"state": state, "number": number, "body": _packed(made)}
            connection.execute(claims.insert(), row)
            connection.execute(delete(claims).where(claims.c.number <= number - KEPT))
    except StoreError:
        return


def _bears(one: Judgement) -> bool:
    of_actors = one.other is not None and one.subject.startswith("entity:")
    return not (of_actors or one.subject.startswith("source:"))


@cache
def _code() -> str:
    """A digest of the version, the code and the word lists that claims are made by."""
    package = Path(sayso.__file__).parent
    files = (
        file
        for room in _ROOMS
        for file in sorted((package / room).rglob("*"))
        if file.suffix in _CODE
    )
    read = [[file.name, sha256(file.read_text("utf-8"))] for file in files]
    return sha256_of([sayso.__version__, read])


def _packed(made: Sequence[Claim]) -> bytes:
    try:
        written = msgspec.json.encode(made)
    except UnicodeEncodeError:
        # A lone surrogate, which UTF-8 does not take and JSON's escapes do.
        written = json.dumps(msgspec.to_builtins(made)).encode("ascii")
    return zlib.compress(written, level=1)


def _unpacked(body: bytes) -> tuple[Claim, ...]:
    written = zlib.decompress(body)
    try:
        return msgspec.json.decode(written, type=tuple[Claim, ...])
    except msgspec.DecodeError:
        return msgspec.convert(json.loads(written), tuple[Claim, ...])
