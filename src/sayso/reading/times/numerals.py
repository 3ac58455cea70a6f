"""Numbers as news writes them: 22, 2 1/2, twenty-four, a hundred, nineteen ninety-six."""

import re
from fractions import Fraction

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"(\d{1,4}) (\d)/(\d)")


def number(text: str) -> Fraction | None:
    """The number that `text` spells, else None. "a" and "an" are one."""
    if mixed := _MIXED.fullmatch(text):
        whole, over, under = (int(group) for group in mixed.groups())
        return whole + Fraction(over, under) if under else None
    digits = text.replace(",", "")
    if re.fullmatch(r"\d{1,15}(\.\d{1,9})?", digits):
        return Fraction(digits)
    words = [word for word in _WORD.findall(text) if word != "and"]
    total = current = 0
    if len(words) > 1 and words[0] in ("a", "an", "the"):
        words = words[1:]
    for word in words:
        value = 1 if word in ("a", "an") else NUMBER_WORDS.get(word)
        if value is None:
            return None
        if value >= 100:
            current = (current or 1) * value
            if value == 1000:
                total, current = total + current, 0
        else:
            current += value
    return Fraction(total + current) if words else None


def spelled_year(text: str) -> int | None:
    """A year spoken in two halves, "nineteen ninety-six", or as "two thousand five"."""
    words = [word for word in _WORD.findall(text) if word != "and"]
    values = [NUMBER_WORDS.get(word, 0) for word in words]
    if values[:2] == [2, 1000]:
        return 2000 + sum(values[2:])
    if not 2 <= len(values) <= 3 or not 17 <= values[0] <= 20 or values[1] < 10:
        return None
    rest = sum(values[1:])
    return values[0] * 100 + rest if rest < 100 else None
