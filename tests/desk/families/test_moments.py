from datetime import UTC, datetime

import pytest

from sayso.desk.families.moments import moment


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2026-03-04T08:40:00Z", datetime(2026, 3, 4, 8, 40, tzinfo=UTC)),
        ("2026-03-04T08:40", datetime(2026, 3, 4, 8, 40, tzinfo=UTC)),
        ("2026-03-04T08:40:00+02:00", datetime(2026, 3, 4, 6, 40, tzinfo=UTC)),
        (None, None),
        ("", None),
        ("4 March 2026", None),
    ],
)
def test_moment(published: str | None, expected: datetime | None) -> None:
    assert moment(published) == expected


def test_a_day_comes_after_its_hours() -> None:
    day, hour = moment("2026-03-04"), moment("2026-03-04T23:00:00Z")
    next_day = moment("2026-03-05T00:00:00Z")
    assert day is not None
    assert hour is not None
    assert next_day is not None
    assert hour < day < next_day
