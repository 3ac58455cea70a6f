"""Quarters and halves of the year, and the phrases that lean on the one reported on last."""

from datetime import date

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.periods import Grain, Period, moved
from sayso.reading.times.scene import Reading, Scene, dated, nearest
from sayso.reading.times.years import explicit_year, ordinal, years_around

_YEARS = frozenset({"year", "year_shift", "shift", "back"})
_SIZE = {"quarter": 3, "half": 6}


def quarter(phrase: Phrase, scene: Scene) -> Reading | None:
    """The third quarter, the first half of last year, this year's fourth quarter."""
    grain: Grain = "half" if phrase.get("unit") == "half" else "quarter"
    most = 12 // _SIZE[grain]
    if grain == "half" and not _YEARS & phrase.parts.keys():
        return None  # Of a match, as likely.
    word = phrase.get("ordinal")
    number = most if word in ("last", "final") else ordinal(word)
    return _numbered(phrase, scene, grain, number) if number and number <= most else None


def quarter_code(phrase: Phrase, scene: Scene) -> Reading | None:
    """Q3, Q3 2023, H1."""
    code = phrase.get("code") or ""
    return _numbered(phrase, scene, "half" if "h" in code else "quarter", int(code.strip("qh")))


def spoken_period(phrase: Phrase, scene: Scene) -> Reading | None:
    """The quarter, the latest period, the year-ago quarter: the one reported on last."""
    spoken = scene.report
    year = explicit_year(phrase, scene)
    if spoken is None:
        return dated(Period("year", date(year, 1, 1)) if year else None)
    if year is not None:
        return dated(moved(spoken, "year", year - spoken.start.year))
    return dated(moved(spoken, "year", -1) if "back" in phrase.parts else spoken)


def _numbered(phrase: Phrase, scene: Scene, grain: Grain, number: int) -> Reading:
    month = (number - 1) * _SIZE[grain] + 1
    year = explicit_year(phrase, scene)
    if year is None and scene.published and phrase.tokens.word(phrase.last - 1) == "year":
        year = scene.published.year
    if year is not None:
        return dated(Period(grain, date(year, month, 1)))
    back = "back" in phrase.parts
    periods = [Period(grain, date(year, month, 1)) for year in years_around(scene)]
    direction = "past" if back or scene.direction is None else scene.direction
    found = nearest(periods, scene._replace(direction=direction))
    letter = "H" if grain == "half" else "Q"
    return dated(
        moved(found, "year", -1) if found and back else found, unresolved=f"XXXX-{letter}{number}"
    )
