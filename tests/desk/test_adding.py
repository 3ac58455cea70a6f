import msgspec
import pytest
from sqlalchemy import event, func, select

from sayso.desk.adding import BATCH, Adder, Found
from sayso.desk.check import faults
from sayso.desk.documents import history, readings
from sayso.desk.partition import current
from sayso.desk.schema import documents, journal, statements, versions
from sayso.desk.store import Store
from sayso.errors import IntakeError, RecordError, StoreError
from sayso.records.reading import Analysis
from tests.desk.made import OTHER, WIRE, add, analysis, at, document, read

URL = "https://delta.example/2026/trucks"


def outcomes(adder: Adder) -> dict[str, int]:
    return {outcome: count for outcome, count in adder.tally.items() if count}


def rows(store: Store) -> tuple[int, int]:
    with store.reading() as connection:
        counts = (
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (documents, versions)
        )
        return next(counts), next(counts)


def test_an_analysis_comes_back_whole(store: Store) -> None:
    given = analysis("a", WIRE, title="Trucks", publisher="Delta Post", published="2026-03-04")
    add(store, given)
    with store.reading() as connection:
        assert readings(connection, "a") == (given,)


def test_awkward_text_comes_back_exactly(store: Store) -> None:
    given = analysis("a\0", "Half \ud83d of it.\0 And \uffff0000 e\u0301 \u200f ש. " + WIRE)
    add(store, given)
    with store.reading() as connection:
        assert readings(connection, "a\0") == (given,)
    assert outcomes(add(store, given)) == {"held": 1}
    add(store, analysis("b \udfff", given.text, publisher="\ud83d", agency="Wire\0"))
    assert [family.members for family in current(store)] == [("a\0", "b \udfff")]
    assert list(faults(store)) == []


SAID = [{"title": "Trucks"}, {"published": "2026-03-04"}, {"publisher": "Delta Post"}]


@pytest.mark.parametrize(
    ("first", "second", "outcome", "counts"),
    [
        (analysis("a", WIRE), analysis("a", WIRE), {"held": 1}, (1, 1)),
        (analysis("a", WIRE), analysis("a", OTHER), {"changed": 1}, (1, 2)),
        (analysis("a", WIRE), analysis("b", WIRE), {"new": 1}, (2, 2)),
        (analysis("a", WIRE, url=URL), analysis("b", WIRE, url=URL), {"held": 1}, (1, 1)),
        (analysis("a", WIRE, url=URL), analysis("b", OTHER, url=URL), {"changed": 1}, (1, 2)),
        (analysis("a", WIRE, url=URL), analysis("a", WIRE, url=URL + "/2"), {"held": 1}, (1, 1)),
        *((analysis("a", WIRE), analysis("a", WIRE, **x), {"changed": 1}, (1, 2)) for x in SAID),
    ],
)
def test_which_documents_are_one(
    store: Store,
    first: Analysis,
    second: Analysis,
    outcome: dict[str, int],
    counts: tuple[int, int],
) -> None:
    add(store, first)
    assert outcomes(add(store, second)) == outcome
    assert rows(store) == counts


def test_one_batch_may_hold_a_document_twice(store: Store) -> None:
    one, other = analysis("a", WIRE, url=URL), analysis("b", OTHER, url=URL)
    adder = add(store, one, other, one, analysis("a", OTHER))
    assert outcomes(adder) == {"new": 1, "changed": 1, "held": 2}
    with store.reading() as connection:
        assert [each.number for each in history(connection, "b")] == [1, 2]


def test_a_page_that_goes_back_is_news_and_a_file_that_is_added_again_is_not(store: Store) -> None:
    one, other = analysis(URL, WIRE), analysis(URL, OTHER)
    add(store, one, other)
    assert outcomes(add(store, one)) == {"held": 1}
    assert outcomes(add(store, one, live=True)) == {"changed": 1}
    assert outcomes(add(store, one, live=True)) == {"held": 1}
    with store.reading() as connection:
        assert [each.text for each in history(connection, URL)] == [WIRE, OTHER, WIRE]


