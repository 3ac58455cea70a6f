"""The words of a clause: plain forms, stems, and what says nothing."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sayso import shipped
from sayso.knowledge.names import plain
from sayso.records.text import Span

_WORD = re.compile(r"\d+(?:,\d{3})+|[^\W_]+(?:[’'-][^\W_]+)*")
_GENITIVE = re.compile(r"[’']s?$")
_ENDINGS = tuple("ations ation ments ment ings ing ied ies ers ed es er ly s".split())
_LETTERS = 3
"""Letters that a stem keeps at least."""


class Token(NamedTuple):
    """A word in its plain form, and where it stands in the text."""

    word: str
    start: int
    end: int


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Find the words of `text[start:end]`; a compound with a hyphen is one word."""
    for match in _WORD.finditer(text, start, end):
        yield Token(folded(match.group()), match.start(), match.end())


def begins_in(token: Token, spans: Iterable[Span]) -> bool:
    """Whether a word begins in one of some spans."""
    return any(start <= token.start < end for start, end in spans)


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """A word without case, accents and genitive; a compound keeps its hyphens as blanks."""
    return plain(_GENITIVE.sub("", word))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without the endings of English inflection, rough and the same for all forms."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LETTERS:
            word = word[: -len(ending)]
            break
    if len(word) > _LETTERS and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > _LETTERS and word[-1] in "ey" else word


@cache
def listed(name: str) -> frozenset[str]:
    """Read the words of `data/NAME.txt`; `#` begins a comment."""
    return shipped.words("sayso.desk.claims", f"data/{name}")


def weighty(word: str) -> bool:
    """Whether a plain word says something of what a clause claims."""
    return len(word) > 1 and not word.isdigit() and word not in listed("empty_words")
