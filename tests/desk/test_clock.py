import pytest

from sayso.desk.clock import as_of, now


@pytest.mark.parametrize(
    ("asked", "stamp"),
    [
        ("2026-03-04", "2026-03-04T23:59:59.999999Z"),
        ("2026-03-04T18:00Z", "2026-03-04T18:00:00.000000Z"),
        ("2026-03-04T18:00", "2026-03-04T18:00:00.000000Z"),
        (" 2026-03-04T18:00:00.5+02:00 ", "2026-03-04T16:00:00.500000Z"),
    ],
)
def test_a_moment_that_is_asked_about(asked: str, stamp: str) -> None:
    assert as_of(asked) == stamp


@pytest.mark.parametrize("asked", ["yesterday", "", "2026-13-01", "04/03/2026"])
def test_what_is_no_moment(asked: str) -> None:
    with pytest.raises(ValueError, match="ISO 8601"):
        as_of(asked)


def test_the_present_is_between_the_ages() -> None:
    assert "2024" < now() < "9"
