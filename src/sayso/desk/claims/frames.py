"""What acts a clause speaks of, by the words of `data/frames.toml`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from sayso.desk.claims.lists import table
from sayso.desk.claims.words import Token

DEEDS: Final = frozenset(("ASSAULT", "COERCE"))
"""Types of what somebody is accused of."""

_GAP = r"(?: \S+){0,3}? "
"""What "..." stands for in a phrase."""


@cache
def types() -> Mapping[str, str]:
    """The PLOVER type of each frame; "relation" for one that ties persons and posts, "" for
    one that is a state."""
    return MappingProxyType({name: entry["type"] for name, entry in table("frames").items()})


def frames(words: Sequence[Token]) -> dict[str, int]:
    """Give each frame of the words with the index of the first word that shows it."""
    found: dict[str, int] = {}
    said = {part for token in words for part in token.word.split()}
    for index, token in enumerate(words):
        for part in token.word.split():
            for frame in _of_word(part):
                found.setdefault(frame, index)
            for frame in _weak(part):
                if any(frame in _objects(other) for other in said):
                    found.setdefault(frame, index)
    line = " ".join(token.word.replace(" ", "-") for token in words)
    for frame, pattern in _phrases().items():
        if match := pattern.search(f" {line} "):
            found.setdefault(frame, line.count(" ", 0, match.start()))
    return found


def shows(word: str) -> bool:
    """Whether a word alone shows an act."""
    return bool(_of_word(word))


@lru_cache(maxsize=50_000)
def _of_word(word: str) -> tuple[str, ...]:
    return _looked_up(word, "words")


@lru_cache(maxsize=50_000)
def _weak(word: str) -> tuple[str, ...]:
    return _looked_up(word, "weak")


@lru_cache(maxsize=50_000)
def _objects(word: str) -> tuple[str, ...]:
    return _looked_up(word, "objects")


def _looked_up(word: str, part: str) -> tuple[str, ...]:
    exact, starts = _index(part)
    prefixes = (word[:length] for length in range(3, len(word) + 1))
    return tuple(
        dict.fromkeys((*exact.get(word, ()), *(f for p in prefixes for f in starts.get(p, ()))))
    )


@cache
def _index(part: str) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    exact: dict[str, list[str]] = {}
    starts: dict[str, list[str]] = {}
    for frame, term in _terms(part):
        if term.endswith("*"):
            starts.setdefault(term[:-1], []).append(frame)
        elif not _is_phrase(term):
            exact.setdefault(term, []).append(frame)
    return exact, starts


@cache
def _phrases() -> Mapping[str, re.Pattern[str]]:
    terms: dict[str, list[str]] = {}
    for frame, term in _terms("words"):
        if _is_phrase(term):
            parts = term.replace("_", " ").split("...")
            said = (re.escape(part).replace(r"\*", r"\S*") for part in parts)
            terms.setdefault(frame, []).append(_GAP.join(said))
    return {frame: re.compile(rf"(?<= )(?:{'|'.join(each)})(?= )") for frame, each in terms.items()}


def _is_phrase(term: str) -> bool:
    return any(mark in term for mark in ("...", "_", "-"))


def _terms(part: str) -> Iterable[tuple[str, str]]:
    return (
        (frame, term)
        for frame, entry in table("frames").items()
        for term in entry.get(part, "").split()
    )
