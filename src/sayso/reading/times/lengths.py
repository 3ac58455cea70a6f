"""Lengths of time: plain durations, reaches from a day ("the past three days"), and sets."""

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lexicon import value_of
from sayso.reading.times.numerals import NUMBER_WORDS, number
from sayso.reading.times.periods import Grain, Period, add_months, around, moved
from sayso.reading.times.scene import Reading, Scene, dated

_GRAINS: dict[str, Grain] = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}


class Length(NamedTuple):
    """`count` of a TIMEX3 unit; None where the text does not count. The clock's start with T."""

    count: Fraction | None
    unit: str

    @property
    def value(self) -> str:
        """P3D, PT20M, PXM, P2Y6M."""
        unit, prefix = self.unit.lstrip("T"), "PT" if self.unit.startswith("T") else "P"
        if self.count is None:
            return f"{prefix}X{'C' if unit == '100Y' else 'E' if unit == '10Y' else unit[-1]}"
        count, unit = _whole(self.count, unit)
        if count.denominator == 1:
            return f"{prefix}{count}{unit}"
        half = _HALVES.get(self.unit)
        if count.denominator == 2 and half:
            return f"{prefix}{int(count)}{unit}{half}" if count > 1 else f"P{half}".replace("PS", "PTS")
        return f"{prefix}{float(count):g}{unit}"

    def from_day(self, day: date, way: int) -> date | None:
        """The day so far on (way 1) or back (-1); None where the length is not counted."""
        if self.count is None:
            return None
        count, unit = _whole(self.count, self.unit)
        try:
            if unit in ("D", "WE"):
                return day + timedelta(days=way * int(count))
            if unit == "W":
                return day + timedelta(days=way * int(count * 7))
            if unit.startswith("T"):
                hours = count * {"TH": 3600, "TM": 60, "TS": 1}[unit]
                return day + timedelta(seconds=way * int(hours))
            months = int(count * {"M": 1, "Q": 3, "Y": 12}[unit])
            return add_months(day, way * months)
        except OverflowError:
            return None


def duration(phrase: Phrase, scene: Scene) -> Reading | None:
    """20 minutes, eight-year, several months, years."""
    length = _length(phrase)
    if length is None or _is_share_or_rank(phrase, length):
        return None
    word = phrase.get("count")
    alone = word in ("a", "an") and phrase.value("unit", "UNIT") is not None
    if alone and "amount" not in phrase.parts:
        return _a_unit(phrase, length)
    return Reading("DURATION", length.value)


def age(phrase: Phrase, scene: Scene) -> Reading | None:
    """An 8-month-old truce. People's ages, in years, are no times of the news."""
    length = _length(phrase)
    if length is None or length.unit == "Y" and length.count is not None:
        return None
    return Reading("DURATION", length.value)


def part_of_period(phrase: Phrase, scene: Scene) -> Reading | None:
    """The first nine months."""
    length = _length(phrase)
    return Reading("DURATION", length.value) if length else None


def ago(phrase: Phrase, scene: Scene) -> Reading | None:
    """Two years ago, a week from now: dates. Three days later: a length, with its day for bounds."""
    length = _length(phrase)
    if length is None:
        return None
    word = phrase.get("way") or ""
    deictic = word in ("ago", "from now", "hence")
    way = 1 if word in ("from now", "hence", "later", "afterward", "afterwards") else -1
    base = scene.published if deictic else scene.day
    one_year = length == Length(Fraction(1), "Y")
    if one_year and way < 0 and scene.report:
        return dated(moved(scene.report, "year", -1))
    if not deictic and not one_year:
        day = length.from_day(base, way) if base else None
        return Reading("DURATION", length.value, Period("day", day) if day and length.unit == "D" else None,
                       None, day, day)  # fmt: skip
    base = base or scene.published
    if length.count is None:
        edge = scene.published
        return Reading("DATE", "PAST_REF" if way < 0 else "FUTURE_REF", None, None,
                       edge if way > 0 else None, edge if way < 0 else None)  # fmt: skip
    day = length.from_day(base, way) if base else None
    if day is None:
        return dated(None)
    grain = _GRAINS.get(_whole(length.count, length.unit)[1], "day")
    return dated(around(day, grain))


