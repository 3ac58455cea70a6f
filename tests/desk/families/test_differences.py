import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.families.differences import differences
from tests.desk.families.texts import FERRY, paragraphs

Told = list[tuple[str, str, str]]


def told(old: str, new: str) -> Told:
    return [(x.kind, x.old_text, x.new_text) for x in differences(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Two boats left Mopti.", "Two boats left Mopti.", []),
        ("Two boats left Mopti.", "TWO boats “left” <b>Mopti</b>", []),
        ("Two boats left Mopti.", "Two big boats left Mopti.", [("added", "", "big")]),
        ("Two big boats left Mopti.", "Two boats left Mopti.", [("cut", "big", "")]),
        ("Two boats left Mopti.", "Three boats left Mopti.", [("changed", "Two", "Three")]),
        ("", "Two boats", [("added", "", "Two boats")]),
        ("Two boats", "", [("cut", "Two boats", "")]),
        (
            "Nine men of the Guard died at dawn.",
            "Nine people in the Guards fell at dawn.",
            [("changed", "men of the Guard died", "people in the Guards fell")],
        ),
    ],
)
def test_differences(old: str, new: str, expected: Told) -> None:
    assert told(old, new) == expected


def test_a_paragraph_that_stands_elsewhere_has_moved() -> None:
    found = differences(FERRY, paragraphs(FERRY, 0, 2, 3, 4, 1))
    assert [x.kind for x in found] == ["moved"]
    assert found[0].old_text == found[0].new_text
    assert found[0].old_text.startswith("The ferry had left Sofara")
    assert found[0].old < found[0].new


def test_a_paragraph_for_a_phrase_is_no_change_of_it() -> None:
    found = told("The ferry left. Rain fell. The town slept.",
                 "The ferry left. " + "Fighters in two pirogues came out of the reeds at noon. "
                 "The town slept.")  # fmt: skip
    assert [kind for kind, _, _ in found] == ["cut", "added"]


@given(st.text("ab c.\n", max_size=50), st.text("ab c.\n", max_size=50))
def test_every_difference_quotes_its_span(old: str, new: str) -> None:
    for found in differences(old, new):
        assert old[slice(*found.old)] == found.old_text
        assert new[slice(*found.new)] == found.new_text
        assert (found.kind == "added") <= (not found.old_text)
        assert (found.kind == "cut") <= (not found.new_text)
    assert not differences(old, old)
