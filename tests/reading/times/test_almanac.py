from datetime import date

import pytest

from sayso.reading.times.almanac import named_days


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("christmas", 2023, date(2023, 12, 25)),
        ("thanksgiving day", 1999, date(1999, 11, 25)),
        ("memorial day", 2024, date(2024, 5, 27)),
        ("easter", 2024, date(2024, 3, 31)),
        ("easter", 2000, date(2000, 4, 23)),
        ("good friday", 1998, date(1998, 4, 10)),
    ],
)
def test_a_day_known_to_the_day(name: str, year: int, first: date) -> None:
    assert named_days(name, year) == ((first, first),)


# First and last day as announced in Saudi Arabia.
@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("ramadan", 2019, date(2019, 5, 6), date(2019, 6, 3)),
        ("ramadan", 2022, date(2022, 4, 2), date(2022, 5, 1)),
        ("ramadan", 2023, date(2023, 3, 23), date(2023, 4, 20)),
        ("ramadan", 2024, date(2024, 3, 11), date(2024, 4, 9)),
        ("ramadan", 2025, date(2025, 3, 1), date(2025, 3, 29)),
        ("eid al-adha", 2024, date(2024, 6, 16), date(2024, 6, 19)),
    ],
)
def test_a_lunar_day_lies_within_its_bounds(name: str, year: int, first: date, last: date) -> None:
    ((begin, until),) = named_days(name, year)
    assert begin <= first
    assert last <= until
    assert (until - begin).days <= (last - first).days + 3


def test_a_lunar_month_may_fall_twice_in_a_year() -> None:
    assert len(named_days("ramadan", 2030)) == 2


@pytest.mark.parametrize(("name", "year"), [("no such day", 2024), ("easter", 1), ("easter", 9999)])
def test_no_day(name: str, year: int) -> None:
    assert named_days(name, year) == ()
