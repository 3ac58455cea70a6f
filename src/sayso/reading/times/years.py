"""Years, decades and centuries that the text names, and the years an unmarked date may lie in."""

import re
from datetime import date

from sayso.reading.times.grammar import Phrase
from sayso.reading.times.lexicon import is_in, number_of
from sayso.reading.times.numerals import spelled_year
from sayso.reading.times.periods import YEARS, Period
from sayso.reading.times.scene import Reading, Scene, dated

_OWN = frozenset({"his", "her", "their", "my", "your", "our"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that", "s"})

# Beside a number these make it an amount, or a piece of an address.
_BESIDE = frozenset({"percent", "per", "%", "°", "/", "at"})

# These may also stand before an amount: "of 2000 men".
_EITHER = frozenset({"of", "for", "to", "and", "about"})
_VERBS_IN_S = frozenset({"was", "has", "this", "its"})


def year(phrase: Phrase, scene: Scene) -> Reading | None:
    """The year 2000, fiscal 1989, the summer of 2014, post-1959."""
    number = explicit_year(phrase, scene)
    if number is None:
        return None
    if season := phrase.number("season", "SEASON"):
        return dated(Period("season", date(number, season, 1)))
    return dated(Period("year", date(number, 1, 1)))


def bare_year(phrase: Phrase, scene: Scene) -> Reading | None:
    """2003 alone, unless the words around it make it an amount."""
    number = explicit_year(phrase, scene)
    if number is None or not _is_year(phrase, number):
        return None
    return dated(Period("year", date(number, 1, 1)))


def decade(phrase: Phrase, scene: Scene) -> Reading | None:
    """The 1980s, the '80s, the nineties; without a century, of the one before this."""
    written = phrase.get("decade") or ""
    word = written.strip("'’‘`s")
    if _of_somebody(phrase) or (written[0].isdigit() and len(word) == 2 and int(word) < 50):
        return None
    named = number_of(written, "DECADE_NAME")
    if named is None and not word.isdigit():
        return None
    number = named if named is not None else int(word)
    return dated(Period("decade", date(number + 1900 if number < 100 else number, 1, 1)))


def century(phrase: Phrase, scene: Scene) -> Reading | None:
    """The 20th century: 19, as TIMEX3 counts them."""
    number = ordinal(phrase.get("ordinal"))
    if number is None or not 2 <= number <= 22:
        return None
    return dated(Period("century", date(number * 100 - 100, 1, 1)))


def explicit_year(phrase: Phrase, scene: Scene) -> int | None:
    """The year that a phrase says, in full or as "last year"; None where it says none."""
    written = phrase.get("year")
    if written:
        digits = re.sub(r"\D", "", written)
        number = int(digits) if digits else spelled_year(written) or 0
        number = two_digit_year(number) if digits and len(digits) == 2 else number
        return number if number in YEARS else None
    word = phrase.get("year_shift")
    if word is None:
        return None
    deictic = number_of(word, "DEICTIC")
    spoken = scene.spoken.start if scene.spoken else None
    base = spoken if deictic is None else scene.published
    return base.year + (number_of(word, "DEICTIC", "ANAPHORIC") or 0) if base else None


def years_around(scene: Scene) -> list[int]:
    """Years in which an unmarked date may lie; only the one written after it, where one is."""
    if scene.year is not None:
        return [scene.year]
    if scene.published is None:
        return []
    middle = scene.published.year
    return [year for year in (middle - 1, middle, middle + 1) if year in YEARS]


def ordinal(word: str | None) -> int | None:
    """Of "7", "7th" or "seventh"; None for "last" too."""
    if not word:
        return None
    if digits := re.match(r"\d{1,3}", word):
        return int(digits[0])
    return number_of(word, "WORD_ORDINAL")


def _of_somebody(phrase: Phrase) -> bool:
    """Whether it is an age, the "30s" of "in his 30s", "in their early thirties"."""
    return phrase.tokens.word(phrase.first - 1) in _OWN


def _is_year(phrase: Phrase, number: int) -> bool:
    tokens = phrase.tokens
    before, after = phrase.word_before(), phrase.word_after()
    if is_in(before, "AMOUNT_CUE") or before in _BESIDE or after in _BESIDE:
        return False
    if not 1500 <= number <= 2100 and before not in ("in", "since", "year"):
        return False
    if is_in(before, "YEAR_CUE") and before not in _EITHER:
        return True
    if before in _DETERMINERS:
        return True
    counted = after.endswith("s") and len(after) > 3 and after not in _VERBS_IN_S
    return not counted or tokens.raw(phrase.last)[:1].isupper()


def two_digit_year(number: int) -> int:
    """Two digits as a year: to 40 this century, above it the last."""
    return number + (2000 if number <= 40 else 1900)
