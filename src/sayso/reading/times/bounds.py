"""First and last day of a TIMEX3 value. Needs nothing but the value itself."""

import re
from datetime import date, timedelta
from typing import Literal

from sayso.reading.times.periods import SEASONS, Grain, Period, add_months, around

Part = Literal["START", "MID", "END"]
"""TIMEX3's mod where the text names a part of a period: early, mid, late."""

Bounds = tuple[str | None, str | None]
"""ISO dates (begin, until), both included; None on a side that is not bounded."""

# The weather's seasons and the sun's overlap; the bound holds for either, on the northern half.
_SEASON_SPANS = {"SP": (3, 1, 6, 21), "SU": (6, 1, 9, 23), "FA": (9, 1, 12, 22)}
_LONG = 300  # days; years, decades and centuries have more
_TO_EQUINOX = timedelta(days=20)
_SEASON_STARTS = {letters: month for month, letters in SEASONS.items()}

_DATE = re.compile(
    r"(?P<year>\d{4})-(?:(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<time>.{1,40}))?)?"
    r"|W(?P<week>\d{1,2})(?:-(?P<weekday>WE|[1-7])(?:T.{1,40})?)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI))"
)
_YEARS = re.compile(r"(\d{2})(?:XX)?|(\d{3})X?|(\d{4})(?:-XX(?:-XX)?)?")


def bounds(value: str | None, *, part: Part | None = None) -> Bounds:
    """Days that surely hold what `value` names, narrowed to its early, middle or late part.

    "Early" lies in the first half, "late" in the last, "mid" in the middle half. (None, None)
    for a value that names no stretch of the calendar: a duration, a set, XXXX-10-07, PAST_REF.
    """
    days = _days(value) if value else None
    if days is None:
        return None, None
    first, last = _part(*days, part) if part else days
    return first.isoformat(), last.isoformat()


def period(value: str | None) -> Period | None:
    """The period that `value` names, without its time of day; None as for `bounds`."""
    try:
        return _years(value) or _dated(value) if value else None
    except (ValueError, OverflowError):
        return None


def _days(value: str) -> tuple[date, date] | None:
    found = period(value)
    if found is None:
        return None
    first, last = found.start, found.last
    if found.grain == "season":
        return _season_days(first, last, value[5:])
    if value.endswith(("TNI", "T24:00")) and last < date.max:
        last += timedelta(days=1)  # A night runs past midnight.
    return first, last


def _season_days(first: date, last: date, season: str) -> tuple[date, date]:
    if season in _SEASON_SPANS:
        from_month, from_day, to_month, to_day = _SEASON_SPANS[season]
        return date(first.year, from_month, from_day), date(first.year, to_month, to_day)
    # "The winter of 2014" may be the one that began or the one that ended in 2014.
    return date(first.year, 1, 1), min(last, date.max - _TO_EQUINOX) + _TO_EQUINOX


def _years(value: str) -> Period | None:
    match = _YEARS.fullmatch(value)
    if match is None:
        return None
    century, decade, year = match.groups()
    number = int(century or decade or year) * (100 if century else 10 if decade else 1)
    grain: Grain = "century" if century else "decade" if decade else "year"
    return Period(grain, date(number, 1, 1))


def _dated(value: str) -> Period | None:
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year = int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), match["weekday"])
    if match["day"]:
        return Period("day", date(year, int(match["month"]), int(match["day"])))
    if match["season"]:
        return Period("season", date(year, _SEASON_STARTS[match["season"]], 1))
    starts: dict[str, tuple[Grain, int]] = {
        "month": ("month", 1),
        "quarter": ("quarter", 3),
        "half": ("half", 6),
    }
    name, (grain, size) = next((n, found) for n, found in starts.items() if match[n])
    return Period(grain, date(year, (int(match[name]) - 1) * size + 1, 1))


def _week(year: int, number: int, weekday: str | None) -> Period:
    monday = date.fromisocalendar(year, number, 1)
    if weekday is None:
        return Period("week", monday)
    if weekday == "WE":
        return around(monday, "weekend")
    return Period("day", monday + timedelta(days=int(weekday) - 1))


def _part(first: date, last: date, part: Part) -> tuple[date, date]:
    """Halves by whole months where there are enough of them, else by days."""
    days = (last - first).days + 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    whole_months = days > _LONG and months % 4 == 0

    def after(quarters: int) -> date:
        if whole_months:
            return add_months(first, months * quarters // 4) or last
        return first + timedelta(days=days * quarters // 4)

    if first == last:
        return first, last
    if part == "START":
        return first, after(2) - timedelta(days=1)
    if part == "END":
        return after(2), last
    return after(1), after(3) - timedelta(days=1)
