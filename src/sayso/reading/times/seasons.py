"""Seasons by their place in time. Winter counts to the year it starts in."""

from datetime import date

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.periods import YEARS, Period, day_from
from sayso.reading.times.scene import Reading, Scene, dated, nearest
from sayso.reading.times.years import years_around

WINTER = 12
_TO_EQUINOX = 20  # days after February


def season(phrase: Phrase, scene: Scene) -> Reading | None:
    """In the spring, by autumn."""
    month = phrase.number("season", "SEASON")
    return season_reading(scene, month) if month else None


def season_reading(scene: Scene, month: int) -> Reading:
    """The season that starts in `month` and that the clause means."""
    letters = Period("season", date(2000, month, 1)).value[4:]
    return placed(nearest(_seasons(scene, month), scene), unresolved=f"XXXX{letters}")


def placed(season: Period | None, *, unresolved: str | None = None) -> Reading:
    """A season whose place in time is known: a winter is then the one that starts in its year,
    which its value alone does not say."""
    reading = dated(season, unresolved=unresolved)
    if season is None or season.start.month != WINTER:
        return reading
    return reading._replace(begin=season.start, until=day_from(season.last, _TO_EQUINOX))


def shifted_season(scene: Scene, month: int, shift: int) -> Period | None:
    """Last, this or next summer: "last" is over, "next" has not begun."""
    if scene.published is None:
        return None
    today = scene.published
    seasons = _seasons(scene, month)
    over = [season for season in seasons if season.last < today]
    ahead = [season for season in seasons if season.start > today]
    if shift < 0:
        return over[-1] if over else None
    if shift > 0:
        return ahead[0] if ahead else None
    current = [season for season in seasons if season.start <= today <= season.last]
    of_the_year = [season for season in seasons if season.start.year == today.year]
    return next(iter(current + of_the_year), None)


def _seasons(scene: Scene, month: int) -> list[Period]:
    years = years_around(scene)
    before = [years[0] - 1] if years and years[0] - 1 in YEARS else []
    return [Period("season", date(year, month, 1)) for year in before + years]
