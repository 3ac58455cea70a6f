"""Bring a desk's tables to this version's: Alembic, inside the caller's transaction."""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from sayso.desk.place import shown
from sayso.errors import StoreError

_SCRIPTS = "sayso.desk:migrations"


def upgrade(connection: Connection, place: str) -> None:
    """Run the migrations that are missing; the caller's transaction keeps all of them or none.

    Raises StoreError for a desk that a later version wrote.
    """
    try:
        command.upgrade(_config(connection), "head")
    except CommandError as error:
        raise StoreError(
            shown(place), f"was written by a later version of sayso ({error})", "Install that one"
        ) from error


def scripts() -> ScriptDirectory:
    """Give the migrations, first to last."""
    return ScriptDirectory.from_config(_config(None))


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    config.attributes["connection"] = connection
    return config
