"""Times that come again: every Friday, each July, daily, twice a week."""

from datetime import date

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lengths import Length
from sayso.reading.times.numerals import number
from sayso.reading.times.periods import Period
from sayso.reading.times.scene import Reading, Scene


def every(phrase: Phrase, scene: Scene) -> Reading | None:
    """Every Friday, each summer, every two weeks, twice a week, Mondays."""
    word = phrase.get("unit")
    if weekday := phrase.number("unit", "WEEKDAY", "WEEKDAYS"):
        return Reading("SET", f"XXXX-WXX-{weekday}")
    if season := phrase.number("unit", "SEASON"):
        return Reading("SET", "XXXX" + Period("season", date(2000, season, 1)).value[4:])
    if word == "weekend":
        return Reading("SET", "XXXX-WXX-WE")
    unit = phrase.code("unit", "UNIT", "UNITS")
    if unit is None:
        return Reading("SET", f"XXXX-XX-XXT{phrase.code('unit', 'DAYPART')}")
    count = number(phrase.get("count") or "one")
    return Reading("SET", Length(count, unit).value) if count else None


def every_month(phrase: Phrase, scene: Scene) -> Reading | None:
    """Each July."""
    return Reading("SET", f"XXXX-{phrase.number('month', 'MONTH'):02d}")


def adverb_set(phrase: Phrase, scene: Scene) -> Reading | None:
    """Daily, weekly; not the Daily of a newspaper's name."""
    name, after = phrase.tokens.raw(phrase.core), phrase.tokens.raw(phrase.last)
    if name.istitle() and after.istitle():
        return None
    return Reading("SET", phrase.code("adverb", "ADVERB_SET"))
