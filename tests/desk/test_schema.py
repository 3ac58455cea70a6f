import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.dialects import sqlite

from sayso.desk.migrate import scripts
from sayso.desk.schema import APPEND_ONLY, REVISION, Exact, metadata, progress
from sayso.desk.store import Store
from sayso.errors import StoreError
from tests.desk.made import WIRE, add, analysis

AWKWARD = "\0 \ud83d\ude00 \udfff \uffff0000 \uffff \U0010ffff é"


@given(st.text(st.characters(exclude_categories=())) | st.text("\0\ud800\udfff\uffff0ad"))
def test_any_string_comes_back(given: str) -> None:
    dialect = sqlite.dialect()
    stored = Exact().process_bind_param(given, dialect)
    assert stored is not None
    assert "\0" not in stored
    stored.encode("utf-8")
    assert Exact().process_result_value(stored, dialect) == given


def test_the_databases_give_back_what_they_were_given(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(insert(progress), {"name": AWKWARD, "through": 1})
    with store.reading() as connection:
        assert connection.execute(select(progress.c.name)).scalar_one() == AWKWARD


def test_strings_are_in_the_order_of_their_code_points(store: Store) -> None:
    words = ["b", "B", "a", "é", "_", "z", "Z"]
    with store.writing() as connection:
        connection.execute(insert(progress), [{"name": x, "through": 1} for x in words])
    with store.reading() as connection:
        found = connection.execute(select(progress.c.name).order_by(progress.c.name))
        assert list(found.scalars()) == sorted(words)


def test_the_migrations_lead_to_the_tables(store: Store) -> None:
    assert scripts().get_current_head() == REVISION

    def ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not (name or "").startswith("search")

    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("action", ["UPDATE {} SET known = known", "DELETE FROM {}"])
def test_the_record_cannot_be_changed(store: Store, table: str, action: str) -> None:
    add(store, analysis("a", WIRE))
    column = {"statements": "UPDATE statements SET name = name"}
    asked = column.get(table) if action.startswith("UPDATE") else None
    with pytest.raises(StoreError, match="are append only"), store.writing() as connection:
        connection.execute(text(asked or action.format(table)))


def test_keys_lead_somewhere(store: Store) -> None:
    def dangle(connection: Connection) -> None:
        connection.execute(
            text("INSERT INTO names VALUES ('id', 'x', 77, '2026-01-01T00:00:00.000000Z')")
        )

    with pytest.raises(StoreError), store.writing() as connection:
        dangle(connection)
