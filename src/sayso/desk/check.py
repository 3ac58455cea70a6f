"""Whether the desk is what it promises to be: every text, span, statement, entry, judgement.

file         SQLite's own checks of pages, keys and the search index
journal      no entry is missing, changed or slipped in, and each is of a row that is there
versions     each has its digest and its entry; those of a document are numbered 1, 2, 3 ...,
             and none says what the one before it said
visits       a page that is not fetched again while it does not change has its document here
analyses     each is of its text, with every span inside it, and has its digest and its entry
statements   the rows are those of the analysis, with the words that stand in the text
judgements   each has its entry, and its taking back too
copies       each version has its signature; families reckon with versions that are there
"""

import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, Table, and_, func, select
from sqlalchemy.exc import DBAPIError

from sayso.desk import journal as chain
from sayso.desk.adding import digests
from sayso.desk.documents import unpacked
from sayso.desk.identity import address, digest
from sayso.desk.judgements import every, judgement_digest, withdrawal_digest
from sayso.desk.schema import (
    analyses,
    documents,
    families,
    journal,
    judgements,
    names,
    progress,
    signatures,
    statements,
    versions,
    visits,
)
from sayso.desk.spans import outside
from sayso.desk.store import Store
from sayso.desk.writing import analysis_digest, statement_rows, version_digest
from sayso.errors import RecordError
from sayso.intake.identity import sha256
from sayso.records.desk import EntryKind, Fault
from sayso.records.text import Document

_AT_ONCE: Final = 100
_STATED: Final = tuple(x.name for x in statements.c if x.name not in ("id", "analysis"))
_STANDS_FOR: Final[dict[EntryKind, Table]] = {
    "version": versions,
    "analysis": analyses,
    "judgement": judgements,
    "withdrawal": judgements,
}


def faults(store: Store, *, sealed: str | None = None) -> Iterator[Fault]:
    """Go through the whole desk and give what does not hold; nothing for a whole one.

    `sealed` is a hash that somebody noted down earlier (see `Contents`): it must be in the
    journal still. No more than a hundred texts are in memory at a time.
    """
    if store.is_file:
        yield from _file(store)
    with store.reading() as connection:
        yield from _journal(connection, sealed)
        yield from _versions(connection)
        yield from _visits(connection)
        yield from _analyses(connection)
        yield from _judgements(connection)
        yield from _copies(connection)


def _file(store: Store) -> Iterator[Fault]:
    with store.reading() as connection:
        yield from _pages(connection)
    # The index is asked by writing to it, though nothing is written.
    with store.writing() as connection:
        yield from _search(connection)


def _pages(connection: Connection) -> Iterator[Fault]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield Fault(where="file", what=said)
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault(where=f"{table} {row}", what=f"points to a row of {parent} that is not there")


def _search(connection: Connection) -> Iterator[Fault]:
    try:
        connection.exec_driver_sql(
            "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"
        )
    except DBAPIError as error:
        yield Fault(where="search", what=f"is not the index of the texts ({error.orig})")


def _journal(connection: Connection, noted: str | None) -> Iterator[Fault]:
    before, met = None, noted is None
    for entry in chain.entries(connection):
        where = f"journal {entry.number}"
        if entry.number != (before.number if before else 0) + 1:
            yield Fault(where=where, what="entries before it are missing")
        if before and entry.known < before.known:
            yield Fault(where=where, what="is older than the entry before it")
        previous = before.hash if before else chain.BEGINNING
        if entry.previous != previous or chain.seal(entry) != entry.hash:
            yield Fault(where=where, what="its hash is not that of what it says")
        before, met = entry, met or entry.hash == noted
    if not met:
        yield Fault(where="journal", what=f"has no entry with the hash {noted}")
    for kind, table in _STANDS_FOR.items():
        gone = select(journal.c.subject).where(
            journal.c.kind == kind,
            ~select(table.c.id).where(table.c.id == journal.c.subject).exists(),
        )
        for (row,) in connection.execute(gone):
            yield Fault(where=f"{kind} {row}", what="is in the journal and not in the desk")
        twice = select(journal.c.subject).where(journal.c.kind == kind)
        for (row,) in connection.execute(twice.group_by("subject").having(func.count() > 1)):
            yield Fault(where=f"{kind} {row}", what="is in the journal twice")


def _versions(connection: Connection) -> Iterator[Fault]:
    numbers: dict[int, int] = defaultdict(int)
    said: dict[int, str] = {}
    asked = select(versions, documents.c.name).join(
        documents, documents.c.id == versions.c.document
    )
    for row in _sealed(connection, asked, versions, "version"):
        where = f"version {row.id} of {row.name}"
        numbers[row.document] += 1
        if row.number != numbers[row.document]:
            yield Fault(where=where, what=f"is numbered {row.number}, not {numbers[row.document]}")
        if said.get(row.document) == row.digest:
            yield Fault(where=where, what="says what the version before it said")
        said[row.document] = row.digest
        if sha256(row.text) != row.sha256 or digest(_document(row)) != row.digest:
            yield Fault(where=where, what="its text or what is stated of it has changed")
        yield from _held_against(
            where,
            row,
            version_digest(row.name, row.number, row.digest, row.url, row.modified),
        )
    bare = select(documents.c.name).where(
        ~select(versions.c.id).where(versions.c.document == documents.c.id).exists()
        | ~select(names.c.name).where(names.c.document == documents.c.id).exists()
    )
    for (name,) in connection.execute(bare):
        yield Fault(where=f"document {name}", what="has no version, or no name")


