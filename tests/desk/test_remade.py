"""What is made anew in parts is what making all anew gives."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from sayso.desk.families.index import FamilyIndex
from sayso.desk.partition import current, refresh
from sayso.desk.remade import remade
from sayso.desk.schema import furniture, lines, progress, versions
from sayso.desk.store import Store
from sayso.records.text import Document
from tests.desk.families.test_furniture import NOTICE, TEASERS
from tests.desk.families.texts import BRIDGE, FERRY, OTHER_FERRY
from tests.desk.made import add, document, read

TEXTS = (FERRY, BRIDGE, OTHER_FERRY, *TEASERS)


def page(name: str, chance: random.Random) -> Document:
    """A page of one report or two, whole or cut, mostly with a notice that others have too."""
    texts = chance.sample(TEXTS, chance.choice((1, 1, 1, 2)))
    parts = [part for text in texts for part in text.split("\n\n")]
    kept = [part for part in parts if chance.random() > 1 / 5] or parts
    notice = [NOTICE] if chance.random() > 1 / 4 else []
    return document(
        name,
        "\n\n".join([*kept, *notice]),
        publisher=f"House {chance.randrange(3)}",
        published=f"2026-03-{chance.randint(1, 9):02}",
        agency="Northern Wire" if chance.random() > 3 / 4 else None,
    )


def batches(seed: int, *, count: int = 5) -> list[list[Document]]:
    """Batches of documents, some of which are new versions of what was there."""
    chance = random.Random(seed)  # noqa: S311
    return [
        [page(name, chance) for name in chance.sample([f"d{x:02}" for x in range(14)], 4)]
        for _ in range(count)
    ]


def grown(store: Store, coming: Sequence[Sequence[Document]]) -> None:
    """Add batches one by one, and hold the families against those that are made from scratch, as
    those of a moment are."""
    for batch in coming:
        add(store, *map(read, batch))
        assert current(store) == current(store, as_of="2100-01-01")


@settings(max_examples=12)
@given(st.integers(0, 10_000))
def test_whatever_comes_in_whatever_parts(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    with Store(tmp_path_factory.mktemp("desk") / "desk", create=True) as store:
        grown(store, batches(seed))


def test_the_same_on_both_databases(store: Store) -> None:
    grown(store, batches(7))


def test_the_same_as_the_index_in_memory(store: Store) -> None:
    index = FamilyIndex()
    for number, text in enumerate(TEXTS):
        each = document(f"d{number}", f"{text}\n\n{NOTICE}", published=f"2026-03-0{1 + number}")
        index.add(each)
        add(store, read(each))
        assert current(store) == index.families()
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(furniture)).scalar_one() == 1


def test_what_nothing_links_to_is_left_alone(store: Store) -> None:
    for number, text in enumerate(TEASERS):
        add(store, read(document(f"d{number}", text)))
    add(store, read(document("copy", TEASERS[0])))
    with store.reading() as connection:
        last = connection.execute(select(func.max(versions.c.id))).scalar_one()
        found = remade(connection, since=last - 1)
    assert [family.members for family in found.families] == [("copy", "d0")]


def test_what_is_lost_is_made_anew(store: Store) -> None:
    for batch in batches(3):
        add(store, *map(read, batch))
    before = current(store)
    with store.writing() as connection:
        connection.execute(delete(progress).where(progress.c.name == "families"))
    refresh(store)
    assert current(store) == before
    with store.writing() as connection:
        held = connection.execute(select(func.count(lines.c.version.distinct()))).scalar_one()
        connection.execute(delete(progress).where(progress.c.name == "families"))
        connection.execute(delete(lines))
    assert current(store) == before
    with store.reading() as connection:
        assert connection.execute(select(func.count(lines.c.version.distinct()))).scalar() == held
