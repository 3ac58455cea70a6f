"""What is kept is what would be made anew, whatever happens to the desk in between."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, func, select

from sayso.desk.check import faults
from sayso.desk.claims import asked, kept
from sayso.desk.claims.reckoning import claims as reckoned
from sayso.desk.judgements import holding
from sayso.desk.partition import current as families
from sayso.desk.review.deciding import decide, decide_two, undo
from sayso.desk.review.reliability import current as graded
from sayso.desk.review.reliability import rate
from sayso.desk.review.rulings import readings, rejected_statements, statement_pairs
from sayso.desk.schema import claims
from sayso.desk.store import Store
from sayso.errors import SaysoError
from sayso.records.claims import Claim
from tests.desk.made import add, analysis, at

ONE = "Marchers closed the airport road at El Alto on Wednesday."
SAME = "The airport road at El Alto was closed by marchers on Wednesday."
DENIAL = "No marchers closed the airport road at El Alto on Wednesday."
BY: Any = {"who": "Ana", "reason": "rang them"}
SUBJECT = f"plain:a:0-{len(ONE)}"
DAYS = ("2026-03-04T10:00Z", "2026-03-05T10:00Z", "2026-03-06T10:00Z")

Step = Callable[[Store], object]

CHANGES: dict[str, Step] = {
    "a document": lambda desk: add(desk, analysis("c", SAME, publisher="Wire")),
    "a denial": lambda desk: add(desk, analysis("d", DENIAL, publisher="Gazette")),
    "a version": lambda desk: add(desk, analysis("b", DENIAL, publisher="Post")),
    "a reading": lambda desk: add(
        desk,
        msgspec.structs.replace(analysis("b", SAME, publisher="Post"), statements=(), sentences=()),
        again=True,
    ),
    "a rejection": lambda desk: decide(desk, SUBJECT, "reject", **BY),
    "a correction": lambda desk: decide(
        desk, SUBJECT, "correct", changes={"factuality": "CT-"}, **BY
    ),
    "a split": lambda desk: decide_two(desk, SUBJECT, f"plain:b:0-{len(SAME)}", "not_same", **BY),
    "a letter": lambda desk: rate(desk, "Post", "B", **BY),
}


@pytest.fixture
def desk(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    at(monkeypatch, DAYS[0])
    add(store, analysis("a", ONE, publisher="Kestrel News"))
    add(store, analysis("b", SAME, publisher="Post"))
    at(monkeypatch, DAYS[1])
    return store


def anew(store: Store, as_of: str | None = None) -> tuple[Claim, ...]:
    """What nothing that is kept takes part in."""
    found = families(store, as_of=as_of)
    with store.reading() as connection:
        judged = statement_pairs(connection, as_of=as_of)
        return reckoned(
            [each.analysis for each in readings(connection, as_of=as_of)],
            found,
            same=judged.same,
            not_same=judged.not_same,
            rejected=rejected_statements(connection, as_of=as_of),
        )


@contextmanager
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Note each time that claims are made."""
    times: list[object] = []

    def noted(*given: object, **said: object) -> tuple[Claim, ...]:
        times.append(said)
        return reckoned(*given, **said)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(asked, "claims", noted)
        yield times


def take_back(store: Store) -> None:
    with store.reading() as connection:
        decided = holding(connection)
    for one in decided[-1:]:
        undo(store, one.id, **BY)


def held(store: Store) -> int:
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(claims)).scalar_one()


def test_what_was_made_once_is_not_made_again(desk: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with made(monkeypatch) as times:
        first = asked.current(desk)
        assert asked.current(desk) == first == anew(desk)
        assert asked.current(desk, as_of="2026-03-04") == first
        assert len(times) == 1
    assert list(faults(desk)) == []


@pytest.mark.parametrize("change", CHANGES)
def test_every_kind_of_change_is_seen(
    desk: Store, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, graded_before = asked.current(desk), graded(desk)
    CHANGES[change](desk)
    assert asked.current(desk) == anew(desk)
    assert graded(desk) != graded_before
    assert asked.current(desk, as_of="2026-03-04") == before == anew(desk, "2026-03-04")
    if change == "a letter":
        assert asked.current(desk) == before
    at(monkeypatch, DAYS[2])
    if change in ("a rejection", "a correction", "a split", "a letter"):
        undo(desk, 1, **BY)
        with made(monkeypatch) as times:
            assert asked.current(desk) == before == anew(desk)
            assert times == []
        assert graded(desk) == graded_before
        assert graded(desk, as_of="2026-03-05") != graded_before


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from([*CHANGES, "asking", "undoing"]), min_size=2, max_size=6))
def test_whatever_happens_in_whatever_order(
    steps: Sequence[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with (
        pytest.MonkeyPatch.context() as patched,
        Store(tmp_path_factory.mktemp("desk") / "desk", create=True) as store,
    ):
        at(patched, DAYS[0])
        add(store, analysis("a", ONE, publisher="Kestrel News"))
        add(store, analysis("b", SAME, publisher="Post"))
        for hour, step in enumerate(steps):
            at(patched, f"2026-03-05T{hour:02}:00Z")
            # What an earlier step has taken away cannot be decided on.
            with suppress(SaysoError):
                {**CHANGES, "asking": asked.current, "undoing": take_back}[step](store)
            assert asked.current(store) == anew(store)
        for hour in range(len(steps)):
            then = f"2026-03-05T{hour:02}:00Z"
            assert asked.current(store, as_of=then) == anew(store, then)


def test_no_more_are_kept_than_a_few(desk: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(kept.KEPT + 2):
        add(desk, analysis(f"x{number}", SAME))
        last = asked.current(desk)
    assert held(desk) == kept.KEPT
    with made(monkeypatch) as times:
        assert asked.current(desk) == last
        assert times == []


def test_other_code_makes_them_anew(desk: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked.current(desk)
    monkeypatch.setattr(kept, "_code", lambda: "other")
    with made(monkeypatch) as times:
        asked.current(desk)
        assert len(times) == 1


def test_words_that_no_database_takes(store: Store) -> None:
    add(store, analysis("a \udfff", "Half \ud83d of the road at El Alto was closed.\0 " + ONE))
    assert asked.current(store) == asked.current(store) == anew(store)


def test_while_another_writes_an_ask_is_answered(
    desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "PATIENCE", 0.05)
    with Store(desk.place) as other:
        with other.writing():
            assert asked.current(desk) == anew(desk)
        assert held(desk) == 0
        assert asked.current(other) == asked.current(desk)
        assert held(desk) == 1


def test_a_desk_that_cannot_be_written_to_is_asked_all_the_same(tmp_path: Path) -> None:
    with Store(tmp_path / "desk.sqlite", create=True) as store:
        add(store, analysis("a", ONE))
        before = asked.current(store)
        add(store, analysis("b", SAME))
        store.engine.dispose()
        event.listen(store.engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only = ON"))
        assert asked.current(store) == anew(store) != before
        assert held(store) == 1
