"""The desk's own clock, and the moments that a person asks about."""

from datetime import UTC, datetime

from sayso.desk.families.moments import moment


def stamp(at: datetime) -> str:
    """Write an instant so that the order of strings is that of time."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def now() -> str:
    """Give the present as a stamp."""
    return stamp(datetime.now(UTC))


def as_of(asked: str) -> str:
    """Make a stamp of an ISO 8601 date or time; a day stands for its end, no offset for UTC.

    Raises ValueError for anything else.
    """
    at = moment(asked.strip())
    if at is None:
        raise ValueError(f"{asked!r} is no ISO 8601 date or time, such as 2024-03-05T18:00Z")
    return stamp(at)