def _visits(connection: Connection) -> Iterator[Fault]:
    for url in connection.execute(
        select(visits.c.address).where(visits.c.body.is_(None))
    ).scalars():
        if not digests(connection, url, address(url)):
            yield Fault(where=f"visit to {url}", what="left no document")


def _analyses(connection: Connection) -> Iterator[Fault]:
    asked = select(analyses, versions.c.text, versions.c.sha256).join(
        versions, versions.c.id == analyses.c.version
    )
    for row in _sealed(connection, asked, analyses, "analysis"):
        where = f"analysis {row.id}"
        try:
            record = zlib.decompress(row.record)
            analysis = unpacked(record, row.text)
        except (zlib.error, RecordError) as error:
            yield Fault(where=where, what=f"cannot be read ({error})")
            continue
        if analysis.sha256 != row.sha256:
            yield Fault(where=where, what="is of another text")
        for name, (start, end) in outside(analysis):
            yield Fault(where=where, what=f"{name} is [{start}, {end}], which the text has not")
        found = analysis_digest(row.version, record)
        yield from _held_against(where, row, found if found == row.digest else None)
        kept = connection.execute(
            select(statements).where(statements.c.analysis == row.id).order_by(statements.c.id)
        )
        said = statement_rows(analysis)
        if [{name: getattr(each, name) for name in _STATED} for each in kept] != said:
            yield Fault(where=where, what="its statements are not those of its record and text")
    bare = select(versions.c.id).where(
        ~select(analyses.c.id).where(analyses.c.version == versions.c.id).exists()
    )
    for (version,) in connection.execute(bare):
        yield Fault(where=f"version {version}", what="has no analysis")


def _judgements(connection: Connection) -> Iterator[Fault]:
    entries = {
        (row.kind, row.subject): (row.digest, row.known)
        for row in connection.execute(
            select(journal).where(journal.c.kind.in_(("judgement", "withdrawal")))
        )
    }
    for each in every(connection):
        where = f"judgement {each.id}"
        if entries.get(("judgement", each.id)) != (judgement_digest(each), each.known):
            yield Fault(where=where, what="is not what the journal says it was")
        taken = (withdrawal_digest(each), each.withdrawn) if each.withdrawn else None
        if entries.get(("withdrawal", each.id)) != taken:
            yield Fault(where=where, what="was taken back otherwise than the journal says")


def _copies(connection: Connection) -> Iterator[Fault]:
    unsigned = select(versions.c.id).where(
        ~select(signatures.c.version).where(signatures.c.version == versions.c.id).exists()
    )
    for (version,) in connection.execute(unsigned):
        yield Fault(where=f"version {version}", what="has no signature")
    latest = connection.execute(select(func.max(versions.c.id))).scalar() or 0
    asked = select(progress.c.through).where(progress.c.name == "families")
    through = connection.execute(asked).scalar() or 0
    if through > latest:
        yield Fault(where="families", what="reckon with versions that are not there")
    if through == latest:
        lone = select(documents.c.name).where(
            ~select(families.c.document).where(families.c.document == documents.c.id).exists()
        )
        for (name,) in connection.execute(lone):
            yield Fault(where=f"document {name}", what="is in no family")


def _sealed(
    connection: Connection, asked: Select[Any], table: Table, kind: EntryKind
) -> Iterator[Row[Any]]:
    """Rows in their order, each with what its entry in the journal says."""
    entry = journal.alias()
    of_row = and_(entry.c.kind == kind, entry.c.subject == table.c.id)
    joined = asked.add_columns(
        entry.c.digest.label("sealed_digest"), entry.c.known.label("sealed_known")
    ).outerjoin(entry, of_row)
    yield from connection.execute(
        joined.order_by(table.c.id), execution_options={"yield_per": _AT_ONCE}
    )


def _held_against(where: str, row: Row[Any], found: str | None) -> Iterator[Fault]:
    if row.sealed_digest is None:
        yield Fault(where=where, what="is in no entry of the journal")
    elif (row.sealed_digest, row.sealed_known) != (found, row.known):
        yield Fault(where=where, what="is not what the journal says it was")


def _document(row: Row[Any]) -> Document:
    return Document(
        id=row.name,
        text=row.text,
        sha256=row.sha256,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        language=row.language,
        byline=row.byline,
        agency=row.agency,
    )
