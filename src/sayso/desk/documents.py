"""What the desk holds of one document: its versions, its analyses, what was known when."""

import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, and_, select

from sayso.desk.clock import as_of as stamp_of
from sayso.desk.schema import analyses, documents, names, versions
from sayso.records.desk import Version
from sayso.records.json import from_json
from sayso.records.reading import Analysis

_SAID = (
    "number", "known", "sha256", "text", "title", "publisher", "url", "published", "modified",
    "byline",
)  # fmt: skip
_AT_ONCE = 100


def history(connection: Connection, id: str) -> tuple[Version, ...]:  # noqa: A002
    """Give the versions of a document by any id it came in under, first to last."""
    found = connection.execute(
        select(documents.c.name, *(versions.c[name] for name in _SAID))
        .join(documents, documents.c.id == versions.c.document)
        .join(names, and_(names.c.document == documents.c.id, names.c.kind == "id"))
        .where(names.c.name == id)
        .order_by(versions.c.number)
    )
    return tuple(
        Version(document=row.name, **{name: getattr(row, name) for name in _SAID}) for row in found
    )


def readings(connection: Connection, id: str) -> tuple[Analysis, ...]:  # noqa: A002
    """Give every analysis that was made of a document, first to last; each has its text."""
    found = connection.execute(
        select(analyses.c.record, versions.c.text)
        .join(versions, versions.c.id == analyses.c.version)
        .join(names, and_(names.c.document == versions.c.document, names.c.kind == "id"))
        .where(names.c.name == id)
        .order_by(analyses.c.id)
    )
    return tuple(unpacked(zlib.decompress(row.record), row.text) for row in found)


def current(connection: Connection, *, as_of: str | None = None) -> Iterator[Analysis]:
    """Give the last analysis of the last version of each document, in the order they first came.

    With `as_of`, an ISO 8601 date or time, what was known to the desk then. Not more than a
    hundred are in memory at a time.
    """
    known = stamp_of(as_of) if as_of else None
    asked = select(analyses.c.record, versions.c.text).join(
        versions, versions.c.id == analyses.c.version
    )
    later, again = versions.alias(), analyses.alias()
    newer = and_(later.c.document == versions.c.document, later.c.number > versions.c.number)
    remade = and_(again.c.version == versions.c.id, again.c.id > analyses.c.id)
    if known is not None:
        asked = asked.where(analyses.c.known <= known)
        newer, remade = and_(newer, later.c.known <= known), and_(remade, again.c.known <= known)
    asked = asked.where(
        ~select(later.c.id).where(newer).exists(), ~select(again.c.id).where(remade).exists()
    ).order_by(versions.c.document)
    found = connection.execute(asked, execution_options={"yield_per": _AT_ONCE})
    return (unpacked(zlib.decompress(row.record), row.text) for row in found)


def unpacked(record: bytes, text: str) -> Analysis:
    """Make an analysis of its JSON, which is kept without its text, and the version's text.

    Raises RecordError for what is no analysis.
    """
    return msgspec.structs.replace(from_json(record), text=text)
