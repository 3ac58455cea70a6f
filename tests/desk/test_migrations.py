"""A desk that an earlier version wrote comes through every step with nothing changed."""

import pytest
from alembic import command
from sqlalchemy import text

from sayso.desk import check, migrate, store
from sayso.desk.documents import history
from sayso.desk.store import Store

KNOWN = {"known": "2026-03-04T10:00:00.000000Z"}
ROWS = {
    "documents": "1, 'a', :known",
    "names": "'id', 'a', 1, :known",
    "versions (id, document, number, digest, sha256, text, known)": (
        "1, 1, 1, '', '', 'Denied.', :known"
    ),
}


def test_a_desk_of_the_first_tables_is_brought_up_to_date(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first(connection: object, _: str) -> None:
        command.upgrade(migrate._config(connection), "0001_ground")  # type: ignore[arg-type]  # noqa: SLF001

    with monkeypatch.context() as patched:
        patched.setattr(migrate, "upgrade", first)
        patched.setattr(store, "REVISION", "0001_ground")
        with Store(place, create=True) as old, old.writing() as connection:
            for table, row in ROWS.items():
                connection.execute(text(f"INSERT INTO {table} VALUES ({row})"), KNOWN)  # noqa: S608
    with Store(place) as new:
        with new.reading() as connection:
            (version,) = history(connection, "a")
        assert (version.text, version.modified) == ("Denied.", None)
        assert "visit" not in "".join(fault.where for fault in check.faults(new))
