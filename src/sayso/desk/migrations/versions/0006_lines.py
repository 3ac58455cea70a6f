"""Which texts carry a line, so that families are made anew only where something came in."""

import sqlalchemy as sa
from alembic import op

revision = "0006_lines"
down_revision = "0005_claims"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables. They are filled with the families, which are all made anew once."""
    op.create_table(
        "lines",
        sa.Column("line", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column(
            "version",
            KEY,
            sa.ForeignKey("versions.id"),
            primary_key=True,
            nullable=False,
            autoincrement=False,
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("lines_version", "lines", ["version"])
    op.create_table(
        "furniture",
        sa.Column("line", sa.BigInteger, primary_key=True, autoincrement=False),
    )
    op.execute("DELETE FROM progress WHERE name = 'families'")
