"""Which stored texts carry the same text: found as they come in, by look-ups in the database.

A version's fingerprints lead to the versions that share some; an alignment tells how much two have
in common, and that is kept, whatever comes of it. Only current versions are looked up, so at every
moment that one may ask about, all pairs of texts that were current then have been compared.

What bounds the work are `index.COMPARED` and `index.HOLDERS`. As long as no text shares enough
fingerprints with more than COMPARED others and no fingerprint is in more than HOLDERS, the order
in which documents come makes no difference; past that, it decides which of the many copies of one
text are compared with each other.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Row, Select, delete, select

from sayso.desk.families.alignment import Sorted, unpack
from sayso.desk.families.index import COMPARED, FAINT, FEW, HOLDERS, SHARED
from sayso.desk.families.match import Match, compare
from sayso.desk.families.signature import Signature, signature
from sayso.desk.schema import documents, matches, prints, signatures, versions
from sayso.desk.writing import Text
from sayso.records.text import Document

_AT_ONCE: Final = 10_000
"""Values in one question; SQLite takes 32,766."""


def relate(connection: Connection, new: Sequence[Text], *, replaced: Collection[int]) -> None:
    """Keep the signatures of new versions, and what each has in common with earlier ones."""
    for part in chunks(replaced):
        connection.execute(delete(prints).where(prints.c.version.in_(part)))
    if not new:
        return
    known = {each.version: _signature(each) for each in new}
    connection.execute(
        signatures.insert(),
        [{"version": key, "body": _nameless(each)} for key, each in known.items()],
    )
    pairs = _candidates(connection, known)
    known |= stored(connection, {earlier for _, earlier in pairs} - known.keys())
    ready: dict[int, Sorted] = {}
    rows = []
    for later, earlier in pairs:
        # The names decide which of two is the one and which the other, not the order they came in.
        one, other = sorted((later, earlier), key=lambda version: known[version].id)
        if one not in ready:
            ready[one] = unpack(known[one])
        match = compare(ready[one], known[other])
        if match.score >= FAINT:
            bare = msgspec.structs.replace(match, left="", right="")
            rows.append({"one": one, "other": other, "body": msgspec.msgpack.encode(bare)})
    if rows:
        connection.execute(matches.insert(), rows)


def stored(connection: Connection, asked: Collection[int]) -> dict[int, Signature]:
    """Give the signatures of versions."""
    rows = (
        row
        for part in chunks(asked)
        for row in connection.execute(_SIGNED.where(signatures.c.version.in_(part)))
    )
    return {row.version: _named(row) for row in rows}


def compared(
    connection: Connection, counted: Collection[int]
) -> tuple[dict[int, Signature], list[Match]]:
    """Give the signatures of the versions that count, in the order of their names, and what these
    have in common; without fingerprints, which lead to matches and take most of the room."""
    rows = (
        row
        for part in chunks(counted)
        for row in connection.execute(_SIGNED.where(signatures.c.version.in_(part)))
    )
    found = {row.version: _named(row, fingerprints=()) for row in rows}
    signed = dict(sorted(found.items(), key=lambda each: each[1].id))
    pairs = (
        row
        for part in chunks(counted)
        for row in connection.execute(select(matches).where(matches.c.one.in_(part)))
    )
    matched = [
        msgspec.structs.replace(
            msgspec.msgpack.decode(row.body, type=Match),
            left=signed[row.one].id,
            right=signed[row.other].id,
        )
        for row in pairs
        if row.other in signed
    ]
    return signed, sorted(matched, key=lambda match: (match.left, match.right))


# A body holds no names: the rows that it belongs to have them, and they may hold what the packing
# does not take, lone surrogates.
_SIGNED: Final[Select[Any]] = (
    select(
        signatures.c.version,
        signatures.c.body,
        documents.c.name,
        versions.c.publisher,
        versions.c.published,
        versions.c.agency,
    )
    .join(versions, versions.c.id == signatures.c.version)
    .join(documents, documents.c.id == versions.c.document)
)


def _nameless(signed: Signature) -> bytes:
    bare = msgspec.structs.replace(signed, id="", publisher=None, published=None, agency=None)
    return msgspec.msgpack.encode(bare)


def _named(row: Row[Any], **without: Any) -> Signature:  # noqa: ANN401 (fields of a signature)
    return msgspec.structs.replace(
        msgspec.msgpack.decode(row.body, type=Signature),
        id=row.name,
        publisher=row.publisher,
        published=row.published,
        agency=row.agency,
        **without,
    )


def _signature(new: Text) -> Signature:
    given = new.analysis
    return signature(
        Document(
            id=new.document,
            text=given.text,
            sha256=given.sha256,
            publisher=given.publisher,
            published=given.published,
            agency=given.agency,
        )
    )


def _candidates(connection: Connection, new: dict[int, Signature]) -> list[tuple[int, int]]:
    """Pairs of a new version and an earlier one worth comparing; enters the new fingerprints."""
    holders = _holders(connection, {x for each in new.values() for x in each.fingerprints})
    pairs: list[tuple[int, int]] = []
    rows: list[tuple[int, int]] = []
    for version, each in new.items():
        shared = Counter(x for print_ in each.fingerprints for x in holders[print_])
        needed = SHARED if len(each.fingerprints) > FEW else 1
        enough = [(-count, other) for other, count in shared.items() if count >= needed]
        pairs += [(version, other) for _, other in sorted(enough)[:COMPARED]]
        for print_ in each.fingerprints:
            if len(holders[print_]) < HOLDERS:
                holders[print_].append(version)
                rows.append((print_, version))
    if rows:
        # Some fifty rows a document: going by the driver halves what a document costs.
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        insert = f"INSERT INTO prints VALUES ({mark}, {mark})"  # noqa: S608 (a mark of two)
        connection.exec_driver_sql(insert, rows)
    return pairs


def _holders(connection: Connection, asked: Collection[int]) -> dict[int, list[int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for part in chunks(asked):
        for row in connection.execute(select(prints).where(prints.c.print.in_(part))):
            holders[row.print].append(row.version)
    return holders


def chunks(values: Iterable[int]) -> Iterator[list[int]]:
    """Give values in parts, each few enough for one question."""
    rest = iter(values)
    while part := list(islice(rest, _AT_ONCE)):
        yield part
