"""A batch of analyses as rows: documents, versions, analyses, statements, and the journal's."""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import UNSET, Struct
from sqlalchemy import Connection, Table, func, select, tuple_

from sayso.desk import search
from sayso.desk.identity import sha256_of
from sayso.desk.journal import Pen
from sayso.desk.schema import analyses, documents, names, statements, versions
from sayso.records.desk import Outcome
from sayso.records.json import to_json
from sayso.records.reading import Analysis

Row = dict[str, Any]


class Arrival(Struct, frozen=True, kw_only=True):
    """An analysis on its way in; see `identity` for `digest` and `address`, `Document` for `live`
    and `modified`."""

    analysis: Analysis
    digest: str
    address: str | None
    live: bool
    modified: str | None


class Text(Struct, frozen=True, kw_only=True):
    """A version that is new: its row, its document's name, and what stands in it."""

    version: int
    document: str
    analysis: Analysis


class Written(Struct, frozen=True, kw_only=True):
    """What a batch came to: an outcome an arrival, the new versions, and those they replace."""

    outcomes: list[Outcome]
    texts: list[Text]
    replaced: list[int]


class _Held(Struct, frozen=True):
    """A version that is there."""

    id: int
    number: int
    digest: str


def write(
    connection: Connection, arrivals: Sequence[Arrival], *, program: str, again: bool
) -> Written:
    """Write a batch in which no document comes twice. `program` is what made the analyses."""
    return _Batch(connection, arrivals, program=program, again=again).write()


class _Batch:
    """The rows of one transaction, collected and then written a table at a time."""

    def __init__(
        self, connection: Connection, arrivals: Sequence[Arrival], *, program: str, again: bool
    ) -> None:
        self._program = program
        self._connection = connection
        self._arrivals = arrivals
        self._again = again
        self._pen = Pen(connection)
        self._rows: dict[Table, list[Row]] = {
            table: [] for table in (documents, names, versions, analyses, statements)
        }
        self._next = {
            table: 1 + (connection.execute(select(func.max(table.c.id))).scalar() or 0)
            for table in (documents, versions, analyses, statements)
        }
        self._texts: list[Text] = []
        self._replaced: list[int] = []

    def write(self) -> Written:
        called = _called(self._connection, self._arrivals)
        held = _held(self._connection, {document for document, _ in called.values()})
        read = self._read([each.id for found in held.values() for each in found])
        outcomes = [self._take(arrival, called, held, read) for arrival in self._arrivals]
        for table, rows in self._rows.items():
            if rows:
                self._connection.execute(table.insert(), rows)
        self._pen.write()
        search.add(self._connection, self._rows[versions])
        return Written(outcomes=outcomes, texts=self._texts, replaced=self._replaced)

    def _read(self, held: list[int]) -> dict[int, str]:
        """The digests of the last analyses of versions; asked for only where they matter."""
        if not (self._again and held):
            return {}
        found = self._connection.execute(
            select(analyses.c.version, analyses.c.digest)
            .where(analyses.c.version.in_(held))
            .order_by(analyses.c.id)
        )
        return {row.version: row.digest for row in found}

    def _take(
        self,
        arrival: Arrival,
        called: dict[tuple[str, str], tuple[int, str]],
        held: dict[int, list[_Held]],
        read: dict[int, str],
    ) -> Outcome:
        given = arrival.analysis
        known = called.get(("id", given.id)) or called.get(("address", arrival.address or ""))
        document, name = known or (self._id(documents), given.id)
        if known is None:
            self._add(documents, id=document, name=name, known=self._pen.known)
        for kind, alias in (("id", given.id), ("address", arrival.address)):
            if alias is not None and (kind, alias) not in called:
                self._add(names, kind=kind, name=alias, document=document, known=self._pen.known)
        before = held.get(document, [])
        same = [
            each
            for each in (before[-1:] if arrival.live else before)
            if each.digest == arrival.digest
        ]
        if not same:
            version = self._version(arrival, document, name, before)
            self._analysis(given, version)
            return "changed" if before else "new"
        if self._again and self._analysis(given, same[-1].id, unlike=read.get(same[-1].id)):
            return "reread"
        return "held"

    def _version(self, arrival: Arrival, document: int, name: str, before: list[_Held]) -> int:
        given, version = arrival.analysis, self._id(versions)
        number = before[-1].number + 1 if before else 1
        self._replaced += [each.id for each in before]
        self._add(
            versions,
            id=version,
            document=document,
            number=number,
            digest=arrival.digest,
            sha256=given.sha256,
            title=given.title,
            publisher=given.publisher,
            url=given.url,
            published=given.published,
            language=given.language,
            byline=given.byline,
            agency=given.agency,
            known=self._pen.known,
            text=given.text,
            modified=arrival.modified,
        )
        sealed = version_digest(name, number, arrival.digest, given.url, arrival.modified)
        self._pen.note("version", version, sealed)
        self._texts.append(Text(version=version, document=name, analysis=given))
        return version

    def _analysis(self, given: Analysis, version: int, *, unlike: str | None = None) -> bool:
        """Add an analysis, if it is unlike the one with this digest."""
        record = to_json(msgspec.structs.replace(given, text=""))
        digest = analysis_digest(version, record)
        if digest == unlike:
            return False
        analysis = self._id(analyses)
        self._add(
            analyses,
            id=analysis,
            version=version,
            digest=digest,
            program=self._program,
            known=self._pen.known,
            record=zlib.compress(record),
        )
        self._pen.note("analysis", analysis, digest)
        for row in statement_rows(given):
            self._add(statements, id=self._id(statements), analysis=analysis, **row)
        return True

    def _id(self, table: Table) -> int:
        given = self._next[table]
        self._next[table] += 1
        return given

    def _add(self, table: Table, **row: Any) -> None:  # noqa: ANN401 (a column is of its type)
        self._rows[table].append(row)


