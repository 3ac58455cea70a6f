"""Days of the week: Friday, Friday night, last Tuesday, from Monday to Thursday."""

from datetime import date

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.periods import Period, around, day_from, step
from sayso.reading.times.relative_dates import of_day, place
from sayso.reading.times.scene import Reading, Scene, nearest


def weekday(phrase: Phrase, scene: Scene) -> Reading | None:
    """Friday, Friday night; "Monday and Tuesday nights" are a habit."""
    number = _number(phrase)
    if habit := phrase.code("daypart", "DAYPARTS"):
        return Reading("SET", f"XXXX-WXX-{number}T{habit}")
    daypart = phrase.code("daypart", "DAYPART")
    # News looks back: where the clause gives no sign, the day is past.
    looking = scene if scene.direction else scene._replace(direction="past")
    found = nearest(_candidates(scene.published, number), looking)
    if found and scene.day and found.start < scene.day and _ends_range(phrase):
        found = step(found, 7)
    unresolved = f"XXXX-WXX-{number}" + (f"T{daypart}" if daypart else "")
    return of_day(found.start if found else None, daypart, unresolved=unresolved)


def relative_weekday(phrase: Phrase, scene: Scene) -> Reading | None:
    """Last Tuesday, this coming Sunday, the previous Friday."""
    shift, anaphoric = place(phrase)
    number = _number(phrase)
    daypart = phrase.code("daypart", "DAYPART")
    base = scene.day if anaphoric else scene.published
    if base is None:
        return of_day(None, daypart)
    if shift == 0 and not anaphoric:
        return of_day(day_from(around(base, "week").start, number - 1), daypart)
    same = 0 if shift == 0 else 7
    ahead = (number - base.isoweekday()) % 7 or same
    back = (base.isoweekday() - number) % 7 or same
    return of_day(day_from(base, ahead if shift > 0 else -back), daypart)


def _number(phrase: Phrase) -> int:
    return phrase.number("weekday", "WEEKDAY", "WEEKDAY_SHORT") or 0


def _candidates(published: date | None, number: int) -> list[Period]:
    monday = around(published, "week").start if published else None
    days = (day_from(monday, number - 1 + 7 * week) for week in (-1, 0, 1))
    return [Period("day", day) for day in days if day]


def _ends_range(phrase: Phrase) -> bool:
    """Whether it is the Thursday of "from Monday to Thursday"."""
    return phrase.word_before(3) == "from" and phrase.word_before() in ("to", "until", "through")
