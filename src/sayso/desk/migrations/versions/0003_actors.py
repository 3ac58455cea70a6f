"""Actors: the named entities of analyses, who they come to, and what that leaves open."""

import sqlalchemy as sa
from alembic import op

revision = "0003_actors"
down_revision = "0001_ground"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables. All they hold follows from analyses and judgements."""
    op.create_table(
        "scenes",
        sa.Column(
            "analysis",
            KEY,
            sa.ForeignKey("analyses.id"),
            primary_key=True,
            nullable=False,
            autoincrement=False,
        ),
        _body(),
    )
    op.create_table("actors", sa.Column("id", WORDS, primary_key=True), _body())
    op.create_table(
        "doubts", sa.Column("number", sa.Integer, primary_key=True, autoincrement=False), _body()
    )


def _body() -> sa.Column[bytes]:
    return sa.Column("body", sa.LargeBinary, nullable=False)
