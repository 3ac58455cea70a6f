from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.chains import Chains, Shares, assignment, b_cubed, ceaf_e, muc


def chains(*words: str) -> Chains:
    return [set(word) for word in words]


GOLD = chains("abcde", "fg")


@pytest.mark.parametrize(
    ("system", "links", "company", "likeness"),
    [
        # gold itself: 5 links, 7 mentions, 2 chains
        (chains("abcde", "fg"), (5, 5), (7, 7), (2, 2)),
        # one chain for all: 6 links said, 5 of them right; 5/7 of 5 and 2/7 of 2 mentions;
        # the pair of gold's five with the seven is worth 10/12
        (chains("abcdefg"), (5, 6), (29 / 7, 7), (10 / 12, 1)),
        # gold's five cut in two: 4 links said, all right; 3/5 of 3 and 2/5 of 2 and 2 mentions
        (chains("abc", "de", "fg"), (4, 4), (7, 7), (6 / 8 + 1, 3)),
        # nobody together: no link to be right or wrong
        (chains("a", "f"), (0, 0), (2, 2), (2 / 6 + 2 / 3, 2)),
        # mentions that gold lacks
        (chains("xyz", "fg"), (1, 3), (2, 5), (1, 2)),
        ((), (0, 0), (0, 0), (0, 0)),
    ],
)
def test_right_and_given(
    system: Chains,
    links: tuple[float, float],
    company: tuple[float, float],
    likeness: tuple[float, float],
) -> None:
    for measure, expected in ((muc, links), (b_cubed, company), (ceaf_e, likeness)):
        shares = measure(GOLD, system)
        assert (shares.right_given, shares.given) == pytest.approx(expected)


def test_recall_is_precision_the_other_way_about() -> None:
    system = chains("abc", "def", "gx")
    for measure in (muc, b_cubed, ceaf_e):
        there, back = measure(GOLD, system), measure(system, GOLD)
        assert (there.recall, there.precision) == pytest.approx((back.precision, back.recall))


def test_a_measure_with_nothing_to_count_is_nought() -> None:
    assert Shares().f1 == 0


def test_the_best_pairs_are_not_always_the_best_pair() -> None:
    assert assignment({0: {0: 0.9, 1: 0.8}, 1: {0: 0.8}}) == {0: 1, 1: 0}


@given(
    st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.dictionaries(st.integers(0, columns - 1), st.sampled_from([0.25, 0.4, 0.5, 1.0])),
            max_size=4,
        )
    )
)
def test_no_assignment_is_worth_more(rows: list[dict[int, float]]) -> None:
    worth = dict(enumerate(rows))
    found = assignment(worth)
    assert len(set(found.values())) == len(found)
    seats = [*range(4), *[None] * len(rows)]
    best = max(
        sum(worth[i].get(seat, 0.0) for i, seat in enumerate(order) if seat is not None)
        for order in set(permutations(seats, len(rows)))
    )
    assert sum(worth[i][j] for i, j in found.items()) == pytest.approx(best)
