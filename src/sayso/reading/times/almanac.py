"""Days with a name, from `almanac.toml`: when they fall in a given year."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from sayso.reading.times.lexicon import table
from sayso.reading.times.periods import YEARS

# 16 July of the Julian calendar.
_ISLAMIC_EPOCH = date(622, 7, 19)


@cache
def day_names() -> tuple[str, ...]:
    """Every name as the grammar writes it, longer ones first."""
    names = [name for entry in table("almanac.toml").values() for name in entry["names"]]
    return tuple(_pattern(name) for name in sorted(names, key=len, reverse=True))


def named_days(name: str, year: int) -> tuple[tuple[date, date], ...]:
    """First and last day of each time that `name` falls in `year`; a lunar day may fall twice."""
    entry = _by_name().get(re.sub(r"\s+", " ", name.replace("’", "'")))
    if entry is None or year not in YEARS:
        return ()
    if "fixed" in entry:
        month, day = entry["fixed"]
        return ((date(year, month, day), date(year, month, day)),)
    if "nth" in entry:
        found = _nth(year, *entry["nth"])
        return ((found, found),)
    if "easter" in entry:
        found = _easter(year) + timedelta(days=entry["easter"])
        return ((found, found),)
    return tuple(_islamic(year, *entry["islamic"]))


def is_exact(name: str) -> bool:
    """Whether the day is known to the day, without a moon to be sighted."""
    entry = _by_name().get(re.sub(r"\s+", " ", name.replace("’", "'")))
    return entry is not None and "islamic" not in entry


class Event(NamedTuple):
    """A day that is a name for what happened on it, where one of `nouns` follows."""

    day: date
    nouns: frozenset[str]


def event_day(month: int, number: int) -> Event | None:
    """The event that a day of the year is a name for, if there is one."""
    return _events().get((month, number))


@cache
def _events() -> dict[tuple[int, int], Event]:
    entries = table("events.toml")["event"]
    return {(e["day"].month, e["day"].day): Event(e["day"], frozenset(e["nouns"])) for e in entries}


@cache
def _by_name() -> dict[str, Any]:
    return {name: entry for entry in table("almanac.toml").values() for name in entry["names"]}


def _pattern(name: str) -> str:
    return name.replace("'s", " POSSESSIVE").replace("-", " HYPHEN ")


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return end - timedelta(days=(end.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> date:
    """Gregorian Easter Sunday, after the anonymous algorithm that Nature printed in 1876."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _islamic(year: int, month: int, first: int, last: int) -> list[tuple[date, date]]:
    """By the tabular calendar of 11 leap years in 30, a day wider each way."""
    found = []
    for lunar in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        if lunar < 1:
            continue
        new_moon = (lunar - 1) * 354 + (3 + 11 * lunar) // 30 + (59 * (month - 1) + 1) // 2
        begin = _ISLAMIC_EPOCH + timedelta(days=new_moon + first - 2)
        until = _ISLAMIC_EPOCH + timedelta(days=new_moon + last)
        if begin.year == year:
            found.append((begin, until))
    return found
