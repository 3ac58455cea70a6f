import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.review.subjects import Subject, overlap, parse

spans = st.tuples(st.integers(0, 99), st.integers(0, 99))


@given(st.text(min_size=1), spans)
def test_a_subject_is_read_as_it_was_written(document: str, span: tuple[int, int]) -> None:
    subject = Subject("entity", document, span)
    assert parse(str(subject)) == subject


@pytest.mark.parametrize("given", ["", "entity", "entity:a", "entity:a:3", "claim:c12", "a:1-2"])
def test_what_is_no_subject(given: str) -> None:
    assert parse(given) is None


def test_overlap_is_a_share() -> None:
    assert overlap((0, 4), (0, 4)) == 1
    assert overlap((0, 4), (2, 6)) == pytest.approx(1 / 3)
    assert overlap((0, 4), (4, 8)) == 0
