"""What one copy has that the other has not, in words a reader can check against both texts."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from msgspec import Struct

from sayso.desk.families.words import WORD, readable
from sayso.records.text import Span

Kind = Literal["added", "cut", "changed", "moved"]

# A passage of so many words that stands elsewhere in the other copy has moved; a shorter one that
# comes twice says nothing.
MOVED = 4

# A changed passage of more than so many words on one side, and so many times those on the other, is
# told as one thing cut and another added.
UNLIKE_WORDS = 8
UNLIKE_TIMES = 3

# Word sequences longer than this are compared without their commonest words, which keeps the time
# for a text of a megabyte to seconds and makes its differences a little coarser.
LONG = 20_000

# Words that agree between two changes and are no more than this stand in one changed passage: a
# rewritten sentence is easier read whole than as scraps around "the".
SCRAP = 1


class Difference(Struct, frozen=True, kw_only=True):
    """One passage in which two texts differ.

    `old` and `new` are spans of the first and of the second text. For `added`, `old` is empty and
    stands where the passage came in; for `cut`, `new` is. A `moved` passage has both.
    """

    kind: Kind
    old: Span
    new: Span
    old_text: str
    new_text: str


class _Text(Struct, frozen=True):
    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """How `new` differs from `old`, in the order of `new`. Case, marks and markup do not count."""
    one, other = _cut(old), _cut(new)
    found = list(_changes(one, other))
    cut_words = {one.words[a:b]: (a, b) for a, b, c, d in found if c == d and b - a >= MOVED}
    added_words = {
        other.words[c:d] for a, b, c, d in found if a == b and other.words[c:d] in cut_words
    }
    told: list[Difference] = []
    for a, b, c, d in found:
        if a == b and other.words[c:d] in added_words:
            told.append(_told("moved", (one, cut_words[other.words[c:d]]), (other, (c, d))))
        elif c == d and one.words[a:b] in added_words:
            continue
        else:
            kind: Kind = "added" if a == b else "cut" if c == d else "changed"
            told.append(_told(kind, (one, (a, b)), (other, (c, d))))
    return tuple(told)


def _cut(text: str) -> _Text:
    found = list(WORD.finditer(readable(text)))
    return _Text(text, tuple(x.span() for x in found), tuple(x[0].casefold() for x in found))


def _changes(one: _Text, other: _Text) -> Iterator[tuple[int, int, int, int]]:
    """Word ranges (old start, old end, new start, new end) that differ, scraps between joined."""
    long = max(len(one.words), len(other.words)) > LONG
    codes = SequenceMatcher(None, one.words, other.words, autojunk=long).get_opcodes()
    scraps = [code[0] == "equal" and code[2] - code[1] > SCRAP for code in codes]
    for agrees, part in groupby(zip(codes, scraps, strict=True), key=lambda pair: pair[1]):
        ranges = [code for code, _ in part]
        while ranges and ranges[0][0] == "equal":
            ranges.pop(0)
        while ranges and ranges[-1][0] == "equal":
            ranges.pop()
        if agrees or not ranges:
            continue
        a, b, c, d = ranges[0][1], ranges[-1][2], ranges[0][3], ranges[-1][4]
        shorter, longer = sorted((b - a, d - c))
        if shorter and longer > max(UNLIKE_WORDS, UNLIKE_TIMES * shorter):
            yield a, b, c, c
            yield b, b, c, d
        else:
            yield a, b, c, d


def _told(kind: Kind, old: tuple[_Text, Span], new: tuple[_Text, Span]) -> Difference:
    old_span, new_span = _span(*old), _span(*new)
    return Difference(
        kind=kind,
        old=old_span,
        new=new_span,
        old_text=old[0].text[slice(*old_span)],
        new_text=new[0].text[slice(*new_span)],
    )


def _span(text: _Text, words: Span) -> Span:
    """Where a range of words stands; an empty one stands after the word before it."""
    first, after = words
    if first < after:
        return text.spans[first][0], text.spans[after - 1][1]
    at = text.spans[first - 1][1] if first else 0
    return at, at
