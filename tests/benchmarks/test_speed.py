import pytest

from benchmarks.speed import growth, of_length, words_of
from benchmarks.workload import timed


@pytest.mark.parametrize("words", [1, 7, 100])
def test_a_text_of_a_length_goes_over_it_by_less_than_a_paragraph(words: int) -> None:
    text = of_length(["one two three\n\nfour", "five six\n\n"], words)
    assert words <= words_of(text) < words + 3


def test_an_exponent_of_one_is_a_straight_line() -> None:
    rows = growth({1_000: 0.5, 10_000: 5.0, 100_000: 500.0})
    assert [row.split()[-1] for row in rows[1:]] == ["1.00", "2.00"]


def test_work_is_done_once() -> None:
    done: list[int] = []
    assert timed(lambda: done.append(1))["seconds"] >= 0
    assert done == [1]
