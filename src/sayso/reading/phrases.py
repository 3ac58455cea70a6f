"""Phrases that data files list, and where they stand in a text.

A phrase is words in lower case. `/` parts words that may stand for each other, `(s)` is an ending
that may be there, `_` binds words that are one alternative, `{name}` is any word of the list of
that name, and `[word]` one that may be missing: "[highly] likely/more_than_likely {outcome}".
Between its words a text may have space, one line end, a hyphen or an apostrophe. In the
surroundings of something `*` stands for the thing itself, and there the text may have quotation
marks too: "the word *", "* act".
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,3}|[-\u2010\u2011'’]")
_NEAR = re.compile(r"[-\u2010\u2011\s'’‘\"“”«»(]{1,4}")

Lists = Mapping[str, Sequence[str]]
_Words = tuple[frozenset[str], ...]
_Value = TypeVar("_Value")
_Value_co = TypeVar("_Value_co", covariant=True)


class Token(NamedTuple):
    """A run of letters and digits; `word` is in lower case."""

    start: int
    end: int
    word: str


class Found(NamedTuple, Generic[_Value_co]):
    """A phrase in a text: its first token, the one after its last, and what it stands for."""

    first: int
    end: int
    value: _Value_co


def tokens_of(text: str) -> list[Token]:
    """Cut a text into runs of letters and digits: "so-called" is two."""
    return [Token(*match.span(), match.group().lower()) for match in _WORD.finditer(text)]


class Phrases(Generic[_Value]):
    """Phrases with what each stands for, ready to be found."""

    def __init__(self, phrases: Iterable[tuple[str, _Value]], lists: Lists) -> None:
        self._by_first: dict[str, list[tuple[_Words, _Value]]] = {}
        for phrase, value in phrases:
            for words in _readings(phrase, lists):
                for first in words[0]:
                    self._by_first.setdefault(first, []).append((words, value))
        for listed in self._by_first.values():
            listed.sort(key=lambda each: -len(each[0]))

    def find(self, text: str, tokens: Sequence[Token]) -> Iterator[Found[_Value]]:
        """Find them in text order, the longest at each place, none inside another."""
        at = 0
        while at < len(tokens):
            for words, value in self._by_first.get(tokens[at].word, ()):
                if _stands(text, tokens, at, words):
                    yield Found(at, at + len(words), value)
                    at += len(words)
                    break
            else:
                at += 1


class Surroundings:
    """What may stand directly around something, as patterns with `*`."""

    def __init__(self, patterns: Iterable[str], lists: Lists) -> None:
        self._pairs = [
            (before, after)
            for pattern in patterns
            for before in _readings(pattern.partition("*")[0], lists)
            for after in _readings(pattern.partition("*")[2], lists)
        ]

    def around(self, text: str, tokens: Sequence[Token], found: Found[object]) -> bool:
        """Whether one of them is around."""
        return any(
            self._before(text, tokens, found.first, before)
            and self._after(text, tokens, found.end, after)
            for before, after in self._pairs
        )

    def _before(self, text: str, tokens: Sequence[Token], at: int, words: _Words) -> bool:
        begin = at - len(words)
        return not words or (
            begin >= 0 and _near(text, tokens, at) and _stands(text, tokens, begin, words)
        )

    def _after(self, text: str, tokens: Sequence[Token], at: int, words: _Words) -> bool:
        return not words or (
            at < len(tokens) and _near(text, tokens, at) and _stands(text, tokens, at, words)
        )


def _near(text: str, tokens: Sequence[Token], at: int) -> bool:
    return _NEAR.fullmatch(text, tokens[at - 1].end, tokens[at].start) is not None


def _stands(text: str, tokens: Sequence[Token], at: int, words: _Words) -> bool:
    if at + len(words) > len(tokens):
        return False
    return all(
        tokens[at + n].word in wanted
        and (n == 0 or _JOINED.fullmatch(text, tokens[at + n - 1].end, tokens[at + n].start))
        for n, wanted in enumerate(words)
    )


def _readings(phrase: str, lists: Lists) -> list[_Words]:
    """Give a phrase with and without the words that may be missing; [()] for an empty one."""
    readings: list[_Words] = [()]
    for part in phrase.split():
        optional = part.startswith("[")
        longer = [
            (*words, *more) for words in readings for more in _alternatives(part.strip("[]"), lists)
        ]
        readings = [*longer, *(readings if optional else ())]
    return readings


def _alternatives(part: str, lists: Lists) -> list[_Words]:
    """Give the words that a part of a phrase may be, those of one token in one set."""
    single: set[str] = set()
    longer: list[_Words] = []
    for one in part.split("/"):
        for word in lists[one[1:-1]] if one.startswith("{") else _endings(one):
            tokens = [token.word for token in tokens_of(word)]
            if len(tokens) == 1:
                single.add(tokens[0])
            else:
                longer.append(tuple(frozenset({token}) for token in tokens))
    return [*([(frozenset(single),)] if single else []), *longer]


def _endings(word: str) -> Iterator[str]:
    stem, _, ending = word.rstrip(")").partition("(")
    yield stem
    if ending:
        yield stem + ending
