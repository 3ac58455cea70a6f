"""Stretches of the calendar, and stepping from one to another.

A period knows how fine it is and the day it starts on; its TIMEX3 value follows from the two.
"""

from datetime import MINYEAR, date, timedelta
from typing import Literal, NamedTuple

Grain = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"
]

SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
"""A season's first month. Winter counts to the year it starts in."""

# Dates of the news are kept this far from the ends of Python's calendar.
YEARS = range(100, 9900)

_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120,
           "century": 1200}  # fmt: skip
_WEEK = timedelta(days=7)


class Period(NamedTuple):
    """`start` is the first day; a decade starts in a year ending in 0, a century in 00."""

    grain: Grain
    start: date

    @property
    def value(self) -> str:
        """As TIMEX3 writes it: 2023-10-07, 2023-W40, 2023-Q4, 2023-SU, 202, 20."""
        year = f"{self.start.year:04d}"
        if self.grain in ("week", "weekend"):
            iso = self.start.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.grain == "weekend" else "")
        return {
            "day": self.start.isoformat(),
            "month": self.start.isoformat()[:7],
            "quarter": f"{year}-Q{(self.start.month + 2) // 3}",
            "half": f"{year}-H{(self.start.month + 5) // 6}",
            "season": f"{year}-{SEASONS.get(self.start.month, 'XX')}",
            "year": year,
            "decade": year[:3],
            "century": year[:2],
        }[self.grain]

    @property
    def last(self) -> date:
        """The last day in it. A weekend is bounded from Friday evening's day to Sunday."""
        if self.grain == "day":
            return self.start
        if self.grain == "weekend":
            return day_from(self.start, 2) or date.max
        following = step(self, 1)
        return following.start - timedelta(days=1) if following else date.max


def around(day: date, grain: Grain) -> Period:
    """The period of that grain that `day` lies in; for a weekend, the one of its week."""
    if grain == "day":
        return Period(grain, day)
    if grain in ("week", "weekend"):
        monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        return Period(grain, monday + timedelta(days=4) if grain == "weekend" else monday)
    if grain == "season":
        month = day.month // 3 * 3
        return Period(grain, date(day.year, month, 1) if month else _december(day.year - 1))
    if grain in ("month", "quarter", "half"):
        size = _MONTHS[grain]
        return Period(grain, date(day.year, (day.month - 1) // size * size + 1, 1))
    size = _MONTHS[grain] // 12
    return Period(grain, date(max(day.year // size * size, MINYEAR), 1, 1))


def step(period: Period, count: int) -> Period | None:
    """`count` periods on (back, where negative); None past the ends of the calendar."""
    try:
        if period.grain == "day":
            return Period("day", period.start + timedelta(days=count))
        if period.grain in ("week", "weekend"):
            return Period(period.grain, period.start + count * _WEEK)
        months = add_months(period.start, count * _MONTHS[period.grain])
        return Period(period.grain, months) if months else None
    except OverflowError:
        return None


def add_months(day: date, count: int) -> date | None:
    """The same day of another month, or that month's last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except (ValueError, OverflowError):
            continue
    return None


def day_from(day: date | None, count: int | None) -> date | None:
    """The day `count` days on; None past the ends of the calendar or where one is unknown."""
    try:
        return None if day is None or count is None else day + timedelta(days=count)
    except OverflowError:
        return None


def moved(period: Period, grain: Grain, count: int) -> Period | None:
    """The period of the same grain that lies `count` times `grain` away: a year before Q3."""
    start = step(Period(grain, period.start), count)
    return around(start.start, period.grain) if start else None


def _december(year: int) -> date:
    return date(max(year, MINYEAR), 12, 1)
