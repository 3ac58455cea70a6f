"""The days that bound a reading, and what "since" and "until" before it make of them."""

from datetime import date, timedelta

from sayso.reading.times.bounds import Bounds, bounds
from sayso.reading.times.scene import Reading, Scene


def extent(reading: Reading, scene: Scene, *, signal: str) -> Bounds:
    """(begin, until) of what the text speaks of; `signal` is the word before the expression.

    "Since 2020" begins with that year and lasts to the day of publication, "until Friday" and
    "by Friday" have no beginning, "after Friday" no end. Lengths and sets have bounds only where
    they are measured from a known day.
    """
    if reading.begin or reading.until:
        return _iso(reading.begin), _iso(reading.until)
    if reading.type in ("DURATION", "SET"):
        return None, None
    begin, until = bounds(reading.value, part=reading.part)
    if begin is None or until is None:
        return begin, until
    if reading.type == "TIME" and signal in ("after", "before"):
        return begin, until  # "Shortly after midnight" is still that day.
    published = _iso(scene.published)
    held: dict[str, Bounds] = {
        "since": (begin, published if published and published >= begin else None),
        "after": (begin, None),
        "until": (None, until),
        "till": (None, until),
        "by": (None, until),
        "before": (None, _day_before(begin)),
    }
    return held.get(signal, (begin, until))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day_before(day: str) -> str | None:
    first = date.fromisoformat(day)
    return (first - timedelta(days=1)).isoformat() if first > date.min else None
