"""When a text was published, as its source states it. Nothing is guessed, and nothing is today."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_PARTIAL = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")

_URL_DAY = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?:/|$)")


def iso(stated: str) -> str | None:
    """Return `stated` as ISO 8601, as exact as it was: year, month, day, or time with zone.

    Reads ISO 8601 and the form of e-mail and HTTP; None for all else ("3/4/2024" is two days).
    """
    stated = stated.strip()
    if _PARTIAL.fullmatch(stated):
        return stated
    try:
        return date.fromisoformat(stated).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(stated).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(stated).isoformat()
    except ValueError:
        return None


def in_url(url: str) -> str | None:
    """Return the day in a path such as /2024/03/05/, or None."""
    if not (found := _URL_DAY.search(url)):
        return None
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None
