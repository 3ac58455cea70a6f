"""Dates by their place before or after the day of publication or a time spoken of before."""

from datetime import date
from typing import cast

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lexicon import code_of, number_of
from sayso.reading.times.periods import Grain, Period, around, day_from, step
from sayso.reading.times.scene import Reading, Scene, dated
from sayso.reading.times.seasons import placed, season_reading, shifted_season

# Words before "the day" that make it a date: "later in the day", "to end the day".
_BEFORE_THE_DAY = frozenset({"in", "end", "ending", "during", "for", "of"})


def relative(phrase: Phrase, scene: Scene) -> Reading | None:
    """Reads "this week", "the following month", "this past spring", "that night"."""
    shift, anaphoric = place(phrase)
    if season := phrase.number("unit", "SEASON"):
        return placed(shifted_season(scene, season, shift))
    if daypart := phrase.code("unit", "DAYPART"):
        if (phrase.get("shift"), daypart) == ("last", "NI"):
            shift = -1
        return of_day(day_from(scene.day if anaphoric else scene.published, shift), daypart)
    grain = _grain(phrase)
    base = _spoken_of(scene, grain) if anaphoric else scene.published
    if base is None:
        return dated(None)
    if grain == "weekend":
        return dated(_weekend(base, shift, scene))
    return dated(step(around(base, grain), shift))


def the_unit(phrase: Phrase, scene: Scene) -> Reading | None:
    """The week, the year: the present one. The day: the one spoken of, or the present one."""
    if season := phrase.number("unit", "SEASON"):
        return season_reading(scene, season)
    grain = _grain(phrase)
    if grain == "day" and phrase.word_before() not in _BEFORE_THE_DAY:
        return None
    base = scene.day if grain == "day" and scene.day else scene.published
    if base is None:
        return dated(None)
    return dated(_weekend(base, 0, scene) if grain == "weekend" else around(base, grain))


def year_edge(phrase: Phrase, scene: Scene) -> Reading | None:
    """Year-end, the month's end, the full year."""
    if scene.published is None:
        return dated(None)
    whole = around(scene.published, _grain(phrase))
    return dated(whole, part="END" if "part" in phrase.parts else None)


def day_word(phrase: Phrase, scene: Scene) -> Reading | None:
    """Today, yesterday, tomorrow morning."""
    day = day_from(scene.published, phrase.number("day", "DAY_WORD"))
    return of_day(day, phrase.code("daypart", "DAYPART"))


def tonight(phrase: Phrase, scene: Scene) -> Reading | None:
    """Tonight; "overnight" is the night before."""
    return of_day(day_from(scene.published, 0 if phrase.get("word") == "tonight" else -1), "NI")


def daypart(phrase: Phrase, scene: Scene) -> Reading | None:
    """The morning, the next morning: of the day spoken of, else of the day of publication."""
    word = phrase.get("shift")
    base = scene.day if word or scene.day else scene.published
    shift = 1 if word in ("next", "following") else 0
    letters = phrase.code("daypart", "DAYPART")
    return of_day(day_from(base, shift), letters, unresolved=f"XXXX-XX-XXT{letters}")


def shifted_day(phrase: Phrase, scene: Scene) -> Reading | None:
    """The day before yesterday, the day after tomorrow."""
    shift = phrase.number("from", "DAY_WORD")
    way = 1 if phrase.get("way") == "after" else -1
    return None if shift is None else of_day(day_from(scene.published, shift + way), None)


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


def place(phrase: Phrase) -> tuple[int, bool]:
    """How many periods on, and whether counted from what was spoken of before."""
    words = [phrase.get("shift"), phrase.get("shift_also")]
    steps = sum(number_of(word, "DEICTIC", "ANAPHORIC") or 0 for word in words)
    leans = any(number_of(word, "ANAPHORIC") is not None for word in words)
    the_next = words[0] == "next" and phrase.tokens.word(phrase.core) == "the"
    return max(-1, min(1, steps)), leans or (the_next and "weekday" not in phrase.parts)


def _grain(phrase: Phrase) -> Grain:
    return cast(Grain, code_of(phrase.get("unit"), "GRAIN"))


def _spoken_of(scene: Scene, grain: Grain) -> date | None:
    if grain == "day":
        return scene.day
    return scene.spoken.start if scene.spoken else None


def _weekend(base: date, shift: int, scene: Scene) -> Period | None:
    """On a weekday "the weekend" is the one past, unless the clause looks ahead."""
    current = around(base, "weekend")
    if shift == 0 and base < current.start and scene.direction != "future":
        return step(current, -1)
    return step(current, shift)
