"""Groups by mean likeness."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.happenings.averaging import averaged

PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])
ODDS = st.dictionaries(PAIRS, st.integers(-6, 6).map(float))


def test_the_ends_of_a_chain_stay_apart() -> None:
    odds = {(0, 1): 3.0, (1, 2): 2.0}
    assert averaged(3, odds, apart=-6.0, least=0.0) == ((0, 1), (2,))


def test_a_pair_that_is_alike_enough_on_the_whole_is_joined() -> None:
    odds = {(0, 1): 3.0, (1, 2): 2.0, (0, 2): -1.0}
    assert averaged(3, odds, apart=-6.0, least=0.0) == ((0, 1, 2),)


def test_a_pair_is_joined_whatever_rounding_does_to_its_odds() -> None:
    assert averaged(2, {(0, 1): 1.6289647998322259}, apart=-2.0, least=-0.6) == ((0, 1),)


@given(ODDS)
def test_everything_is_in_one_group(odds: dict[tuple[int, int], float]) -> None:
    groups = averaged(8, odds, apart=-6.0, least=0.0)
    assert sorted(number for group in groups for number in group) == list(range(8))


@given(ODDS)
def test_every_group_is_alike_on_average_and_no_two_are(odds: dict[tuple[int, int], float]) -> None:
    groups = averaged(8, odds, apart=-6.0, least=0.0)

    def mean(one: tuple[int, ...], other: tuple[int, ...]) -> float:
        each = [odds.get((min(a, b), max(a, b)), -6.0) for a in one for b in other]
        return sum(each) / len(each)

    assert all(
        mean(one, other) < 1e-9
        for number, one in enumerate(groups)
        for other in groups[:number]
        if mean(one, other) != 0.0
    )
