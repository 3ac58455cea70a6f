"""Where days lie on the axis of a timeline. Days near its anchor are drawn wide and those far
from it narrow: an article has hours of this week and decades of before on one line."""

from datetime import date, timedelta
from math import copysign, log1p

from msgspec import Struct

from sayso.report.dates import month_name
from sayso.report.when import Moment, When

WIDTH = 480
_EDGE = 14.0
"""Units of the drawing on both sides for what is open, and fades."""

_NEAR = 6.0
"""Days around the anchor that are drawn nearly evenly; beyond them, ten times as far is one
step. More where nothing in the text is as short as that."""

_APART = 58.0
"""Units between the middles of two ticks' names."""

_LETTER = 7.0
_DAYS = 90
"""Days that an axis may span at the most to have its days named."""

_THINNEST = 5.0
_DAY = timedelta(days=1)


class Tick(Struct, frozen=True, kw_only=True):
    """A first day of a year, a month or a day, and what it is called."""

    x: float
    name: str


class Stretch(Struct, frozen=True, kw_only=True):
    """A moment on the axis from `x` on. `day`: one day, surely, drawn as a mark. `fades` says
    at which ends its bound is not sure."""

    moment: Moment
    x: float
    width: float
    day: bool
    fade_begin: bool
    fade_until: bool


class Timeline(Struct, frozen=True, kw_only=True):
    """A drawing `WIDTH` wide. `published` is where the day of publication is."""

    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    published: float | None


def timeline(found: When) -> Timeline | None:
    """Lay out the moments that have days; None where none has."""
    days = [day for one in found.placed for day in (one.begin, one.until) if day]
    if not days:
        return None
    if found.published:
        days.append(found.published)
    lengths = [(one.until - one.begin).days for one in found.placed if one.begin and one.until]
    near = max(_NEAR, 2.0 * min(lengths, default=0))
    axis = _Axis(min(days), max(days), anchor=found.published or max(days), near=near)
    return Timeline(
        stretches=tuple(_stretch(one, axis) for one in found.placed),
        ticks=tuple(_ticks(axis)),
        published=axis.at(found.published) if found.published else None,
    )


class _Axis:
    """From the first day to the end of the last, `anchor` somewhere in between."""

    def __init__(self, first: date, last: date, *, anchor: date, near: float) -> None:
        self.first, self.last = first, last
        self._near = near
        self._anchor = anchor.toordinal()
        self._low, self._high = self._far(first.toordinal()), self._far(last.toordinal() + 1)

    def _far(self, ordinal: int) -> float:
        days = ordinal - self._anchor
        return copysign(log1p(abs(days) / self._near), days)

    def at(self, day: date, *, end: bool = False) -> float:
        """Where a day begins, or ends, on the drawing."""
        part = (self._far(day.toordinal() + end) - self._low) / (self._high - self._low)
        return _EDGE + part * (WIDTH - 2 * _EDGE)


def _stretch(one: Moment, axis: _Axis) -> Stretch:
    left = axis.at(one.begin) if one.begin else 0.0
    right = axis.at(one.until, end=True) if one.until else float(WIDTH)
    widen = max(0.0, _THINNEST - (right - left)) / 2
    return Stretch(
        moment=one,
        x=left - widen,
        width=right - left + 2 * widen,
        day=one.begin is not None and one.begin == one.until,
        fade_begin=one.soft_begin,
        fade_until=one.soft_until,
    )


def _ticks(axis: _Axis) -> list[Tick]:
    """Years where there is room for their names, the rounder first, then months, then days."""
    found: list[Tick] = []
    for tick in (*_years(axis), *_months(axis), *_days(axis)):
        half = len(tick.name) * _LETTER / 2
        fits = half <= tick.x <= WIDTH - half
        if fits and all(abs(tick.x - other.x) >= _APART for other in found):
            found.append(tick)
    return sorted(found, key=lambda tick: tick.x)


def _years(axis: _Axis) -> list[Tick]:
    years = range(axis.first.year, axis.last.year + 1)
    ranked = [year for step in (100, 10, 5, 1) for year in years if year % step == 0]
    return [
        Tick(x=axis.at(date(year, 1, 1)), name=str(year))
        for year in dict.fromkeys(ranked)
        if axis.first <= date(year, 1, 1) <= axis.last
    ]


def _months(axis: _Axis) -> list[Tick]:
    """The months of the last years, quarters first and the latest first: others have no room."""
    years = range(axis.last.year, max(axis.first.year, axis.last.year - 3) - 1, -1)
    firsts = [
        date(year, month, 1)
        for months in ((7,), (10, 4), (12, 11, 9, 8, 6, 5, 3, 2))
        for year in years
        for month in months
    ]
    return [
        Tick(x=axis.at(day), name=f"{month_name(day.month)} {day.year}")
        for day in firsts
        if axis.first <= day <= axis.last
    ]


def _days(axis: _Axis) -> list[Tick]:
    span = (axis.last - axis.first).days
    if span > _DAYS:
        return []
    days = [axis.last - number * _DAY for number in range(span + 1)]
    return [Tick(x=axis.at(day), name=f"{day.day} {month_name(day.month)}") for day in days]
