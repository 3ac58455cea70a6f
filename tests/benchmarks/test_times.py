import pytest

from benchmarks.counts import Count
from benchmarks.gold import Marked, Time
from benchmarks.times import figures, score

FRIDAY = Time(start=10, end=16, type="DATE", value="2024-03-01")
MONTHS = Time(start=20, end=30, type="DURATION", value="P3M")
GOLD = Marked(id="d", times=(FRIDAY, MONTHS))


@pytest.mark.parametrize(
    ("times", "strict", "relaxed", "kinds", "values"),
    [
        (GOLD.times, 2, 2, 2, 2),
        ((), 0, 0, 0, 0),
        ((Time(start=12, end=18, type="DATE", value=" 2024-03-01"),), 0, 1, 1, 1),
        ((Time(start=20, end=30, type="DATE", value="p3m"),), 1, 1, 0, 1),
        ((Time(start=10, end=16, type="DATE"),), 1, 1, 1, 0),  # left open
        ((FRIDAY, Time(start=11, end=16, type="DATE", value="2024-03-01")), 1, 1, 1, 1),
        ((Time(start=16, end=20, type="DATE", value="2024-03-01"),), 0, 0, 0, 0),
    ],
)
def test_what_is_right(
    times: tuple[Time, ...], strict: int, relaxed: int, kinds: int, values: int
) -> None:
    scores = score([(GOLD, Marked(id="d", times=times))])
    found = (scores.strict, scores.relaxed, scores.type, scores.value)
    assert [count.right for count in found] == [strict, relaxed, kinds, values]
    assert {(count.given, count.asked) for count in found} == {(len(times), 2)}


def test_what_lies_where_nobody_looked_counts_for_nothing() -> None:
    gold = Marked(id="d", times=(FRIDAY,), intra_annotated_until=18)
    assert score([(gold, GOLD)]).value == Count(right=1, given=1, asked=1)


def test_figures_are_f1() -> None:
    values = {f.name: f.value for f in figures([(GOLD, Marked(id="d", times=(FRIDAY,)))])}
    assert values["relaxed span F1"] == values["value F1"] == pytest.approx(2 / 3)
