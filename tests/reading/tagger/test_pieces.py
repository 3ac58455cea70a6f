import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.tagger.pieces import FEATURES, SHAPES, pieces

ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=200)


@given(ANY_TEXT)
def test_every_piece_lies_in_the_text_and_in_order(text: str) -> None:
    coded = pieces(text)
    assert (coded.starts >= 0).all()
    assert (coded.ends <= len(text)).all()
    assert (coded.starts <= coded.ends).all()
    assert (np.diff(coded.starts) >= 0).all()
    assert ((coded.features >= 0) & (coded.features < FEATURES)).all()


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("he said", [3, 3]),
        ("Raqqa", [6, 3, 3]),
        ("UN 12 , A", [5, 1, 2, 4]),
    ],
)
def test_shape_keeps_the_case_that_the_vocabulary_drops(text: str, shapes: list[int]) -> None:
    assert [int(f) % SHAPES for f in pieces(text).features] == shapes


def test_a_paragraph_opens_with_its_first_piece() -> None:
    coded = pieces("One two.\n\nThree four.")
    opens = [int(f) // SHAPES % 2 for f in coded.features]
    assert opens == [1, 0, 0, 1, 0, 0]
    assert coded.first.tolist() == [0, 3]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" again', [0, 0, 1, 1, 1, 0]),
        ("“no” he said", [1, 1, 1, 0, 0]),
        # An open quotation ends with its paragraph, so that the next one is not inverted.
        ("“no\nhe said", [1, 1, 0, 0]),
    ],
)
def test_what_stands_in_quotation_marks(text: str, quoted: list[int]) -> None:
    assert [int(f) // (2 * SHAPES) for f in pieces(text).features] == quoted


def test_a_long_text_is_cut_into_blocks_without_losing_a_word() -> None:
    text = "convoy " * 60_000
    coded = pieces(text)
    assert len(coded) == 60_000
    assert coded.starts.tolist() == list(range(0, len(text), len("convoy ")))


def test_a_lone_surrogate_is_one_unknown_character() -> None:
    coded = pieces("a \ud83d b")
    assert coded.starts[-1] == 4
