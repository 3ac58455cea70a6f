"""Days and stretches of days in words."""

import re
from datetime import date, timedelta

from sayso.report.words import one_line, shorten

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LONGEST = 24
_DAY = timedelta(days=1)


def day(iso: str | None) -> date | None:
    """Read a date of a record; None for what is none, as a record from elsewhere may hold."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def date_words(iso: str) -> str:
    """Give "2020", "2020-03" or "2020-03-05" as "2020", "March 2020" or "5 March 2020"."""
    found = _ISO.fullmatch(iso)
    if not found or not 1 <= int(found[2] or 1) <= len(_MONTHS):
        return shorten(one_line(iso), _LONGEST)
    words = [found[1]]
    if found[2]:
        words.insert(0, _MONTHS[int(found[2]) - 1])
    if found[3]:
        words.insert(0, str(int(found[3])))
    return " ".join(words)


def stretch_words(begin: date | None, until: date | None) -> str:
    """Say which days lie between two, both included, as shortly as whole months and years
    allow; None is a side without a bound."""
    if begin is None or until is None:
        known = begin or until
        side = "from" if begin else "until"
        return f"{side} {_day(known)}" if known else ""
    first, last = _grains(begin, until)
    if first == last:
        return first
    if begin.year == until.year and first.endswith(f" {until.year}"):
        first = first.removesuffix(f" {until.year}")
        if begin.month == until.month:
            first = first.removesuffix(f" {_MONTHS[until.month - 1]}")
    return f"{first}–{last}" if " " not in first + last else f"{first} – {last}"


def _grains(begin: date, until: date) -> tuple[str, str]:
    """Name both ends by year, by month or by day, whichever is enough."""
    from_first = begin.day == 1
    to_last = until == date.max or (until + _DAY).day == 1
    if from_first and to_last and (begin.month, until.month) == (1, len(_MONTHS)):
        return str(begin.year), str(until.year)
    if from_first and to_last:
        return _month(begin), _month(until)
    return _day(begin), _day(until)


def _month(one: date) -> str:
    return f"{_MONTHS[one.month - 1]} {one.year}"


def _day(one: date) -> str:
    return f"{one.day} {_month(one)}"


def month_name(number: int) -> str:
    """Give a month's short name, 1 to 12."""
    return _MONTHS[number - 1][:3]
