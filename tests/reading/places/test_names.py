from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.places.names import names, tokens


def found(text: str, *, located: frozenset[int] = frozenset()) -> list[str]:
    return [name.text for name in names(text, tokens(text), located=located)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling near Deir ez-Zor and al-Tanf went on.", ["Deir ez-Zor", "al-Tanf"]),
        ("from New York to West Virginia", ["New York", "West Virginia"]),
        ("the U.S.-led force in Iraq", ["U.S.", "Iraq"]),
        ("Iraq's north", ["Iraq"]),
        ("an Iranian-backed group", ["Iranian"]),
        ("It reached St. Louis. Paris slept.", ["St. Louis", "Paris"]),
        ("no names here", []),
        ("the river and the village", []),
        ("in Village Street", []),
    ],
)
def test_the_longest_known_names(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_spelling_that_only_sounds_alike_needs_somebody_who_saw_a_place() -> None:
    text = "A convoy left Dayr Azzoor."
    assert found(text) == []
    assert found(text, located=frozenset({14})) == ["Dayr Azzoor"]


@given(st.text(max_size=200))
def test_names_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [(name.start, name.end) for name in names(text, tokens(text), located=frozenset())]
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
