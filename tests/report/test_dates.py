from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.report.dates import date_words, day, stretch_words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2020", "2020"),
        ("2020-03", "March 2020"),
        ("2020-03-05", "5 March 2020"),
        ("2020-13", "2020-13"),
        ("the spring", "the spring"),
        ("x" * 100, "x" * 23 + "…"),
    ],
)
def test_date_words(iso: str, words: str) -> None:
    assert date_words(iso) == words


@pytest.mark.parametrize(
    ("begin", "until", "words"),
    [
        ("2023-10-07", "2023-10-07", "7 October 2023"),
        ("2026-02-16", "2026-02-22", "16 – 22 February 2026"),
        ("2026-01-30", "2026-02-03", "30 January – 3 February 2026"),
        ("2025-12-29", "2026-01-04", "29 December 2025 – 4 January 2026"),
        ("2026-02-01", "2026-02-28", "February 2026"),
        ("2025-07-01", "2025-09-30", "July – September 2025"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("1980-01-01", "1984-12-31", "1980–1984"),
        ("2020-01-01", None, "from 1 January 2020"),
        (None, "2026-02-17", "until 17 February 2026"),
        (None, None, ""),
        ("0001-01-01", "9999-12-31", "1–9999"),
    ],
)
def test_stretch_words(begin: str | None, until: str | None, words: str) -> None:
    assert stretch_words(day(begin), day(until)) == words


@given(st.dates(), st.dates())
def test_any_stretch_names_its_years(a: date, b: date) -> None:
    begin, until = sorted((a, b))
    words = stretch_words(begin, until)
    assert str(until.year) in words
    assert begin.year == until.year or str(begin.year) in words


@pytest.mark.parametrize(
    "iso", [None, "", "soon", "2020", "2020-02-31", "20-20-20", "\uff12\uff10\uff12\uff10-01-01"]
)
def test_what_is_no_day(iso: str | None) -> None:
    assert day(iso) is None


def test_a_day_with_its_hour() -> None:
    assert day("2026-02-17T10:00:00Z") == date(2026, 2, 17)
