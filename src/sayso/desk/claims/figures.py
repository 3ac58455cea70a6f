"""What a clause counts: a number, bounds where it is given as such, and of what."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Final

from msgspec import Struct

from sayso.desk.claims.lists import table, terms
from sayso.desk.claims.words import Token, stem, weighty
from sayso.reading.times.numerals import NUMBER_WORDS

MONEY: Final = "money"
SHARE: Final = "per cent"
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_LEAST = re.compile(
    r"(?:at least|more than|(?<!handed )(?<!took )over|upwards of|no fewer than|no less than)\s*$",
    re.IGNORECASE,
)
_NEARLY = re.compile(
    r"\b(?:some|about|around|roughly|nearly|almost|approximately|close to)\s*$", re.IGNORECASE
)
_LOOSE = 0.1
"""Share by which a number that is given as a rough one may be off."""

_MOST = re.compile(r"(?:at most|up to|fewer than|less than|no more than)\s*$", re.IGNORECASE)
_HUNDRED = 100

REACH = 4
"""Words before and after a number in which the noun and the act that it counts are looked for."""


class Figure(Struct, frozen=True, kw_only=True):
    """A count. `of` is a measure ("killed", "money"), a stem ("teach") or "" where unsaid;
    `least` and `most` bound it, the same number where it is exact."""

    of: str
    least: float
    most: float

    @property
    def toll(self) -> bool:
        """Whether the count is what the clause claims, and not a detail of something else."""
        return _is_toll(self.of)


def figures(
    text: str,
    words: Sequence[Token],
    frames: Mapping[str, int],
    *,
    apart: Collection[tuple[int, int]] = (),
) -> tuple[Figure, ...]:
    """Find the counts among the words of a clause; what lies in `apart`, times and such, is none.

    "No one was hurt" counts nought harmed.
    """
    found = []
    index = 0
    while index < len(words):
        value, after = _number(words, index)
        clock = value is not None and after < len(words) and words[after].word in _words("clock")
        if value is None or clock or _inside(words[index], apart) or _is_age(words, index):
            index += 1
            continue
        after = _behind_whole(words, after)
        of = _measure(text, words, index, after, frames)
        if value > 1 or _is_toll(of):
            found.append(
                _bounded(text, words[index].start, value, of, others=_others(words, after))
            )
        index = after
    if nought := _nought(words, frames):
        found.append(Figure(of=nought, least=0, most=0))
    return tuple(dict.fromkeys(found))


def _is_toll(of: str) -> bool:
    return of in (MONEY, SHARE) or of in _tolls().values()


def agree(one: Figure, other: Figure) -> bool:
    """Whether two counts can be the same number."""
    return one.least <= other.most and other.least <= one.most


def _number(words: Sequence[Token], index: int) -> tuple[float | None, int]:
    """The number that begins at a word, and the index behind it."""
    word = words[index].word
    digits = word.replace(" ", "")
    if digits.isdigit() and not _is_year(digits):
        value, after = float(digits), index + 1
    else:
        parts = word.split()
        if not all(part in NUMBER_WORDS or part in _SCALES for part in parts) or word == "one":
            return None, index + 1
        value, after = float(_spelled(parts)), index + 1
    while after < len(words) and words[after].word in _SCALES:
        value, after = value * _SCALES[words[after].word], after + 1
    while value >= _HUNDRED and (rest := _rest(words, after)):
        more, after = rest
        value += more
    return value, after


def _rest(words: Sequence[Token], at: int) -> tuple[float, int] | None:
    """The tens and ones that a number goes on with, and the index behind them: "and eighty-seven"
    behind a hundred."""
    if at < len(words) and words[at].word == "and":
        at += 1
    parts = words[at].word.split() if at < len(words) else []
    if not parts or not all(part in NUMBER_WORDS for part in parts):
        return None
    return _spelled(parts), at + 1


def _is_age(words: Sequence[Token], index: int) -> bool:
    before = [token.word for token in words[max(0, index - 2) : index]]
    return before[-1:] == ["aged"] or (
        before[-1:] == ["of"] and before[0] in _words("aged") and len(before) > 1
    )


def _behind_whole(words: Sequence[Token], after: int) -> int:
    """The index behind the whole that a number counts a part of, "two of the six": it is given, not
    claimed. The same index where there is none."""
    at = after
    if at < len(words) and words[at].word == "out":
        at += 1
    if at >= len(words) or words[at].word != "of":
        return after
    at += 1
    if at < len(words) and words[at].word in _words("whole"):
        at += 1
    value, behind = _number(words, at) if at < len(words) else (None, at)
    return after if value is None else behind


def _spelled(parts: Sequence[str]) -> int:
    total = 0
    for part in parts:
        if part in _SCALES:
            total = max(total, 1) * _SCALES[part]
        else:
            total += NUMBER_WORDS[part]
    return total


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")  # noqa: PLR2004


def _inside(word: Token, spans: Collection[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in spans)


def _measure(
    text: str, words: Sequence[Token], index: int, after: int, frames: Mapping[str, int]
) -> str:
    """What a number counts, by the nouns behind it and the acts around it."""
    if after < len(words) and words[after].word in ("percent", "per"):
        return SHARE
    behind: list[str] = []
    for token in words[after : after + REACH]:
        if "," in text[words[after - 1].end : token.start] or token.word in _words("ends"):
            break
        behind.append(token.word)
    if any(stem(word) in _stems("money") for word in behind[:3]):
        return MONEY
    near = {
        frame: at
        for frame, at in frames.items()
        if frame in _tolls()
        and index - REACH - 2 <= at <= after + REACH + 2
        and (frame != "arrest" or at < index or _passive(words, after))
    }
    if near:
        return _tolls()[min(near, key=lambda frame: _distance(near[frame], index, after))]
    nouns = [stem(word) for word in behind[:3] if weighty(word)]
    return nouns[-1] if nouns and _stems("people").isdisjoint(nouns) else ""


def _passive(words: Sequence[Token], after: int) -> bool:
    return any(
        token.word in ("were", "was", "been", "are") for token in words[after : after + REACH]
    )


def _distance(at: int, index: int, after: int) -> int:
    return index - at if at < index else at - after


def _others(words: Sequence[Token], after: int) -> bool:
    """Whether somebody is left out of a count: "she and eleven others"."""
    return after < len(words) and words[after].word in ("other", "others")


def _bounded(text: str, start: int, value: float, of: str, *, others: bool) -> Figure:
    before = text[max(0, start - 20) : start]
    if _LEAST.search(before):
        return Figure(of=of, least=value, most=float("inf"))
    if _MOST.search(before):
        return Figure(of=of, least=0, most=value)
    if others:
        return Figure(of=of, least=value, most=value + 1)
    if _NEARLY.search(before):
        return Figure(of=of, least=value * (1 - _LOOSE), most=value * (1 + _LOOSE))
    return Figure(of=of, least=value, most=value)


def _nought(words: Sequence[Token], frames: Mapping[str, int]) -> str | None:
    """What nobody suffered: "no one was injured", "there were no casualties"."""
    for index, token in enumerate(words):
        following = words[index + 1].word if index + 1 < len(words) else ""
        negative = token.word in _words("nobody") or (
            token.word in ("no", "not") and following not in ("more", "longer", "fewer", "less")
        )
        if negative or token.word in _words("anybody"):
            for frame in ("harm", "kill"):
                if frame in frames and 0 <= frames[frame] - index <= REACH:
                    return _tolls()[frame]
            if any(
                word.word == "money" or stem(word.word) in _stems("money")
                for word in words[index : index + 3]
            ):
                return MONEY
            if negative:
                break
    return None


@cache
def _tolls() -> Mapping[str, str]:
    found: dict[str, str] = table("counting")["tolls"]
    return found


def _words(name: str) -> frozenset[str]:
    return terms("counting", name)


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, _words(name)))
