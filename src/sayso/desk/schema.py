"""The tables of a desk, the same on SQLite and on PostgreSQL.

What came in and what was said about it is append only, and the database itself refuses to change
it (`migrations`). What follows from it (signatures, prints, matches, lines, furniture, families,
scenes, actors, doubts, claims) is kept because it is dear to make, and can be made anew at any
time.

Ids are given out by the writer, one after another, while it alone may write; so an id that is
greater came later.
"""

import re
from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

REVISION: Final = "0006_lines"
"""The last of the migrations that make these tables."""

_UNSTORABLE = re.compile("[\0\ud800-\udfff\uffff]")
_STORED = re.compile("\uffff([0-9a-f]{4})")


class Exact(TypeDecorator[str]):
    """Any Python string, given back code point for code point.

    Databases refuse NULs and lone surrogates, which texts may hold; such a one is written as
    U+FFFF, which is no character, and four hex digits. Order is by code point on both databases.
    """

    impl = Text().with_variant(Text(collation="C"), "postgresql")
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write a string."""
        if value is None or not _UNSTORABLE.search(value):
            return value
        return _UNSTORABLE.sub(lambda found: f"\uffff{ord(found[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Read a string."""
        if value is None or "\uffff" not in value:
            return value
        return _STORED.sub(lambda found: chr(int(found[1], 16)), value)


# SQLite makes a primary key its row number only when it is called an INTEGER.
Key = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData()


def _own_key() -> Column[int]:
    return Column("id", Key, primary_key=True, autoincrement=False)


def _key_of(table: str, name: str, *, primary_key: bool = False) -> Column[int]:
    return Column(
        name,
        Key,
        ForeignKey(f"{table}.id"),
        primary_key=primary_key,
        nullable=False,
        autoincrement=False,
    )


def _words(name: str, *, nullable: bool = False) -> Column[str]:
    return Column(name, Exact, nullable=nullable)


# Times are ISO 8601 in UTC, to the microsecond, so that their order is that of their letters.
# `known` is when the desk came to know; `published` is what the publication says of itself.

documents = Table("documents", metadata, _own_key(), _words("name"), _words("known"))
Index("documents_name", documents.c.name, unique=True)

# Everything that a document has come in under: `kind` is "id" or "address".
names = Table(
    "names",
    metadata,
    Column("kind", Exact, primary_key=True),
    Column("name", Exact, primary_key=True),
    _key_of("documents", "document"),
    _words("known"),
)

versions = Table(
    "versions",
    metadata,
    _own_key(),
    _key_of("documents", "document"),
    Column("number", Integer, nullable=False),
    _words("digest"),
    _words("sha256"),
    _words("title", nullable=True),
    _words("publisher", nullable=True),
    _words("url", nullable=True),
    _words("published", nullable=True),
    _words("language", nullable=True),
    _words("byline", nullable=True),
    _words("agency", nullable=True),
    _words("known"),
    _words("text"),
    _words("modified", nullable=True),
    UniqueConstraint("document", "number", name="versions_number"),
)

# `record` is the analysis in JSON without its text, which is the version's, packed by zlib.
analyses = Table(
    "analyses",
    metadata,
    _own_key(),
    _key_of("versions", "version"),
    _words("digest"),
    _words("program"),
    _words("known"),
    Column("record", LargeBinary, nullable=False),
)
Index("analyses_version", analyses.c.version)

# `words` is the CRC-32 of the content's words, so that a row can be held against its text.
statements = Table(
    "statements",
    metadata,
    _own_key(),
    _key_of("analyses", "analysis"),
    _words("name"),
    _words("kind"),
    Column("start", Integer, nullable=False),
    Column("until", Integer, nullable=False),
    Column("words", BigInteger, nullable=False),
    _words("voice"),
    _words("factuality"),
    Column("confidence", Float, nullable=False),
    _words("ref", nullable=True),
    _words("attribution", nullable=True),
)
Index("statements_analysis", statements.c.analysis)

signatures = Table(
    "signatures",
    metadata,
    _key_of("versions", "version", primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

prints = Table(
    "prints",
    metadata,
    Column("print", BigInteger, primary_key=True, autoincrement=False),
    _key_of("versions", "version", primary_key=True),
    sqlite_with_rowid=False,
)
Index("prints_version", prints.c.version)

matches = Table(
    "matches",
    metadata,
    _key_of("versions", "one", primary_key=True),
    _key_of("versions", "other", primary_key=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
Index("matches_other", matches.c.other)

# The lines of the texts that are current, by hash, and those that are furniture of pages.
lines = Table(
    "lines",
    metadata,
    Column("line", BigInteger, primary_key=True, autoincrement=False),
    _key_of("versions", "version", primary_key=True),
    sqlite_with_rowid=False,
)
Index("lines_version", lines.c.version)
furniture = Table(
    "furniture",
    metadata,
    Column("line", BigInteger, primary_key=True, autoincrement=False),
)

families = Table(
    "families",
    metadata,
    _key_of("documents", "document", primary_key=True),
    _key_of("documents", "family"),
    Column("place", Integer, nullable=False),
    Column("body", LargeBinary, nullable=True),
)
Index("families_family", families.c.family)

# The named entities of an analysis, as matching compares them.
scenes = Table(
    "scenes",
    metadata,
    _key_of("analyses", "analysis", primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

actors = Table(
    "actors",
    metadata,
    Column("id", Exact, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# What the actors leave open: pairs that may be one, judgements that later ones contradict.
doubts = Table(
    "doubts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
)

# All claims that a state of the desk comes to, packed; `number` tells which were made last.
claims = Table(
    "claims",
    metadata,
    Column("state", Exact, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# How far what is derived has come: "families" has the last version that they reckon with,
# "actors" the last entry of the journal.
progress = Table(
    "progress",
    metadata,
    Column("name", Exact, primary_key=True),
    Column("through", BigInteger, nullable=False),
)

# What is remembered of URLs: how their servers tell an edition, and what a feed said, packed.
visits = Table(
    "visits",
    metadata,
    Column("address", Exact, primary_key=True),
    _words("etag", nullable=True),
    _words("changed", nullable=True),
    Column("body", LargeBinary, nullable=True),
)

judgements = Table(
    "judgements",
    metadata,
    _own_key(),
    _words("subject"),
    _words("other", nullable=True),
    _words("verdict"),
    _words("correction", nullable=True),
    _words("who"),
    _words("reason"),
    _words("known"),
    _words("withdrawn", nullable=True),
    _words("withdrawn_by", nullable=True),
    _words("withdrawn_because", nullable=True),
)
Index("judgements_subject", judgements.c.subject)

journal = Table(
    "journal",
    metadata,
    _own_key(),
    _words("known"),
    _words("kind"),
    Column("subject", Key, nullable=False),
    _words("digest"),
    _words("previous"),
    _words("hash"),
)
Index("journal_subject", journal.c.kind, journal.c.subject)

APPEND_ONLY: Final = ("documents", "names", "versions", "analyses", "statements", "journal")
