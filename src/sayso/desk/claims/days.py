"""When a clause's matter was."""

from datetime import date, timedelta
from typing import Final

from sayso.desk.claims.clauses import Clause
from sayso.records.reading import Analysis, Time

Days = tuple[date, date]
"""The first and the last."""

LONGEST: Final = timedelta(days=31)
"""The longest stretch of time that says when something was."""

LAG: Final = timedelta(days=3)
"""How long before publication a thing happened whose day is not said."""


def days_of(analysis: Analysis, clause: Clause) -> tuple[Days, bool]:
    """The days of a clause and whether it says them itself, else those that were said last before,
    or those not long before it was published."""
    said = [
        (days, time.start) for time in analysis.times or () if (days := _bounds(time)) is not None
    ]
    inside = [days for days, at in said if clause.start <= at < clause.end]
    if inside:
        return (min(d[0] for d in inside), max(d[1] for d in inside)), True
    sentence = (analysis.sentences or ())[clause.sentence]
    # When something was said is not when it was.
    told = clause.attribution.content if clause.attribution else ()
    here = [
        days
        for days, at in said
        if sentence.start <= at < sentence.end
        and (clause.attribution is None or any(start <= at < end for start, end in told))
    ]
    near = here or [days for days, at in said if at < sentence.start][-1:]
    if near:
        return near[-1], False
    published = _day(analysis.published)
    return (published - LAG, published) if published else (date.min, date.max), False


def _bounds(time: Time) -> Days | None:
    if time.type not in ("DATE", "TIME"):
        return None
    begin, until = _day(time.begin), _day(time.until)
    if begin is None or until is None or until - begin > LONGEST:
        return None
    return begin, until


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        return None
