import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake import dates


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024-03-05", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024-03-05T08:30:00+03:00", "2024-03-05T08:30:00+03:00"),
        ("2024-03-05T08:30:00Z", "2024-03-05T08:30:00+00:00"),
        (" 2024-03-05 08:30 ", "2024-03-05T08:30:00"),
        ("Tue, 05 Mar 2024 08:30:00 GMT", "2024-03-05T08:30:00+00:00"),
        ("03/05/2024", None),
        ("2024-13", None),
        ("2024-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_are_iso_8601_as_exact_as_stated(stated: str, iso: str | None) -> None:
    assert dates.iso(stated) == iso


@given(st.text())
def test_any_statement_is_a_date_or_none(stated: str) -> None:
    found = dates.iso(stated)
    assert found is None or found[:4].isdigit()


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/03/05/two-soldiers", "2024-03-05"),
        ("https://a.example/2024/3/5/", "2024-03-05"),
        ("https://a.example/2024/13/05/x", None),
        ("https://a.example/archive/2024/03/", None),
        ("https://a.example/20240305/x", None),
    ],
)
def test_a_day_in_a_path(url: str, day: str | None) -> None:
    assert dates.in_url(url) == day
