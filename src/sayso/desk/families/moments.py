"""When a document was published, as an instant that can be compared."""

from datetime import UTC, datetime, time

LATEST = datetime.max.replace(tzinfo=UTC)
_DAY_ONLY = 10


def moment(published: str | None) -> datetime | None:
    """The instant of an ISO 8601 date; None where there is none, or none that can be read.

    A time without an offset is taken as UTC. A day without a time stands for its end: nothing
    says that it came before what is known to the minute.
    """
    if published is None:
        return None
    try:
        read = datetime.fromisoformat(published)
    except ValueError:
        return None
    if len(published) <= _DAY_ONLY:
        read = datetime.combine(read, time.max)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
