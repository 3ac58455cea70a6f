import numpy as np
import pytest

from sayso.reading.tagger.spans import Run, runs, whole_words
from sayso.records.text import Span


def _odds(tags: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.eye(3, dtype=np.float32)[["OBI".index(tag) for tag in tags]]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("OOO", []),
        ("OBIO", [(1, 3)]),
        ("BBI", [(0, 1), (1, 3)]),
        ("OIIO", [(1, 3)]),
        ("BIOBI", [(0, 2), (3, 5)]),
    ],
)
def test_runs_of_tags(tags: str, found: list[Run]) -> None:
    assert runs(_odds(tags)) == found


def test_no_pieces_no_runs() -> None:
    assert runs(np.zeros((0, 3), dtype=np.float32)) == []


def test_a_bonus_finds_what_was_nearly_a_run() -> None:
    odds = np.array([[0.0, -0.5, -9.0]], dtype=np.float32)
    assert runs(odds) == []
    assert runs(odds, bonus=1.0) == [(0, 1)]


@pytest.mark.parametrize(
    ("span", "whole"), [((1, 3), (0, 5)), ((0, 5), (0, 5)), ((5, 6), (5, 6)), ((6, 9), (6, 10))]
)
def test_no_word_is_cut_in_two(span: Span, whole: Span) -> None:
    assert whole_words("Raqqa fell", span) == whole


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("the Shi’ite militias", "Shi", "Shi’ite"),
        ("near Sana'a on Friday", "Sana", "Sana'a"),
        ("the Ba’ath Party", "ath", "Ba’ath"),
        ("Iran’s army", "Iran", "Iran"),
        ("it's over", "it", "it"),
        ("they've left", "they", "they"),
        ("'Rebels' came", "Rebels", "Rebels"),
    ],
)
def test_an_apostrophe_inside_a_name_parts_no_words(text: str, part: str, whole: str) -> None:
    start = text.index(part)
    assert text[slice(*whole_words(text, (start, start + len(part))))] == whole
