"""Lengths of time in the text: plain ones, and those measured from a day."""

from datetime import date
from fractions import Fraction

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lengths import Length, length_of
from sayso.reading.times.lexicon import is_in
from sayso.reading.times.numerals import NUMBER_WORDS
from sayso.reading.times.periods import Period, around, moved
from sayso.reading.times.scene import Reading, Scene, dated

_FORWARD = frozenset({"from now", "hence", "later", "afterward", "afterwards"})
_FROM_NOW = frozenset({"ago", "from now", "hence"})
_LEANING = frozenset({"following", "subsequent", "previous", "preceding"})
_BEFORE_VERB = frozenset("to will would could can may might must should not that which".split())
_ONE_YEAR = Length(Fraction(1), "Y")

# Before "a year" these make a length of it even where a number is near: "6 within a year".
_BEFORE_LENGTH = frozenset(
    "within over than almost nearly just about only least on at into under took is was".split()
)
_MANY = frozenset({"percent", "hundreds", "thousands", "millions", "dozens"})


def duration(phrase: Phrase, scene: Scene) -> Reading | None:
    """20 minutes, eight-year, several months, years; "a year" behind an amount is a rate."""
    length = length_of(phrase)
    if length is None or _is_no_length(phrase, length):
        return None
    counted = "count" in phrase.parts and phrase.word_before() == "in"
    if counted and scene.direction == "future":
        return _measured(length, scene.published, 1)  # "Will be paid in five years."
    return Reading("SET" if _is_rate(phrase) else "DURATION", length.value)


def age(phrase: Phrase, scene: Scene) -> Reading | None:
    """An 8-month-old truce. People's ages, in years, are no times of the news."""
    length = length_of(phrase)
    if length is None or (length.unit == "Y" and length.number is not None):
        return None
    return Reading("DURATION", length.value)


def part_of_period(phrase: Phrase, scene: Scene) -> Reading | None:
    """The first nine months."""
    length = length_of(phrase)
    return Reading("DURATION", length.value) if length else None


def ago(phrase: Phrase, scene: Scene) -> Reading | None:
    """Two years ago, a week from now: dates. Three days later: a length that leads to a day."""
    length = length_of(phrase)
    if length is None:
        return None
    word = phrase.get("way")
    way = 1 if word in _FORWARD else -1
    if length == _ONE_YEAR and way < 0 and scene.report:
        return dated(moved(scene.report, "year", -1))
    if word in _FROM_NOW or length == _ONE_YEAR:
        base = scene.published if word in _FROM_NOW else scene.day or scene.published
        return _measured(length, base, way)
    day = length.from_day(scene.day, way)
    led_to = Period("day", day) if day and length.grain == "day" else None
    return Reading("DURATION", length.value, led_to, None, day, day)


def reach(phrase: Phrase, scene: Scene) -> Reading | None:
    """The past three days, the next two weeks, recent months: lengths that end or begin now."""
    length = length_of(phrase)
    if length is None:
        return None
    word = phrase.get("way")
    if word == "last" and phrase.word_before() in _BEFORE_VERB:
        return Reading("DURATION", length.value)
    base = scene.day if word in _LEANING else scene.published
    if is_in(word, "BACKWARD"):
        return Reading("DURATION", length.value, None, None, length.from_day(base, -1), base)
    return Reading("DURATION", length.value, None, None, base, length.from_day(base, 1))


def _measured(length: Length, base: date | None, way: int) -> Reading:
    """The date that lies so far from `base`, as coarse as the unit it is measured in."""
    if length.number is None:
        value, begin, until = ("PAST_REF", None, base) if way < 0 else ("FUTURE_REF", base, None)
        return Reading("DATE", value, None, None, begin, until)
    day = length.from_day(base, way)
    return dated(around(day, length.grain) if day else None)


def _is_rate(phrase: Phrase) -> bool:
    """Whether it is the "a year" of "$1 billion a year", "four flights a week"."""
    if phrase.get("count") not in ("a", "an") or "amount" in phrase.parts:
        return False
    if not is_in(phrase.get("unit"), "UNIT"):
        return False
    before = [phrase.word_before(count) for count in range(1, 5)]
    counted = any(word[:1].isdigit() or word in NUMBER_WORDS or word in _MANY for word in before)
    leads = is_in(before[0], "YEAR_CUE") or before[0] in _BEFORE_LENGTH
    return counted and not leads and (before[0] == "%" or before[0][:1].isalnum())


def _is_no_length(phrase: Phrase, length: Length) -> bool:
    """Whether it is "three-quarters", "a quarter of the force", "a second group", "on a day"."""
    if length.unit == "Q":
        words = range(phrase.core, phrase.last)
        hyphen = any(phrase.tokens.word(index) == "-" for index in words)
        return phrase.word_after() == "of" or (hyphen and phrase.get("unit") == "quarters")
    if phrase.get("count") not in ("a", "an"):
        return False
    unit = phrase.get("unit")
    on_a_day = phrase.word_before() == "on" or phrase.word_after() in ("when", "that", "of")
    return unit == "second" or (unit == "day" and on_a_day)
