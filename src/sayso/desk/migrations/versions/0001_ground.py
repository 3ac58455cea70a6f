"""The first tables: what came in, what was said of it, families, judgements, the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001_ground"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
APPEND_ONLY = ("documents", "names", "versions", "analyses", "statements", "journal")


def upgrade() -> None:
    """Make the tables, the search index, and what keeps the record from being changed."""
    _records()
    _derived()
    _decisions()
    server = op.get_bind().dialect.name == "postgresql"
    for statement in _server() if server else _file():
        op.execute(statement)


def _key(name: str = "id") -> sa.Column[int]:
    return sa.Column(name, KEY, primary_key=True, autoincrement=False)


def _of(table: str, name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(
        name,
        KEY,
        sa.ForeignKey(f"{table}.id"),
        primary_key=key,
        nullable=False,
        autoincrement=False,
    )


def _words(*names: str, nullable: bool = False) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, WORDS, nullable=nullable) for name in names)


def _records() -> None:
    op.create_table("documents", _key(), *_words("name", "known"))
    op.create_index("documents_name", "documents", ["name"], unique=True)
    op.create_table(
        "names",
        sa.Column("kind", WORDS, primary_key=True),
        sa.Column("name", WORDS, primary_key=True),
        _of("documents", "document"),
        *_words("known"),
    )
    op.create_table(
        "versions",
        _key(),
        _of("documents", "document"),
        sa.Column("number", sa.Integer, nullable=False),
        *_words("digest", "sha256"),
        *_words(
            "title",
            "publisher",
            "url",
            "published",
            "language",
            "byline",
            "agency",
            nullable=True,
        ),
        *_words("known", "text"),
        sa.UniqueConstraint("document", "number", name="versions_number"),
    )
    op.create_table(
        "analyses",
        _key(),
        _of("versions", "version"),
        *_words("digest", "program", "known"),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_index("analyses_version", "analyses", ["version"])
    op.create_table(
        "statements",
        _key(),
        _of("analyses", "analysis"),
        *_words("name", "kind"),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer, nullable=False),
        sa.Column("words", sa.BigInteger, nullable=False),
        *_words("voice", "factuality"),
        sa.Column("confidence", sa.Float, nullable=False),
        *_words("ref", "attribution", nullable=True),
    )
    op.create_index("statements_analysis", "statements", ["analysis"])


def _derived() -> None:
    op.create_table(
        "signatures",
        _of("versions", "version", key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "prints",
        sa.Column("print", sa.BigInteger, primary_key=True, autoincrement=False),
        _of("versions", "version", key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("prints_version", "prints", ["version"])
    op.create_table(
        "matches",
        _of("versions", "one", key=True),
        _of("versions", "other", key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("matches_other", "matches", ["other"])
    op.create_table(
        "families",
        _of("documents", "document", key=True),
        _of("documents", "family"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=True),
    )
    op.create_index("families_family", "families", ["family"])
    op.create_table(
        "progress",
        sa.Column("name", WORDS, primary_key=True),
        sa.Column("through", sa.BigInteger, nullable=False),
    )


def _decisions() -> None:
    op.create_table(
        "judgements",
        _key(),
        *_words("subject"),
        *_words("other", nullable=True),
        *_words("verdict"),
        *_words("correction", nullable=True),
        *_words("who", "reason", "known"),
        *_words("withdrawn", "withdrawn_by", "withdrawn_because", nullable=True),
    )
    op.create_index("judgements_subject", "judgements", ["subject"])
    op.create_table(
        "journal",
        _key(),
        *_words("known", "kind"),
        sa.Column("subject", KEY, nullable=False),
        *_words("digest", "previous", "hash"),
    )
    op.create_index("journal_subject", "journal", ["kind", "subject"])


_KEPT = "id, subject, other, verdict, correction, who, reason, known".split(", ")
_OLD, _NEW = (", ".join(f"{row}.{name}" for name in _KEPT) for row in ("OLD", "NEW"))


def _file() -> list[str]:
    # The words of a version are the version's own: the index holds no copy of them.
    search = """
        CREATE VIRTUAL TABLE search USING fts5(
            title, text,
            content='versions', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
        )
    """
    refusals = [
        f"""
        CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} BEGIN
            SELECT RAISE(ABORT, '{table} are append only');
        END
        """
        for table in APPEND_ONLY
        for action in ("UPDATE", "DELETE")
    ]
    no_delete = """
        CREATE TRIGGER judgements_no_delete BEFORE DELETE ON judgements BEGIN
            SELECT RAISE(ABORT, 'judgements are withdrawn, not deleted');
        END
    """
    no_update = f"""
        CREATE TRIGGER judgements_no_update BEFORE UPDATE ON judgements
        WHEN OLD.withdrawn IS NOT NULL OR ({_OLD}) IS NOT ({_NEW}) BEGIN
            SELECT RAISE(ABORT, 'judgements can only be withdrawn, once');
        END
    """
    return [search, *refusals, no_delete, no_update]


def _server() -> list[str]:
    search = """
        CREATE TABLE search (
            version BIGINT NOT NULL REFERENCES versions (id),
            part INTEGER NOT NULL,
            words TSVECTOR NOT NULL,
            PRIMARY KEY (version, part)
        )
    """
    refuse = """
        CREATE FUNCTION sayso_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            RAISE EXCEPTION '% are append only', TG_TABLE_NAME;
        END $$
    """
    withdraw = f"""
        CREATE FUNCTION sayso_withdraw_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF OLD.withdrawn IS NOT NULL OR ({_OLD}) IS DISTINCT FROM ({_NEW}) THEN
                RAISE EXCEPTION 'judgements can only be withdrawn, once';
            END IF;
            RETURN NEW;
        END $$
    """
    refusals = [
        f"""
        CREATE TRIGGER {table}_append_only BEFORE {actions} OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION sayso_append_only()
        """
        for table, actions in [
            *((table, "UPDATE OR DELETE") for table in APPEND_ONLY),
            ("judgements", "DELETE"),
        ]
    ]
    no_update = """
        CREATE TRIGGER judgements_no_update BEFORE UPDATE ON judgements
        FOR EACH ROW EXECUTE FUNCTION sayso_withdraw_only()
    """
    index = "CREATE INDEX search_words ON search USING gin (words)"
    return [search, index, refuse, withdraw, *refusals, no_update]
