"""The claims that a state of the desk came to, so that they need not be made again."""

import sqlalchemy as sa
from alembic import op

revision = "0005_claims"
down_revision = "0004_visits"

WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table. All it holds follows from analyses and judgements."""
    op.create_table(
        "claims",
        sa.Column("state", WORDS, primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
