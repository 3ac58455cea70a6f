"""Dates by their place before or after the day of publication or a time spoken of before."""

from datetime import date, timedelta

from sayso.reading.times.bounds import Part
from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lexicon import value_of
from sayso.reading.times.named_dates import explicit_year, month_number, ordinal, years_around
from sayso.reading.times.periods import Grain, Period, around, moved, step
from sayso.reading.times.scene import Reading, Scene, dated, nearest


def relative(phrase: Phrase, scene: Scene) -> Reading | None:
    """This week, last Tuesday, the following month, this past spring, that night."""
    words = [phrase.get("shift") or "", phrase.get("shift_also") or ""]
    shift, anaphoric = _shift(words, phrase)
    if "weekday" in phrase.parts:
        return _relative_weekday(phrase, scene, shift, anaphoric)
    unit = phrase.get("unit") or ""
    if daypart := value_of(unit, "DAYPART"):
        if unit == "night" and words[0] == "last":
            return of_day(_day_from(scene.published, -1), daypart)
        base = scene.day if anaphoric else scene.published
        return of_day(_day_from(base, shift), daypart)
    if season := value_of(unit, "SEASON"):
        return dated(_shifted_season(scene, season, shift))
    grain: Grain = value_of(unit, "GRAIN")
    base = _base(scene, grain) if anaphoric else scene.published
    if base is None:
        return dated(None)
    if grain == "weekend":
        return dated(_weekend(base, shift, scene))
    return dated(step(around(base, grain), shift))


def the_unit(phrase: Phrase, scene: Scene) -> Reading | None:
    """The week, the year: the present one. The day: the one spoken of, or the present one."""
    unit = phrase.get("unit") or ""
    if season := value_of(unit, "SEASON"):
        return _season(scene, season)
    grain: Grain = value_of(unit, "GRAIN")
    if grain == "day":
        if phrase.tokens.word(phrase.first - 1) not in ("in", "end", "ending", "during", "for", "of"):
            return None
        base = scene.day or scene.published
    else:
        base = scene.published
    if base is None:
        return dated(None)
    return dated(_weekend(base, 0, scene) if grain == "weekend" else around(base, grain))


def year_edge(phrase: Phrase, scene: Scene) -> Reading | None:
    """Year-end, the month's end, the full year."""
    grain: Grain = value_of(phrase.get("unit") or "", "GRAIN")
    if scene.published is None:
        return dated(None)
    part: Part | None = "END" if "part" in phrase.parts else None
    return dated(around(scene.published, grain), part=part)


def day_word(phrase: Phrase, scene: Scene) -> Reading | None:
    """Today, yesterday, tomorrow morning."""
    day = _day_from(scene.published, value_of(phrase.get("day") or "", "DAY_WORD"))
    return of_day(day, value_of(phrase.get("daypart") or "", "DAYPART"))


def tonight(phrase: Phrase, scene: Scene) -> Reading | None:
    """Tonight; "overnight" is the night before."""
    return of_day(_day_from(scene.published, 0 if phrase.get("word") == "tonight" else -1), "NI")


def weekday(phrase: Phrase, scene: Scene) -> Reading | None:
    """Friday, Friday night; "Monday and Tuesday nights" are a habit."""
    number: int = value_of(phrase.get("weekday") or "", "WEEKDAY", "WEEKDAY_SHORT")
    part = phrase.get("daypart") or ""
    if habit := value_of(part, "DAYPARTS"):
        return Reading("SET", f"XXXX-WXX-{number}T{habit}")
    daypart = value_of(part, "DAYPART")
    days = []
    if scene.published:
        monday = around(scene.published, "week")
        days = [d for n in (-1, 0, 1) if (d := _weekday_of(step(monday, n), number))]
    if scene.direction is None:
        scene = scene._replace(direction="past")
    found = nearest(days, scene)
    unresolved = f"XXXX-WXX-{number}" + (f"T{daypart}" if daypart else "")
    return of_day(found.start if found else None, daypart, unresolved=unresolved)


def daypart(phrase: Phrase, scene: Scene) -> Reading | None:
    """The morning, the next morning: of the day spoken of, else of the day of publication."""
    word = phrase.get("shift")
    base = scene.day if word or scene.day else scene.published
    shift = 1 if word in ("next", "following") else 0
    return of_day(_day_from(base, shift), value_of(phrase.get("daypart") or "", "DAYPART"))


def shifted_day(phrase: Phrase, scene: Scene) -> Reading | None:
    """The day before yesterday, the day after tomorrow."""
    way = 1 if phrase.get("way") == "after" else -1
    shift = value_of(phrase.get("from") or "", "DAY_WORD")
    if shift is None:
        return None
    return of_day(_day_from(scene.published, shift + way), None)


def season(phrase: Phrase, scene: Scene) -> Reading | None:
    """In the spring, by autumn."""
    return _season(scene, value_of(phrase.get("season") or "", "SEASON"))


def quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    """The third quarter, the first half of last year, this year's fourth quarter."""
    grain: Grain = "half" if phrase.get("unit") == "half" else "quarter"
    word = phrase.get("ordinal") or ""
    most = 2 if grain == "half" else 4
    number = most if word in ("last", "final") else ordinal(word)
    return _numbered(phrase, scene, grain, number if number and number <= most else None)


