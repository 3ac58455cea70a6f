"""Which way the clause around a time looks: back, as news mostly does, or ahead."""

from functools import cache
from typing import Literal

from sayso.reading.times.lexicon import table
from sayso.reading.times.tokens import BREAK, Tokens

Direction = Literal["past", "future"]

_REACH = 14
_STOPS = frozenset(".;!?")


def direction(tokens: Tokens, first: int, last: int) -> Direction | None:
    """What the nearest verb or cue of the sentence says; None where there is no sign.

    Words before count before words after, since English puts the time behind its verb.
    """
    for index in range(first - 1, max(first - _REACH, 0) - 1, -1):
        if _ends_sentence(tokens, index):
            break
        if found := _cue(tokens, index):
            return found
    for index in range(last, min(last + _REACH, len(tokens.starts))):
        if _ends_sentence(tokens, index):
            break
        if found := _cue(tokens, index):
            return found
    return None


def _ends_sentence(tokens: Tokens, index: int) -> bool:
    return tokens.symbols[index] == BREAK or tokens.raw(index) in _STOPS


def _cue(tokens: Tokens, index: int) -> Direction | None:
    word = tokens.word(index)
    if word in _words("future"):
        return "future"
    if word in _words("past"):
        return "past"
    if word.endswith("ed") and len(word) > 4 and word not in _words("not_past"):
        return "past"
    return None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("tenses.toml")[name])
