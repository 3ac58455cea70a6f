import msgspec
import pytest
from sqlalchemy import text

from sayso.desk.check import faults
from sayso.desk.judgements import every, holding, judge, withdraw
from sayso.desk.store import Store
from sayso.errors import StoreError
from tests.desk.made import WIRE, add, analysis, at


def test_a_judgement_is_kept_by_name_with_its_reason(store: Store) -> None:
    with store.writing() as connection:
        made = judge(
            connection, "x", "correct", who="Inès", reason="read it", correction='{"place": "Gao"}'
        )
        judge(connection, "x", "same", other="y", who="Omar", reason="one spelling")
    with store.reading() as connection:
        assert holding(connection, subject="x")[0] == made
        assert len(holding(connection, subject="y")) == 1
        assert holding(connection, subject="z") == ()
    assert list(faults(store)) == []


def test_what_is_taken_back_stays_readable(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-03-04T10:00Z")
    with store.writing() as connection:
        made = judge(connection, "x", "reject", who="Inès", reason="a joke")
    at(monkeypatch, "2026-03-05T10:00Z")
    with store.writing() as connection:
        taken = withdraw(connection, made.id, who="Omar", reason="no joke")
    with store.reading() as connection:
        assert holding(connection) == ()
        assert every(connection) == (taken,)
        assert [each.id for each in holding(connection, as_of="2026-03-04")] == [made.id]
        assert holding(connection, as_of="2026-03-03") == ()
        assert holding(connection, as_of="2026-03-05") == ()
    assert (
        msgspec.structs.replace(taken, withdrawn=None, withdrawn_by=None, withdrawn_because=None)
        == made
    )
    assert list(faults(store)) == []


def test_it_is_taken_back_once(store: Store) -> None:
    with store.writing() as connection:
        made = judge(connection, "x", "reject", who="Inès", reason="a joke")
        withdraw(connection, made.id, who="Omar", reason="no joke")
        for number in (made.id, 99):
            with pytest.raises(ValueError, match="holds"):
                withdraw(connection, number, who="Omar", reason="no joke")


@pytest.mark.parametrize("lacking", [{"who": " "}, {"reason": ""}, {"subject": ""}])
def test_nobody_decides_nothing_without_a_reason(store: Store, lacking: dict[str, str]) -> None:
    said = {"subject": "x", "who": "Inès", "reason": "read it"} | lacking
    with store.writing() as connection, pytest.raises(ValueError, match="needs"):
        judge(connection, said["subject"], "accept", who=said["who"], reason=said["reason"])


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE judgements SET who = 'x'",
        "UPDATE judgements SET other = 'x'",
        "UPDATE judgements SET withdrawn = NULL WHERE id = 2",
        "DELETE FROM judgements",
    ],
)
def test_no_judgement_is_overwritten(store: Store, change: str) -> None:
    with store.writing() as connection:
        judge(connection, "x", "accept", who="Inès", reason="read it")
        judge(connection, "x", "accept", who="Inès", reason="read it")
        withdraw(connection, 2, who="Omar", reason="no")
    with pytest.raises(StoreError), store.writing() as connection:
        connection.execute(text(change))


def test_adding_touches_no_judgement(store: Store) -> None:
    add(store, analysis("a", WIRE))
    with store.writing() as connection:
        made = judge(connection, "a", "accept", who="Inès", reason="read it")
    add(store, analysis("a", WIRE + " More."), again=True)
    with store.reading() as connection:
        assert every(connection) == (made,)