def quarter_code(phrase: Phrase, scene: Scene) -> Reading | None:
    """Q3, Q3 2023."""
    digits = (phrase.get("code") or "").strip("qQ")
    return _numbered(phrase, scene, "quarter", int(digits))


def spoken_period(phrase: Phrase, scene: Scene) -> Reading | None:
    """The quarter, the latest period, the year-ago quarter: the one reported on last."""
    spoken = scene.report
    year = explicit_year(phrase, scene)
    if spoken is None:
        return dated(Period("year", date(year, 1, 1))) if year else dated(None)
    if "back" in phrase.parts:
        return dated(moved(spoken, "year", -1))
    if year is not None:
        return dated(moved(spoken, "year", year - spoken.start.year))
    return dated(spoken)


def until_then(phrase: Phrase, scene: Scene) -> Reading | None:
    """The "then" of "until then": what was spoken of last."""
    return dated(scene.spoken) if scene.spoken else None


def of_day(day: date | None, daypart: str | None, *, unresolved: str | None = None) -> Reading:
    """A day, or with a part of the day a TIME such as 2023-10-07TMO."""
    if day is None:
        return Reading("TIME" if daypart else "DATE", unresolved)
    if daypart is None:
        return dated(Period("day", day))
    return Reading("TIME", f"{day.isoformat()}T{daypart}", Period("day", day))


def _shift(words: list[str], phrase: Phrase) -> tuple[int, bool]:
    """How many periods on, and whether counted from what was spoken of before."""
    deictic = [value_of(word, "DEICTIC") for word in words]
    anaphoric = [value_of(word, "ANAPHORIC") for word in words]
    steps = sum(n for n in deictic + anaphoric if n)
    the = phrase.tokens.word(phrase.first) == "the" and "weekday" not in phrase.parts
    leans = any(n is not None for n in anaphoric) or (the and words[0] == "next")
    return max(-1, min(1, steps)), leans


def _base(scene: Scene, grain: Grain) -> date | None:
    if grain == "day":
        return scene.day
    return scene.spoken.start if scene.spoken else None


def _relative_weekday(phrase: Phrase, scene: Scene, shift: int, anaphoric: bool) -> Reading | None:
    number: int = value_of(phrase.get("weekday") or "", "WEEKDAY")
    daypart = value_of(phrase.get("daypart") or "", "DAYPART")
    base = scene.day if anaphoric else scene.published
    if base is None:
        return of_day(None, daypart)
    if shift == 0 and not anaphoric:
        return of_day(_in_week(base, number), daypart)
    ahead = (number - base.isoweekday()) % 7 or (0 if shift == 0 else 7)
    back = (base.isoweekday() - number) % 7 or (0 if shift == 0 else 7)
    return of_day(_day_from(base, ahead if shift > 0 else -back), daypart)


def _in_week(base: date, number: int) -> date | None:
    found = _weekday_of(around(base, "week"), number)
    return found.start if found else None


def _weekday_of(week: Period | None, number: int) -> Period | None:
    day = _day_from(week.start, number - 1) if week else None
    return Period("day", day) if day else None


def _day_from(day: date | None, count: int) -> date | None:
    try:
        return day + timedelta(days=count) if day else None
    except OverflowError:
        return None


def _weekend(base: date, shift: int, scene: Scene) -> Period | None:
    """On a weekday "the weekend" is the one past, unless the clause looks ahead."""
    current = around(base, "weekend")
    if shift == 0 and base < current.start and scene.direction != "future":
        return step(current, -1)
    return step(current, shift)


def _season(scene: Scene, month: int) -> Reading:
    seasons = [Period("season", date(year, month, 1)) for year in years_around(scene)]
    value = Period("season", date(2000, month, 1)).value[4:]
    return dated(nearest(seasons, scene), unresolved=f"XXXX{value}")


def _shifted_season(scene: Scene, month: int, shift: int) -> Period | None:
    if scene.published is None:
        return None
    today = scene.published
    seasons = [Period("season", date(year, month, 1)) for year in years_around(scene)]
    if shift < 0:
        over = [s for s in seasons if s.last < today]
        return over[-1] if over else None
    if shift > 0:
        coming = [s for s in seasons if s.start > today]
        return coming[0] if coming else None
    current = [s for s in seasons if s.start.year == today.year or s.start <= today <= s.last]
    return next((s for s in current if s.start <= today <= s.last), current[-1] if current else None)


def _numbered(phrase: Phrase, scene: Scene, grain: Grain, number: int | None) -> Reading | None:
    if number is None:
        return None
    month = number * (6 if grain == "half" else 3) - (5 if grain == "half" else 2)
    letter = "H" if grain == "half" else "Q"
    year = explicit_year(phrase, scene)
    if year is None and scene.published and phrase.tokens.word(phrase.last - 1) == "year":
        year = scene.published.year
    if year is not None:
        found: Period | None = Period(grain, date(year, month, 1))
    elif "back" in phrase.parts and scene.published:
        recent = nearest(_numbered_periods(scene, grain, month), scene._replace(direction="past"))
        found = moved(recent, "year", -1) if recent else None
    else:
        direction = scene.direction or "past"
        found = nearest(_numbered_periods(scene, grain, month), scene._replace(direction=direction))
    return dated(found, unresolved=f"XXXX-{letter}{number}")


def _numbered_periods(scene: Scene, grain: Grain, month: int) -> list[Period]:
    return [Period(grain, date(year, month, 1)) for year in years_around(scene)]
