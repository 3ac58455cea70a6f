"""Dates that the text names by day and month."""

import re
from collections.abc import Iterable
from datetime import date

from sayso.reading.times import bounds
from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lexicon import number_of
from sayso.reading.times.named_days import event_year
from sayso.reading.times.periods import YEARS, Period, around
from sayso.reading.times.scene import Reading, Scene, dated, nearest
from sayso.reading.times.years import explicit_year, ordinal, two_digit_year, years_around

# After "on the 15th" other words show that it counts something: "on the 10th anniversary".
_BEHIND_A_DAY = frozenset("and or to until through when as at in with by after before".split())


def iso(phrase: Phrase, scene: Scene) -> Reading | None:
    """2023-10-07 or 2023-10-07T06:30."""
    written = (phrase.get("iso") or "").upper()
    day = bounds.period(written[:10])
    if day is None:
        return None
    return Reading("TIME", written, day) if "T" in written else dated(day)


def slashed(phrase: Phrase, scene: Scene) -> Reading | None:
    """10/7/2023 or 7.10.23, where only one order of day and month is possible; else the year."""
    first, second, year = (int(n) for n in re.split(r"[/.]", phrase.get("slashed") or ""))
    year = year if year > 99 else two_digit_year(year)
    orders = {
        day
        for month, number in ((first, second), (second, first))
        if (day := _day(year, month, number))
    }
    if len(orders) == 1:
        return dated(Period("day", orders.pop()))
    if not orders:
        return None
    return Reading("DATE", f"{year:04d}-XX-XX", None, None, min(orders), max(orders))


def day(phrase: Phrase, scene: Scene) -> Reading | None:
    """October 7, 2023; the 7th of October; Saturday, April 25; the 10 of "10 to 12 October"."""
    month, number = month_number(phrase) or _following_month(phrase), day_number(phrase)
    return _month_day(phrase, scene, month, number) if month and number else None


def same_month(phrase: Phrase, scene: Scene) -> Reading | None:
    """The 25 of "April 24 and 25"."""
    words = (phrase.word_before(3), phrase.word_before(5))
    month = next((found for word in words if (found := number_of(word, "MONTH"))), None)
    number, spoken = day_number(phrase), scene.spoken
    if month is None or number is None:
        return None
    if "year" not in phrase.parts and spoken and spoken.start.month == month:
        scene = scene._replace(year=scene.year or spoken.start.year)
    return _month_day(phrase, scene, month, number)


def day_of_month(phrase: Phrase, scene: Scene) -> Reading | None:
    """On the 15th: of the month spoken of last."""
    number, spoken = day_number(phrase), scene.spoken
    after = phrase.word_after()
    if number is None or (after.isalpha() and after not in _BEHIND_A_DAY):
        return None
    if spoken is None or spoken.grain not in ("day", "month"):
        return dated(None, unresolved=f"XXXX-XX-{number:02d}")
    found = _day(spoken.start.year, spoken.start.month, number)
    return dated(Period("day", found)) if found else None


def week_of(phrase: Phrase, scene: Scene) -> Reading | None:
    """The week of March 6."""
    month, number = month_number(phrase), day_number(phrase)
    if month is None or number is None:
        return None
    found = _month_day(phrase, scene, month, number)
    return dated(around(found.period.start, "week") if found and found.period else None)


def month(phrase: Phrase, scene: Scene) -> Reading | None:
    """October, October 2023, last October, this past October."""
    number = month_number(phrase)
    if number is None:
        return None
    unresolved = f"XXXX-{number:02d}"
    year = explicit_year(phrase, scene)
    said = {"shift", "year", "year_shift"} & phrase.parts.keys()
    if year is None and not said:
        year = scene.year
    if year is not None:
        return dated(Period("month", date(year, number, 1)))
    shift = phrase.number("shift", "DEICTIC", "ANAPHORIC")
    if not said:
        months = [Period("month", date(year, number, 1)) for year in years_around(scene)]
        return dated(nearest(months, scene), unresolved=unresolved)
    if scene.published is None or shift is None:
        return dated(None)
    return dated(_shifted_month(scene.published, number, shift))


def full_dates(phrases: Iterable[Phrase]) -> dict[tuple[int, int], int]:
    """Years of the days that are dated in full: "October 7" is a day that the same text calls
    October 7, 2023. A day that it dates in two years is left out."""
    years: dict[tuple[int, int], set[int]] = {}
    for phrase in phrases:
        if phrase.kind == "day" and "year" in phrase.parts:
            month, number = month_number(phrase), day_number(phrase)
            year = explicit_year(phrase, Scene())
            if month and number and year:
                years.setdefault((month, number), set()).add(year)
    return {day: found.pop() for day, found in years.items() if len(found) == 1}


def month_number(phrase: Phrase) -> int | None:
    """1 to 12, where the phrase names a month."""
    return phrase.number("month", "MONTH")


def day_number(phrase: Phrase) -> int | None:
    """The day of the month that the phrase names."""
    return ordinal(phrase.get("day"))


def _month_day(phrase: Phrase, scene: Scene, month: int, number: int) -> Reading | None:
    if not 1 <= number <= 31:
        return None
    stated = explicit_year(phrase, scene)
    if stated is None and not {"shift", "year", "year_shift"} & phrase.parts.keys():
        stated = scene.full.get((month, number)) or event_year(phrase, scene, month, number)
    if stated is None and ("year" in phrase.parts or "year_shift" in phrase.parts):
        return dated(None)
    shift = phrase.number("shift", "DEICTIC")
    years = [stated] if stated is not None else years_around(scene)
    days = [Period("day", found) for year in years if (found := _day(year, month, number))]
    weekday = phrase.number("weekday", "WEEKDAY", "WEEKDAY_SHORT")
    days = [day for day in days if day.start.isoweekday() == weekday] or days
    if stated is not None or scene.year is not None:
        return dated(days[0]) if days else None
    if shift is not None and scene.published:
        today = scene.published
        days = [d for d in days if (d.start < today if shift < 0 else d.start >= today)]
        return dated(days[-1] if shift < 0 else days[0]) if days else dated(None)
    return dated(nearest(days, scene), unresolved=f"XXXX-{month:02d}-{number:02d}")


def _following_month(phrase: Phrase) -> int | None:
    words = (phrase.word_after(ahead) for ahead in range(1, 5))
    return next((month for word in words if (month := number_of(word, "MONTH"))), None)


def _shifted_month(today: date, month: int, shift: int) -> Period | None:
    year = today.year
    if shift < 0 and month >= today.month:
        year -= 1
    if shift > 0 and month <= today.month:
        year += 1
    return Period("month", date(year, month, 1)) if year in YEARS else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
