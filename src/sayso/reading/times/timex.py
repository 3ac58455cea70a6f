"""The times of a text as TIMEX3: found by a grammar, read one after another.

Invariant: nothing is resolved against a day that nobody gave. Without `published` an expression
that needs one has no value, or keeps what it says (XXXX-10-07), and has no bounds.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import cast

from sayso.reading.times import (
    clock_times,
    durations,
    named_dates,
    named_days,
    relative_dates,
    report_periods,
    seasons,
    sets,
    weekdays,
    years,
)
from sayso.reading.times.bounds import Part
from sayso.reading.times.extents import extent
from sayso.reading.times.grammar import Phrase, phrases
from sayso.reading.times.named_dates import full_dates
from sayso.reading.times.periods import YEARS, Period
from sayso.reading.times.scene import Reading, Scene
from sayso.reading.times.tense import direction
from sayso.records.reading import Time

Reader = Callable[[Phrase, Scene], Reading | None]


def _vague(value: str) -> Reader:
    def read(phrase: Phrase, scene: Scene) -> Reading:
        begin = scene.published if value == "FUTURE_REF" else None
        until = scene.published if value == "PAST_REF" else None
        return Reading("DATE", value, None, None, begin, until)

    return read


READERS: dict[str, Reader] = {
    "iso": named_dates.iso,
    "slashed": named_dates.slashed,
    "day": named_dates.day,
    "same_month": named_dates.same_month,
    "day_of_month": named_dates.day_of_month,
    "week_of": named_dates.week_of,
    "month": named_dates.month,
    "named_day": named_days.named_day,
    "year": years.year,
    "bare_year": years.bare_year,
    "decade": years.decade,
    "century": years.century,
    "relative": relative_dates.relative,
    "relative_weekday": weekdays.relative_weekday,
    "the_unit": relative_dates.the_unit,
    "year_edge": relative_dates.year_edge,
    "day_word": relative_dates.day_word,
    "tonight": relative_dates.tonight,
    "weekday": weekdays.weekday,
    "daypart": relative_dates.daypart,
    "daypart_of": relative_dates.daypart,
    "shifted_day": relative_dates.shifted_day,
    "season": seasons.season,
    "quarter": report_periods.quarter,
    "quarter_code": report_periods.quarter_code,
    "spoken_period": report_periods.spoken_period,
    "ago": durations.ago,
    "reach": durations.reach,
    "duration": durations.duration,
    "age": durations.age,
    "part_of_period": durations.part_of_period,
    "every": sets.every,
    "every_month": sets.every_month,
    "adverb_set": sets.adverb_set,
    "clock": clock_times.clock,
    "until_then": relative_dates.until_then,
    "present_ref": _vague("PRESENT_REF"),
    "past_ref": _vague("PAST_REF"),
    "future_ref": _vague("FUTURE_REF"),
}
"""What reads each kind of phrase that grammar.toml names."""


_DATED = frozenset({"day", "month", "same_month"})
_JOINTS = frozenset({"to", "and", "through", "until", "or", "-", "–"})
_PARTS_OF_DAY = frozenset({"clock", "daypart", "daypart_of"})
_DAYS = frozenset({"day", "weekday", "relative_weekday", "day_word", "iso"})


def times(text: str, *, published: str | None) -> tuple[Time, ...]:
    """The times of `text` in its order, none overlapping. Never raises on any text.

    `published` is the document's creation time, ISO 8601; None, or what is no such date, leaves
    relative times unresolved. Linear in the text.
    """
    scene = Scene(published=_day_of(published))
    found: list[Time] = []
    clock: Phrase | None = None
    held = tuple(phrases(text))
    scene = scene._replace(full=full_dates(held))
    shared = _shared_years(held, scene)
    for phrase, after, year in zip(held, (*held[1:], None), shared, strict=False):
        if phrase.kind in _PARTS_OF_DAY and _is_day_of(phrase, after):
            clock = phrase
            continue
        if phrase.kind == "daypart_of":
            continue
        scene = scene._replace(
            direction=direction(phrase.tokens, phrase.first, phrase.last),
            year=year,
        )
        reading = READERS[phrase.kind](phrase, scene)
        scene = _after(scene, phrase, reading) if reading else scene
        if clock and reading:
            reading = _at_time(reading, READERS[clock.kind](clock, scene))
        if reading:
            found.append(_time(clock or phrase, phrase, _narrowed(phrase, reading), scene))
        clock = None
    return tuple(found)


def _day_of(published: str | None) -> date | None:
    match = re.match(r"\d{4}-\d\d-\d\d", published or "")
    try:
        day = date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None


def _is_day_of(clock: Phrase, after: Phrase | None) -> bool:
    """Whether a time of day is followed by its day: "10 p.m. Friday", "the night of 7 October"."""
    if after is None or after.kind not in _DAYS:
        return False
    between = range(clock.last, after.first)
    return len(between) <= 2 and all(clock.tokens.word(i) in (",", "on", "of") for i in between)


def _at_time(day: Reading, time: Reading | None) -> Reading | None:
    """A time of day on a day; where the day has no year, neither has the time."""
    if time is None or day.period is not None:
        return time
    date_alone = (day.value or "").partition("T")[0]
    clock = (time.value or "").rpartition("T")[2]
    return Reading("TIME", f"{date_alone}T{clock}" if date_alone and clock else None)


def _narrowed(phrase: Phrase, reading: Reading) -> Reading:
    """With the part that the words before ask for: "early", "the end of", "the second half of"."""
    side = phrase.get("side")
    if side and reading.period and reading.period.grain == "year":
        month = 1 if side == "first" else 7
        half = Period("half", reading.period.start.replace(month=month))
        return reading._replace(value=half.value, period=half)
    if side:
        return reading._replace(part="START" if side == "first" else "END")
    part = cast(Part | None, phrase.code("part", "PART", "EDGE"))
    return reading._replace(part=reading.part or part)


def _time(first: Phrase, last: Phrase, reading: Reading, scene: Scene) -> Time:
    # Only a date can be narrowed; before a length the words "the end of" are no part of it.
    start = first.core if reading.type in ("DURATION", "SET") else first.first
    begin, until = extent(reading, scene, signal=first.tokens.word(start - 1))
    return Time(
        start=first.tokens.starts[start],
        end=last.tokens.ends[last.last - 1],
        type=reading.type,
        value=reading.value,
        begin=begin,
        until=until,
    )


def _after(scene: Scene, phrase: Phrase, reading: Reading) -> Scene:
    """What later phrases may lean on, once `reading` is known."""
    if phrase.kind == "part_of_period":
        return scene._replace(report=None)
    period = reading.period
    if period is None:
        # A day that stays unresolved leaves nothing to count from.
        return scene._replace(spoken=None, day=None) if phrase.kind in _DAYS else scene
    if phrase.kind in ("quarter", "quarter_code") and "back" not in phrase.parts:
        scene = scene._replace(report=period)
    day = period.start if period.grain == "day" else scene.day
    return scene._replace(spoken=period, day=day)


def _shared_years(held: tuple[Phrase, ...], scene: Scene) -> list[int | None]:
    """For each phrase the year that stands with a later one: "from March to May 2023"."""
    shared: list[int | None] = [None] * len(held)
    for index in range(len(held) - 2, -1, -1):
        phrase, following = held[index], held[index + 1]
        if _joined(phrase, following):
            shared[index] = years.explicit_year(following, scene) or shared[index + 1]
    return shared


def _joined(phrase: Phrase, following: Phrase) -> bool:
    joint = phrase.word_after()
    if following.first - phrase.last != 1 or following.kind not in _DATED:
        return False
    return joint in _JOINTS or (joint == "," and following.kind == "same_month")
