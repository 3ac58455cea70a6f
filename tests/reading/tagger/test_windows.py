import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.tagger.windows import SIZE, cut, windows

PARAGRAPHS = st.lists(st.integers(1, 600), max_size=30)


def _first(lengths: list[int]) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], int]:
    return np.cumsum([0, *lengths])[:-1].astype(np.int64), sum(lengths)


@given(PARAGRAPHS)
def test_each_piece_is_answered_for_once(lengths: list[int]) -> None:
    first, total = _first(lengths)
    answered = [p for w in windows(first, total) for p in range(w.core_start, w.core_end)]
    assert answered == list(range(total))


@given(PARAGRAPHS)
def test_a_window_fits_the_encoder_and_holds_its_core(lengths: list[int]) -> None:
    for w in windows(*_first(lengths)):
        assert w.end - w.start <= SIZE
        assert w.start <= w.core_start < w.core_end <= w.end


def test_paragraphs_stay_whole_where_they_fit() -> None:
    first, total = _first([100, 80, 60, 300])
    assert cut(first, total, size=200) == [(0, 180), (180, 240), (240, 440), (440, 540)]


def test_the_opening_moves_all_later_cuts() -> None:
    first, total = _first([50] * 6)
    assert cut(first, total, size=100, opening=60) == [(0, 50), (50, 150), (150, 250), (250, 300)]
