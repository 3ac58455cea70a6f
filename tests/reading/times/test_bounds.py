from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.times.bounds import Part, bounds


@pytest.mark.parametrize(
    ("value", "begin", "until"),
    [
        ("2023-10-07", "2023-10-07", "2023-10-07"),
        ("2023-10-07T06:30", "2023-10-07", "2023-10-07"),
        ("2023-10-07T24:00", "2023-10-07", "2023-10-08"),
        ("2023-10-07TMO", "2023-10-07", "2023-10-07"),
        ("2023-10-07TNI", "2023-10-07", "2023-10-08"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2024-W07-WE", "2024-02-16", "2024-02-18"),
        ("2024-W07-3", "2024-02-14", "2024-02-14"),
        ("2023-Q4", "2023-10-01", "2023-12-31"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-SP", "2023-03-01", "2023-06-21"),
        ("2023-SU", "2023-06-01", "2023-09-23"),
        ("2023-FA", "2023-09-01", "2023-12-22"),
        ("2023-WI", "2023-01-01", "2024-03-20"),
        ("198", "1980-01-01", "1989-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("9999-WI", "9999-01-01", "9999-12-31"),
    ],
)
def test_first_and_last_day(value: str, begin: str, until: str) -> None:
    assert bounds(value) == (begin, until)


@pytest.mark.parametrize(
    "value",
    [None, "", "P3D", "PAST_REF", "XXXX-10-07", "XXXX-WXX-5", "2023-13", "2023-02-30", "2023-W60",
     "0000", "00"],
)  # fmt: skip
def test_what_names_no_stretch_of_the_calendar_has_no_bounds(value: str | None) -> None:
    assert bounds(value) == (None, None)


@pytest.mark.parametrize(
    ("value", "part", "begin", "until"),
    [
        ("198", "START", "1980-01-01", "1984-12-31"),
        ("198", "END", "1985-01-01", "1989-12-31"),
        ("2024-01", "MID", "2024-01-08", "2024-01-23"),
        ("2023", "END", "2023-07-01", "2023-12-31"),
        ("2024", "MID", "2024-04-01", "2024-09-30"),
        ("19", "START", "1900-01-01", "1949-12-31"),
        ("2023-10-07", "START", "2023-10-07", "2023-10-07"),
    ],
)
def test_a_part_of_it(value: str, part: Part, begin: str, until: str) -> None:
    assert bounds(value, part=part) == (begin, until)


@given(
    st.text(max_size=12)
    | st.from_regex(r"\d{4}-(\d\d-\d\d|W\d\d(-WE)?|Q\d|H\d|SU|WI)", fullmatch=True)
)
def test_bounds_of_anything_are_in_order(value: str) -> None:
    begin, until = bounds(value)
    assert (begin is None) == (until is None)
    if begin and until:
        assert date.fromisoformat(begin) <= date.fromisoformat(until)
