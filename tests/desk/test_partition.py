import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from sayso.desk.families.index import COMPARED, Family, FamilyIndex
from sayso.desk.partition import current
from sayso.desk.schema import prints
from sayso.desk.store import Store
from sayso.records.text import Document
from tests.desk.made import OTHER, WIRE, add, at, document, read


def press(count: int) -> list[Document]:
    """Copies of two reports and round-ups of both, cut and padded at random."""
    chance = random.Random(7)  # noqa: S311
    made = []
    for number in range(count):
        texts = chance.choice([(WIRE,), (OTHER,), (WIRE, OTHER)])
        parts = [part for text in texts for part in text.split(". ")]
        kept = [part for part in parts if chance.random() > 1 / 5] or parts
        end = f"The desk of house {number} adds a note of its own on quarter {number * 7}."
        made.append(
            document(
                f"d{number:02}",
                ". ".join([*kept, end]),
                publisher=f"House {number % 3}",
                published=f"2026-03-{1 + number % 28:02}",
                agency="Northern Wire" if number % 5 == 0 else None,
            )
        )
    return made


PRESS = press(COMPARED)
"""As many as are compared with each other in any order; see `copies`."""


def members(found: tuple[Family, ...]) -> list[tuple[str, ...]]:
    return [family.members for family in found]


def test_copies_come_together_under_the_earliest(store: Store) -> None:
    add(
        store,
        read(document("late", WIRE + " Print.", published="2026-03-05")),
        read(document("early", WIRE, published="2026-03-04")),
        read(document("other", OTHER, published="2026-03-04")),
    )
    assert members(current(store)) == [("early", "late"), ("other",)]


def test_bit_by_bit_comes_to_what_one_index_of_all_gives(store: Store) -> None:
    index = FamilyIndex()
    for each in PRESS:
        index.add(each)
    for first in range(0, len(PRESS), 3):
        add(store, *map(read, PRESS[first : first + 3]))
    assert 1 < len(current(store)) < len(PRESS)
    assert current(store) == index.families()


@settings(max_examples=15)
@given(st.permutations(PRESS))
def test_the_order_in_which_documents_come_makes_no_difference(order: list[Document]) -> None:
    with TemporaryDirectory() as folder, Store(Path(folder) / "desk", create=True) as store:
        add(store, *map(read, order))
        index = FamilyIndex()
        for each in PRESS:
            index.add(each)
        assert current(store) == index.families()


def test_only_the_last_version_of_a_document_counts(store: Store) -> None:
    add(store, read(document("a", WIRE)), read(document("b", WIRE)))
    assert members(current(store)) == [("a", "b")]
    add(store, read(document("b", OTHER)), read(document("c", OTHER)))
    assert members(current(store)) == [("a",), ("b", "c")]
    with store.reading() as connection:
        held = select(func.count(prints.c.version.distinct()))
        assert connection.execute(held).scalar() == 3


def test_a_new_version_is_no_copy_of_the_old_one(store: Store) -> None:
    add(store, read(document("a", WIRE)))
    add(store, read(document("a", WIRE + " Two came back.")))
    assert members(current(store)) == [("a",)]


def test_what_the_desk_knew_on_a_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, "2026-03-04T10:00Z")
    add(store, read(document("a", WIRE)), read(document("b", OTHER)))
    at(monkeypatch, "2026-03-05T10:00Z")
    add(store, read(document("b", WIRE)), read(document("c", OTHER)))
    now = current(store)
    assert members(now) == [("a", "b"), ("c",)]
    assert current(store, as_of="2026-03-05") == now
    assert members(current(store, as_of="2026-03-05T09:59Z")) == [("a",), ("b",)]
    assert current(store, as_of="2026-03-03") == ()
    assert current(store) == now
