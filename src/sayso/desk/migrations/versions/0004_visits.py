"""What a page says of its last change, and what is remembered of visits to URLs."""

import sqlalchemy as sa
from alembic import op

revision = "0004_visits"
down_revision = "0003_actors"

WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add a column to versions, and a table."""
    op.add_column("versions", sa.Column("modified", WORDS, nullable=True))
    op.create_table(
        "visits",
        sa.Column("address", WORDS, primary_key=True),
        sa.Column("etag", WORDS, nullable=True),
        sa.Column("changed", WORDS, nullable=True),
        sa.Column("body", sa.LargeBinary, nullable=True),
    )
