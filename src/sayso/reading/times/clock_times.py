"""Times of day: 10:35 a.m., noon, 16:00 UTC, four in the morning."""

import re

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lexicon import code_of
from sayso.reading.times.numerals import number
from sayso.reading.times.periods import Period
from sayso.reading.times.scene import Reading, Scene

_AFTERNOON = frozenset({"AF", "EV", "NI"})


def clock(phrase: Phrase, scene: Scene) -> Reading | None:
    """A TIME on the day spoken of, else on the day of publication, else T10:35 alone."""
    time = _time(phrase)
    if time is None:
        return None
    zone = phrase.code("zone", "ZONE") or ""
    day = scene.day or scene.published
    value = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{time}{zone}"
    return Reading("TIME", value, Period("day", day) if day else None)


def _time(phrase: Phrase) -> str | None:
    written = phrase.get("clock") or ""
    if named := code_of(written, "HOUR_NAME"):
        return named
    digits = re.fullmatch(r"(\d{1,2}):?(\d{2})(?::\d{2})?", written)
    spelled = None if digits else number(written)
    if digits is None and (spelled is None or spelled.denominator != 1):
        return None
    hour, minute = (int(digits[1]), int(digits[2])) if digits else (int(spelled or 0), 0)
    late = phrase.number("meridiem", "MERIDIEM")
    if late is not None and 1 <= hour <= 12:
        hour = hour % 12 + late
    elif phrase.code("daypart", "DAYPART") in _AFTERNOON and hour < 12:
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None
