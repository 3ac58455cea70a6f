import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.actors.names import agreement, filed, key, related, sought, written


@pytest.mark.parametrize(
    ("short", "full", "grade"),
    [
        ("idris halabi", "idris halabi", "same"),
        ("mansur dughaim", "mansour deghaim", "sounds"),
        ("halabi", "idris halabi", "surname"),
        ("idris", "idris halabi", "given"),
        ("idris halabi", "idris omar halabi", "middle"),
        ("idris k halabi", "idris omar halabi", None),
        ("i halabi", "idris halabi", "initial"),
        ("idris halabi", "colonel general idris halabi", "end"),
        ("idris halabi", "omar halabi", None),
        ("halabi", "idris toure", None),
    ],
)
def test_how_persons_names_agree(short: str, full: str, grade: str | None) -> None:
    assert agreement(short, full, person=True) == grade


@pytest.mark.parametrize(
    ("short", "full", "grade"),
    [
        ("harbour militia", "adjara harbour militia", "end"),
        ("nbg", "niger bend guard", "acronym"),
        ("salt road", "salt road magazine", "start"),
        ("salt road", "salt road bridge", None),
        ("littoral conference", "secretariat of the littoral conference", None),
        ("purple line", "red line and the purple line", None),
        ("hareth battalion", "harith battalion", "sounds"),
        ("guard", "amber front", None),
    ],
)
def test_how_bodies_names_agree(short: str, full: str, grade: str | None) -> None:
    assert agreement(short, full, person=False) == grade


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Col. Idris Halabi", "idris halabi"),
        ("the pilot Idris Halabi", "idris halabi"),
        ("pin-up icon Idris Halabi", "idris halabi"),
        ("Idris Halabi Jr", "idris halabi"),
        ("bin Halabi", "bin halabi"),
    ],
)
def test_what_a_persons_name_comes_to(name: str, words: str) -> None:
    assert key(name, person=True) == words


@pytest.mark.parametrize(
    ("name", "counts"),
    [("Seven of his men", (1, 2)), ("Niger Bend Guard", (3, 0)), ("ship Orsolya", (1, 0))],
)
def test_what_is_written_as_a_name(name: str, counts: tuple[int, int]) -> None:
    assert written(name) == counts


def test_names_that_one_document_may_have_mixed_up() -> None:
    assert related("niger bend guard", "nbg")
    assert related("salt road column", "salt column")
    assert not related("amber front", "niger bend guard")
    assert not related("national guard", "presidential guard")


words = st.text("abcdeghiou", min_size=1, max_size=7)
names = st.lists(words, min_size=1, max_size=4).map(" ".join)


@given(names, names, st.booleans())
def test_whatever_agrees_is_found(one: str, other: str, person: bool) -> None:  # noqa: FBT001
    for short, full in ((one, other), (one, f"{other} {one}"), (one, f"{one} {other}")):
        if agreement(short, full, person=person):
            assert set(sought(short, person=person)) & set(filed(full, person=person))
