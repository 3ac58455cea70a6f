"""Days that have a name, or are one: Christmas, Ramadan, "the September 11 attacks"."""

from sayso.reading.times.almanac import event_day, is_exact, named_days
from sayso.reading.times.grammar import Phrase
from sayso.reading.times.periods import Period, around
from sayso.reading.times.scene import Reading, Scene, dated, nearest
from sayso.reading.times.years import explicit_year, years_around


def named_day(phrase: Phrase, scene: Scene) -> Reading | None:
    """Christmas, Thanksgiving Day, Ramadan; a lunar day has its year for a value, and bounds."""
    if phrase.get("shift") in ("each", "every"):
        return Reading("SET", "P1Y")
    name, year = phrase.get("name") or "", explicit_year(phrase, scene)
    spans = {
        Period("day", first): last
        for candidate in ([year] if year is not None else years_around(scene))
        for first, last in named_days(name, candidate)
    }
    found = _meant(list(spans), scene, phrase.number("shift", "DEICTIC"), year)
    if found is None:
        return dated(None)
    if phrase.get("unit") == "week":
        return dated(around(found.start, "week"))
    if is_exact(name) and "unit" not in phrase.parts:
        return dated(found)
    return Reading("DATE", f"{found.start.year:04d}", None, None, found.start, spans[found])


def _meant(days: list[Period], scene: Scene, shift: int | None, year: int | None) -> Period | None:
    if year is not None:
        return next(iter(days), None)
    today = scene.published
    if shift is None or today is None:
        return nearest(days, scene)
    if shift < 0:
        return max((day for day in days if day.start < today), default=None)
    return min((day for day in days if day.start >= today), default=None)


def event_year(phrase: Phrase, scene: Scene, month: int, number: int) -> int | None:
    """The year of a day that stands for an event: "the September 11 attacks"."""
    found = event_day(month, number)
    after = (phrase.word_after(ahead) for ahead in range(1, 4))
    if found is None or scene.published is None or scene.published < found.day:
        return None
    return found.day.year if any(word in found.nouns for word in after) else None
