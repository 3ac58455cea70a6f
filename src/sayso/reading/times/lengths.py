"""A length of time as TIMEX3 writes it, and how far it reaches from a day."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lexicon import code_of, is_in
from sayso.reading.times.numerals import number
from sayso.reading.times.periods import YEARS, Grain, add_months, day_from

_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}
_GRAINS: dict[str, Grain] = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}
_MONTHS = {"M": 1, "Q": 3, "Y": 12}
_SECONDS = {"TS": 1, "TM": 60, "TH": 3600, "D": 86400, "WE": 86400, "W": 604800}
_UNCOUNTED = {"10Y": "PXE", "100Y": "PXC"}


class Length(NamedTuple):
    """`number` of a TIMEX3 unit; None where the text does not count. The clock's units start
    with T, and 10Y is a decade."""

    number: Fraction | None
    unit: str

    @property
    def value(self) -> str:
        """P3D, PT20M, PXM, P2Y6M."""
        prefix, letters = ("PT", self.unit[1:]) if self.unit.startswith("T") else ("P", self.unit)
        if self.number is None:
            return _UNCOUNTED.get(letters, f"{prefix}X{letters.lstrip('0123456789')}")
        factor, unit = self.plain
        many = self.number * factor
        letters = unit.removeprefix("T")
        half = _HALVES.get(unit) if many.denominator == 2 else None
        if half is None:
            return f"{prefix}{float(many):.9g}{letters}"
        return prefix + (f"{int(many)}{letters}" if many > 1 else "") + half

    @property
    def plain(self) -> tuple[int, str]:
        """A unit that TIMEX3 has a letter for, and how many of it: a decade is 10 years."""
        factor = self.unit.rstrip("YW") if self.unit[0].isdigit() else ""
        return (int(factor), self.unit[-1]) if factor else (1, self.unit)

    @property
    def grain(self) -> Grain:
        """How fine a date is that is measured by it."""
        return _GRAINS.get(self.plain[1], "day")

    def from_day(self, day: date | None, way: int) -> date | None:
        """The day so far on (way 1) or back (-1); None where the length is not counted."""
        if self.number is None or day is None:
            return None
        factor, unit = self.plain
        many = self.number * factor
        if unit in _MONTHS:
            found = add_months(day, way * int(many * _MONTHS[unit]))
        else:
            found = day_from(day, way * int(many * _SECONDS[unit] / 86400))
        return found if found and found.year in YEARS else None


def length_of(phrase: Phrase) -> Length | None:
    """The length that the parts `count`, `unit` and `half` of a phrase give."""
    word = phrase.get("unit") or _unit_ahead(phrase)
    unit = code_of(word, "UNIT", "UNITS")
    written = phrase.get("count")
    if unit is None:
        return None
    if written is None:
        return Length(None if is_in(word, "UNITS") else Fraction(1), unit)
    many = _count(written)
    return Length(
        many + Fraction(1, 2) if many is not None and "half" in phrase.parts else many, unit
    )


def _unit_ahead(phrase: Phrase) -> str | None:
    """The "days" of "between 60 and 90 days"."""
    words = (phrase.word_after(ahead) for ahead in range(1, 9))
    return next((word for word in words if is_in(word, "UNITS")), None)


def _count(written: str) -> Fraction | None:
    if written.startswith("half a"):
        return Fraction(1, 2)
    if "couple" in written:
        return Fraction(2)
    # Of "two to three" the least.
    return number(written.split(" or ", maxsplit=1)[0].split(" to ", maxsplit=1)[0])