def reach(phrase: Phrase, scene: Scene) -> Reading | None:
    """The past three days, the next two weeks, recent months: lengths that end or begin now."""
    length = _length(phrase)
    if length is None:
        return None
    word = phrase.get("way") or ""
    way = -1 if value_of(word, "BACKWARD") else 1
    anaphoric = word in ("following", "subsequent", "previous", "preceding")
    base = scene.day if anaphoric else scene.published
    far = length.from_day(base, way) if base else None
    begin, until = (far, base) if way < 0 else (base, far)
    return Reading("DURATION", length.value, None, None, begin, until)


def every(phrase: Phrase, scene: Scene) -> Reading | None:
    """Every Friday, each July, twice a week, Mondays."""
    word = phrase.get("unit") or ""
    weekday = value_of(word, "WEEKDAY", "WEEKDAYS")
    if weekday:
        return Reading("SET", f"XXXX-WXX-{weekday}")
    if word not in ("night",) and (daypart := value_of(word, "DAYPART")):
        return Reading("SET", f"XXXX-XX-XXT{daypart}")
    if season := value_of(word, "SEASON"):
        return Reading("SET", "XXXX" + Period("season", date(2000, season, 1)).value[4:])
    if word == "weekend":
        return Reading("SET", "XXXX-WXX-WE")
    unit = value_of(word, "UNIT", "UNITS")
    count = number(phrase.get("count") or "one")
    return Reading("SET", Length(count, unit).value) if count else None


def every_month(phrase: Phrase, scene: Scene) -> Reading | None:
    """Each July."""
    return Reading("SET", f"XXXX-{phrase.value('month', 'MONTH'):02d}")


def adverb_set(phrase: Phrase, scene: Scene) -> Reading | None:
    """Daily, weekly."""
    return Reading("SET", value_of(phrase.get("adverb") or "", "ADVERB_SET"))


def _a_unit(phrase: Phrase, length: Length) -> Reading | None:
    """ "A year" is a rate behind an amount ("$1 billion a year"), else a length."""
    tokens = phrase.tokens
    before = [tokens.raw(phrase.first - n) for n in range(1, 5) if phrase.first - n >= 0]
    previous = before[0].lower() if before else ""
    counted = any(w[:1].isdigit() or w.lower() in NUMBER_WORDS or w in _MANY for w in before)
    behind_amount = value_of(previous, "YEAR_CUE") is None and previous not in _NO_NOUNS
    if counted and behind_amount and previous[:1].isalnum():
        return Reading("SET", length.value)
    return Reading("DURATION", length.value)


def _is_share_or_rank(phrase: Phrase, length: Length) -> bool:
    """ "Three-quarters", "a quarter of the force", "a second group"."""
    count, after = phrase.get("count"), phrase.tokens.word(phrase.last)
    if length.unit == "Q":
        hyphen = any(phrase.tokens.raw(i) == "-" for i in range(phrase.first, phrase.last))
        return after == "of" or hyphen and phrase.get("unit") == "quarters"
    return count in ("a", "an") and phrase.get("unit") == "second"


_NO_NOUNS = frozenset("within over than almost nearly just about only least on at into under took is was".split())
_MANY = frozenset({"percent", "hundreds", "thousands", "millions", "dozens"})


def _length(phrase: Phrase) -> Length | None:
    word = phrase.get("unit") or phrase.get("unit_after") or _unit_ahead(phrase)
    unit = value_of(word or "", "UNIT", "UNITS")
    if unit is None:
        return None
    written = phrase.get("count")
    if written is None:
        plural = value_of(word or "", "UNITS") is not None
        return Length(None if plural else Fraction(1), unit)
    count = _count(written)
    if count is not None and "half" in phrase.parts:
        count += Fraction(1, 2)
    return Length(count, unit)


def _unit_ahead(phrase: Phrase) -> str | None:
    words = (phrase.tokens.word(phrase.last + ahead) for ahead in range(8))
    return next((word for word in words if value_of(word, "UNITS")), None)


def _count(written: str) -> Fraction | None:
    if written.startswith("half a"):
        return Fraction(1, 2)
    if "couple" in written:
        return Fraction(2)
    least = written.replace("-", " ").split(" or ")[0].split(" to ")[0]
    return number(least)


def _whole(count: Fraction, unit: str) -> tuple[Fraction, str]:
    """Decades as years, fortnights as weeks."""
    factor = unit[:-1] if unit[:1].isdigit() else ""
    return (count * int(factor), unit[-1]) if factor else (count, unit)