def test_a_second_reading_supersedes_and_both_stay(store: Store) -> None:
    given = document("a", WIRE)
    first, second = read(given, confidence=0.6), read(given, confidence=0.8)
    add(store, first)
    assert outcomes(add(store, second)) == {"held": 1}
    assert outcomes(add(store, second, again=True)) == {"reread": 1}
    assert outcomes(add(store, second, again=True)) == {"held": 1}
    with store.reading() as connection:
        assert readings(connection, "a") == (first, second)
        held = connection.execute(select(func.count()).select_from(statements)).scalar()
        assert held == 2 * len(msgspec.to_builtins(first)["statements"])
    assert list(faults(store)) == []


def test_what_is_held_needs_no_reading(store: Store) -> None:
    held = [document("a", WIRE), document("b", WIRE, url=URL)]
    add(store, *map(read, held))
    wrong = IntakeError("c", "is empty", "Look again")
    new: list[Found] = [document("a", OTHER), document("d", WIRE), wrong]
    passed: list[None] = []
    adder = Adder(store, program="test 1")
    moved = document("moved", WIRE, url=URL + "#top")
    found = list(adder.wanted([*held, moved, *new], held=lambda: passed.append(None)))
    assert found == new
    assert len(passed) == 3
    assert list(Adder(store, program="t", again=True).wanted(held, held=passed.clear)) == held


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sha256": "0" * 64}, "digest"),
        ({"sentences": [{"start": 0, "end": 9999, "voice": "own"}]}, "sentences.0"),
        ({"sentences": [{"start": 5, "end": 5, "voice": "own"}]}, "sentences.0"),
    ],
)
def test_what_does_not_fit_its_text_is_refused_and_the_rest_is_kept(
    store: Store, change: dict[str, object], said: str
) -> None:
    wrong = msgspec.convert(msgspec.to_builtins(analysis("b", WIRE)) | change, Analysis)
    adder = Adder(store, program="test 1")
    adder.add(analysis("a", WIRE))
    with pytest.raises(RecordError, match=said):
        adder.add(wrong)
    adder.close()
    assert rows(store) == (1, 1)


def test_no_more_than_a_batch_waits(store: Store) -> None:
    adder = Adder(store, program="test 1")
    for number in range(BATCH + 1):
        adder.add(analysis(f"d{number}", f"This is number {number} of the notes."))
    assert rows(store) == (BATCH, BATCH)
    adder.close()
    assert rows(store) == (BATCH + 1, BATCH + 1)


def test_a_full_disk_loses_nothing_that_was_written(store: Store) -> None:
    if not store.is_file:
        pytest.skip("a server's disk cannot be filled here")
    add(store, analysis("a", WIRE))
    full = True

    def bound(connection: object, _: object) -> None:
        if full:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
            connection.execute(f"PRAGMA max_page_count = {pages + 4}")  # type: ignore[attr-defined]

    store.engine.dispose()
    event.listen(store.engine, "connect", bound)
    adder = Adder(store, program="test 1")
    adder.add(analysis("b", f"{OTHER} " * 500))
    with pytest.raises(StoreError, match=r"has no room .* Make room"):
        adder.flush()
    assert rows(store) == (1, 1)
    assert list(faults(store)) == []
    full = False
    store.engine.dispose()
    adder.close()
    assert rows(store) == (2, 2)
    assert list(faults(store)) == []


def test_a_clock_that_goes_back_does_not_turn_the_order(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, time in enumerate(["2026-03-04T10:00Z", "2026-03-04T09:00Z", "2026-03-04T11:00Z"]):
        at(monkeypatch, time)
        add(store, analysis(f"d{number}", f"{WIRE} {number}"))
    with store.reading() as connection:
        known = connection.execute(select(journal.c.known).order_by(journal.c.id)).scalars()
        assert [x[11:16] for x in known] == ["10:00"] * 4 + ["11:00"] * 2
