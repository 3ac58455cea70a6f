import pytest
from sqlalchemy import text

from sayso.desk import judgements
from sayso.desk.check import faults
from sayso.desk.contents import contents
from sayso.desk.schema import APPEND_ONLY
from sayso.desk.store import Store
from tests.desk.made import OTHER, WIRE, add, analysis

TAMPERED = [
    ("UPDATE versions SET text = 'Trucks were let go.' WHERE id = 1", "version 1", "has changed"),
    ("UPDATE versions SET published = '2020-01-01' WHERE id = 1", "version 1", "has changed"),
    ("UPDATE versions SET url = 'https://a.example/b' WHERE id = 1", "version 1", "journal says"),
    ("UPDATE versions SET known = '2020' WHERE id = 1", "version 1", "journal says"),
    ("UPDATE versions SET number = 7 WHERE id = 3", "version 3", "numbered 7, not 2"),
    ("UPDATE versions SET modified = '2026-03-09' WHERE id = 1", "version 1", "journal says"),
    ("UPDATE versions SET digest = (SELECT digest FROM versions WHERE id = 1) WHERE id = 3",
     "version 3", "the version before"),
    ("UPDATE documents SET name = 'x' WHERE id = 1", "version 1", "journal says"),
    ("UPDATE analyses SET record = (SELECT record FROM analyses WHERE id = 2) WHERE id = 1",
     "analysis 1", "another text"),
    ("UPDATE analyses SET version = 2 WHERE id = 1", "analysis 1", "journal says"),
    ("UPDATE analyses SET program = 'x', digest = 'y' WHERE id = 1", "analysis 1", "journal says"),
    ("UPDATE statements SET start = start + 1 WHERE id = 2", "analysis 1", "its statements"),
    ("UPDATE statements SET words = 7 WHERE id = 2", "analysis 1", "its statements"),
    ("UPDATE statements SET voice = 'attributed' WHERE id = 2", "analysis 1", "its statements"),
    ("DELETE FROM statements WHERE id = 2", "analysis 1", "its statements"),
    ("UPDATE journal SET digest = 'x' WHERE id = 2", "journal 2", "hash"),
    ("UPDATE journal SET known = '2020' WHERE id = 2", "journal 2", "older"),
    ("DELETE FROM journal WHERE id = 2", "journal 3", "missing"),
    ("DELETE FROM journal WHERE id = (SELECT max(id) FROM journal WHERE kind = 'version')",
     "version 3", "in no entry"),
    ("UPDATE journal SET subject = 1 WHERE kind = 'version'", "version 1", "twice"),
    ("UPDATE journal SET subject = 99 WHERE kind = 'version' AND subject = 1", "version 99", "not"),
    ("UPDATE judgements SET reason = 'x' WHERE id = 1", "judgement 1", "journal says"),
    ("UPDATE judgements SET withdrawn = NULL WHERE id = 2", "judgement 2", "otherwise"),
    ("DELETE FROM names WHERE document = 2", "document b", "no name"),
    ("DELETE FROM signatures WHERE version = 1", "version 1", "no signature"),
    ("DELETE FROM families WHERE document = 1", "document a", "in no family"),
    ("UPDATE progress SET through = 99", "families", "not there"),
]  # fmt: skip


def filled(store: Store) -> None:
    add(store, analysis("a", WIRE), analysis("b", OTHER))
    add(store, analysis("a", f"{WIRE} Two came back."))
    with store.writing() as connection:
        judgements.judge(connection, "a", "accept", who="Ines", reason="seen in print")
        judgements.judge(connection, "b", "reject", who="Ines", reason="a translation")
        judgements.withdraw(connection, 2, who="Omar", reason="it is no translation")


def test_a_desk_is_whole(store: Store) -> None:
    assert list(faults(store)) == []
    filled(store)
    assert list(faults(store)) == []


@pytest.mark.parametrize(("change", "where", "what"), TAMPERED)
def test_what_was_changed_behind_its_back_is_found(
    store: Store, change: str, where: str, what: str
) -> None:
    filled(store)
    with store.engine.begin() as connection:
        # Whoever changes the file by hand can take the guards away too.
        if store.is_file:
            for table in (*APPEND_ONLY, "judgements"):
                for action in ("update", "delete"):
                    connection.execute(text(f"DROP TRIGGER {table}_no_{action}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(change))
    found = list(faults(store))
    assert any(where in fault.where and what in fault.what for fault in found), found


def test_a_seal_holds_what_came_before_it(store: Store) -> None:
    filled(store)
    sealed = contents(store).sealed
    add(store, analysis("c", f"{OTHER} More."))
    assert list(faults(store, sealed=sealed)) == []
    assert [fault.where for fault in faults(store, sealed="0" * 64)] == ["journal"]


def test_an_index_that_lost_a_text_is_found(store: Store) -> None:
    if not store.is_file:
        pytest.skip("PostgreSQL keeps its index itself")
    filled(store)
    with store.writing() as connection:
        connection.execute(text("INSERT INTO search (search) VALUES ('delete-all')"))
    assert [fault.where for fault in faults(store)] == ["search"]
