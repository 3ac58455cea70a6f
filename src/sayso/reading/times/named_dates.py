"""Dates that the text names by day, month, year, decade or century."""

import re
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date

from sayso.reading.times import bounds
from sayso.reading.times.almanac import event_day, is_exact, named_days
from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lexicon import is_in, number_of
from sayso.reading.times.numerals import spelled_year
from sayso.reading.times.periods import Period, around
from sayso.reading.times.scene import Reading, Scene, dated, nearest


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
    year = year if year > 99 else _century(year)
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
    """October 7, 2023; the 7th of October; Saturday, April 25."""
    month = month_number(phrase)
    number = day_number(phrase)
    if month is None:
        return same_month(phrase, scene, month=_following_month(phrase))
    if number is None:
        return None
    return _month_day(phrase, scene, month, number)


def same_month(phrase: Phrase, scene: Scene, *, month: int | None = None) -> Reading | None:
    """The 25 of "April 24 and 25", the 10 of "10 to 12 October"."""
    number = day_number(phrase)
    if month is None and scene.spoken and scene.spoken.grain == "day":
        found = _day(scene.spoken.start.year, scene.spoken.start.month, number or 0)
        return dated(Period("day", found)) if found else None
    if month is None or number is None:
        return None
    return _month_day(phrase, scene, month, number)


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
    if year is not None:
        return dated(Period("month", date(year, number, 1)))
    if "year" in phrase.parts or "year_shift" in phrase.parts:
        return dated(None)
    shift = phrase.number("shift", "DEICTIC", "ANAPHORIC")
    if shift is None:
        months = [Period("month", date(year, number, 1)) for year in years_around(scene)]
        return dated(nearest(months, scene), unresolved=unresolved)
    if scene.published is None:
        return dated(None)
    return dated(_shifted_month(scene.published, number, shift))


def named_day(phrase: Phrase, scene: Scene) -> Reading | None:
    """Christmas, Thanksgiving Day, Ramadan; a lunar day has its year for a value, and bounds."""
    name = phrase.get("name") or ""
    if phrase.get("shift") in ("each", "every"):
        return Reading("SET", "P1Y")
    shift = phrase.number("shift", "DEICTIC")
    year = explicit_year(phrase, scene)
    years = [year] if year is not None else years_around(scene)
    spans = [span for year in years for span in named_days(name, year)]
    if year is None and shift is not None and scene.published:
        today = scene.published
        spans = [s for s in spans if (s[1] < today if shift < 0 else s[0] >= today)]
        spans = spans[-1:] if shift < 0 else spans[:1]
    if (year is None and scene.published is None) or not spans:
        return dated(None)
    starts = nearest([Period("day", first) for first, _ in spans], scene) if year is None else None
    first, last = next((s for s in spans if starts and s[0] == starts.start), spans[0])
    if phrase.get("unit") == "week":
        return dated(around(first, "week"))
    if is_exact(name) and "unit" not in phrase.parts:
        return dated(Period("day", first))
    return Reading("DATE", f"{first.year:04d}", None, None, first, last)


def year(phrase: Phrase, scene: Scene) -> Reading | None:
    """The year 2000, fiscal 1989, the summer of 2014, post-1959."""
    number = explicit_year(phrase, scene)
    if number is None:
        return None
    if season := phrase.number("season", "SEASON"):
        return dated(Period("season", date(number, season, 1)))
    return dated(Period("year", date(number, 1, 1)))


def bare_year(phrase: Phrase, scene: Scene) -> Reading | None:
    """2003 alone, unless the words around it make it an amount."""
    number = explicit_year(phrase, scene)
    if number is None or not _is_year(phrase, number):
        return None
    return dated(Period("year", date(number, 1, 1)))


def decade(phrase: Phrase, scene: Scene) -> Reading | None:
    """The 1980s, the '80s, the nineties; without a century, of the one before this."""
    written = phrase.get("decade") or ""
    word = written.strip("'’‘`s")
    if written[0].isdigit() and len(word) == 2 and phrase.word_before() in _OWN:
        return None  # "In his 30s" is an age.
    named = number_of(written, "DECADE_NAME")
    if named is None and not word.isdigit():
        return None
    number = named if named is not None else int(word)
    return dated(Period("decade", date(number + 1900 if number < 100 else number, 1, 1)))