def version_digest(
    document: str, number: int, digest: str, url: str | None, modified: str | None
) -> str:
    """Give what the journal says of a version."""
    # Desks of before 0004 have nothing to say of a change, and their entries stay as they are.
    return sha256_of([document, number, digest, url, *([modified] if modified else [])])


def analysis_digest(version: int, record: bytes) -> str:
    """Give what the journal says of an analysis; `record` is its JSON without the text."""
    return sha256_of([version, record.decode("utf-8")])


def statement_rows(analysis: Analysis) -> list[Row]:
    """Give the statements of an analysis as rows, but for their keys."""
    found = () if analysis.statements is UNSET else analysis.statements
    return [
        {
            "name": each.id,
            "kind": each.kind,
            "start": each.content[0],
            "until": each.content[1],
            "words": words_sum(analysis.text[slice(*each.content)]),
            "voice": each.voice,
            "factuality": each.factuality,
            "confidence": each.confidence,
            "ref": each.ref,
            "attribution": each.attribution,
        }
        for each in found
    ]


def words_sum(words: str) -> int:
    """Give the CRC-32 of words."""
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))


def _called(
    connection: Connection, arrivals: Sequence[Arrival]
) -> dict[tuple[str, str], tuple[int, str]]:
    """The documents that are known by the arrivals' ids and addresses: row and name of each."""
    asked = [("id", each.analysis.id) for each in arrivals]
    asked += [("address", each.address) for each in arrivals if each.address is not None]
    found = connection.execute(
        select(names.c.kind, names.c.name, documents.c.id, documents.c.name.label("document"))
        .join(documents, documents.c.id == names.c.document)
        .where(tuple_(names.c.kind, names.c.name).in_(asked))
    )
    return {(row.kind, row.name): (row.id, row.document) for row in found}


def _held(connection: Connection, known: set[int]) -> dict[int, list[_Held]]:
    """The versions of documents, first to last."""
    held: dict[int, list[_Held]] = defaultdict(list)
    if known:
        found = connection.execute(
            select(versions.c.document, versions.c.id, versions.c.number, versions.c.digest)
            .where(versions.c.document.in_(known))
            .order_by(versions.c.id)
        )
        for row in found:
            held[row.document].append(_Held(row.id, row.number, row.digest))
    return held
