from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.report.network.boxes import Box
from sayso.report.network.drawing import Network, draw
from sayso.report.network.settling import WIDTH
from sayso.report.parties import OUTLET, Party
from sayso.report.ties import Tie
from sayso.report.trail import Trail


def tie(
    source: str,
    target: str,
    number: int = 1,
    types: tuple[str, ...] = ("arms",),
    confidence: float = 0.9,
) -> Tie:
    return Tie(
        number=number,
        source=Party(key=source, name=source, words=source),
        target=Party(key=target, name=target, words=target),
        types=types,
        certainty="asserted",
        confidence=confidence,
        directed=True,
        periods=(),
        quotes=(),
        estimates=(),
        say=OUTLET,
        trail=Trail(spans=((0, 1),), sentence=1, paragraphs=()),
    )


def drawn(*pairs: tuple[str, str]) -> Network:
    found = draw([tie(a, b, n) for n, (a, b) in enumerate(pairs, 1)])
    assert found
    return found


def overlap(a: Box, b: Box) -> bool:
    return abs(a.x - b.x) < (a.width + b.width) / 2 and abs(a.y - b.y) < (a.height + b.height) / 2


STAR = [("Harbour Guard", f"Brigade of the {n}th district") for n in range(9)]
CHAIN = [(f"Front {n}", f"Front {n + 1}") for n in range(9)]
PAIRS = [(f"Guard {n}", f"Front {n}") for n in range(6)]


@pytest.mark.parametrize("pairs", [STAR, CHAIN, PAIRS, STAR + CHAIN, [("A", "B")]])
def test_boxes_stand_clear_and_inside(pairs: list[tuple[str, str]]) -> None:
    found = drawn(*pairs)
    assert not any(overlap(a, b) for a, b in combinations(found.boxes, 2))
    for box in found.boxes:
        assert 0 <= box.x - box.width / 2 <= box.x + box.width / 2 <= WIDTH
        assert 0 <= box.y - box.height / 2 <= box.y + box.height / 2 <= found.height


def test_the_same_ties_give_the_same_drawing() -> None:
    assert drawn(*STAR, *CHAIN) == drawn(*STAR, *CHAIN)


def test_lines_between_the_same_sides_are_apart() -> None:
    paths = [line.path for line in drawn(("A", "B"), ("B", "A"), ("A", "B")).lines]
    assert len(set(paths)) == 3


def test_words_stand_clear_of_boxes_or_not_at_all() -> None:
    found = drawn(*STAR, *CHAIN)
    for line in found.lines:
        if line.at:
            words = Box(rows=line.label, x=line.at[0], y=line.at[1], width=1, height=1)
            assert not any(overlap(words, box) for box in found.boxes)


def test_what_is_too_much_is_counted() -> None:
    found = drawn(*((f"a{n}", f"b{n}") for n in range(40)))
    assert len(found.boxes) <= 22
    assert len(found.lines) + found.more == 40


def test_what_is_likelier_wrong_is_in_the_list_only() -> None:
    found = draw([tie("Dera", "Column"), tie("Dera", "Guard", 2, confidence=0.4)])
    assert found
    assert (len(found.lines), found.more) == (1, 1)
    assert draw([tie("Dera", "Guard", confidence=0.4)]) is None


NAMES = st.sampled_from(["A", "B", "C", "the very long name of a brigade", "x" * 200, "\u0627"])


@settings(max_examples=25)
@given(st.lists(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1]), max_size=12))
def test_any_ties_can_be_drawn(pairs: list[tuple[str, str]]) -> None:
    found = draw([tie(a, b, n) for n, (a, b) in enumerate(pairs, 1)])
    if found:
        assert len(found.lines) + found.more == len(pairs)
        assert not any("nan" in line.path for line in found.lines)
