from fractions import Fraction

import pytest

from sayso.reading.times.numerals import number, spelled_year


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22", 22),
        ("1,200", 1200),
        ("2 1/2", Fraction(5, 2)),
        ("2.5", Fraction(5, 2)),
        ("twenty-four", 24),
        ("two hundred and fifty", 250),
        ("two thousand", 2000),
        ("three hundred thousand", 300_000),
        ("a", 1),
        ("a hundred", 100),
        ("a five", 5),
        ("3 0/0", None),
        ("3 1/0", None),
        ("some", None),
        ("", None),
    ],
)
def test_number(text: str, value: Fraction | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("nineteen ninety-six", 1996),
        ("nineteen eighty", 1980),
        ("two thousand five", 2005),
        ("two thousand and five", 2005),
        ("twenty", None),
        ("nineteen five", None),
    ],
)
def test_spelled_year(text: str, year: int | None) -> None:
    assert spelled_year(text) == year