def century(phrase: Phrase, scene: Scene) -> Reading | None:
    """The 20th century: 19, as TIMEX3 counts them."""
    number = ordinal(phrase.get("ordinal"))
    if number is None or not 2 <= number <= 22:
        return None
    return dated(Period("century", date(number * 100 - 100, 1, 1)))


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


def ordinal(word: str | None) -> int | None:
    """Of "7", "7th" or "seventh"; None for "last" too."""
    if not word:
        return None
    if digits := re.match(r"\d{1,3}", word):
        return int(digits[0])
    return number_of(word, "WORD_ORDINAL")


def explicit_year(phrase: Phrase, scene: Scene) -> int | None:
    """The year that a phrase says, in full or as "last year"; None where it says none."""
    written = phrase.get("year")
    if written:
        digits = re.sub(r"\D", "", written)
        number = int(digits) if digits else spelled_year(written) or 0
        number = _century(number) if digits and len(digits) == 2 else number
        return number if MINYEAR <= number < MAXYEAR else None
    word = phrase.get("year_shift")
    if word is None:
        return None
    deictic = number_of(word, "DEICTIC")
    spoken = scene.spoken.start if scene.spoken else None
    base = spoken if deictic is None else scene.published
    return base.year + (number_of(word, "DEICTIC", "ANAPHORIC") or 0) if base else None


def years_around(scene: Scene) -> list[int]:
    """Years in which an unmarked date may lie; only the one written after it, where one is."""
    if scene.year is not None:
        return [scene.year]
    if scene.published is None:
        return []
    middle = scene.published.year
    return [year for year in (middle - 1, middle, middle + 1) if MINYEAR <= year < MAXYEAR]


def _month_day(phrase: Phrase, scene: Scene, month: int, number: int) -> Reading | None:
    if not 1 <= number <= 31:
        return None
    stated = explicit_year(phrase, scene)
    if stated is None and not {"shift", "year", "year_shift"} & phrase.parts.keys():
        stated = scene.full.get((month, number)) or _event_year(phrase, scene, month, number)
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


def _event_year(phrase: Phrase, scene: Scene, month: int, number: int) -> int | None:
    """The year of a day that stands for an event: "the September 11 attacks"."""
    found = event_day(month, number)
    after = (phrase.word_after(ahead) for ahead in range(1, 4))
    if found is None or scene.published is None or scene.published < found.day:
        return None
    return found.day.year if any(word in found.nouns for word in after) else None


def _following_month(phrase: Phrase) -> int | None:
    words = (phrase.word_after(ahead) for ahead in range(1, 5))
    return next((month for word in words if (month := number_of(word, "MONTH"))), None)


def _shifted_month(today: date, month: int, shift: int) -> Period | None:
    year = today.year
    if shift < 0 and month >= today.month:
        year -= 1
    if shift > 0 and month <= today.month:
        year += 1
    return Period("month", date(year, month, 1)) if MINYEAR <= year < MAXYEAR else None


_OWN = frozenset({"his", "her", "their", "my", "your", "our"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that", "s"})


def _is_year(phrase: Phrase, number: int) -> bool:
    tokens = phrase.tokens
    before, after = phrase.word_before(), phrase.word_after()
    if is_in(before, "AMOUNT_CUE") or after in ("percent", "per", "%", "°"):
        return False
    if not 1500 <= number <= 2100 and before not in ("in", "since", "year"):
        return False
    if is_in(before, "YEAR_CUE") and before not in ("of", "for", "to", "and", "about"):
        return True
    if before in _DETERMINERS:
        return True
    counted = after.endswith("s") and len(after) > 3 and after not in ("was", "has", "this", "its")
    return not counted or tokens.raw(phrase.last)[:1].isupper()


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _century(number: int) -> int:
    """Two digits as a year: to 40 this century, above it the last."""
    return number + (2000 if number <= 40 else 1900)
