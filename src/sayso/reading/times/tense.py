"""Which way the clause around a time looks: back, as news mostly does, or ahead."""

from functools import cache
from typing import Literal

from sayso.reading.times.lexicon import table
from sayso.reading.times.tokens import BREAK, STOP, Tokens

Direction = Literal["past", "future"]

_REACH = 14
_ENDS = (BREAK, STOP)


def direction(tokens: Tokens, first: int, last: int) -> Direction | None:
    """What the nearest verb or cue of the sentence says; None where there is no sign.

    Words before count before words after, since English puts the time behind its verb.
    """
    for index in range(first - 1, max(first - _REACH, 0) - 1, -1):
        if tokens.symbols[index] in _ENDS:
            break
        found = _cue(tokens, index)
        if found == "future" and _had_been(tokens, index):
            return "past"
        if found:
            return found
    for index in range(last, min(last + _REACH, len(tokens.starts))):
        if tokens.symbols[index] in _ENDS:
            break
        if found := _cue(tokens, index):
            return found
    return None


def _had_been(tokens: Tokens, index: int) -> bool:
    """Whether "had" stands before: "it had been due to expire on Friday" looks back."""
    return any(tokens.word(before) == "had" for before in range(index - 6, index))


def _cue(tokens: Tokens, index: int) -> Direction | None:
    word = tokens.raw(index).lower()
    if word == "to" and tokens.word(index - 1) in ("is", "are"):
        return "future"
    if word.endswith("ed") and len(word) > 4:
        return _cues().get(word, "past")
    return _cues().get(word)


@cache
def _cues() -> dict[str, Direction | None]:
    source = table("tenses.toml")
    cues: dict[str, Direction | None] = dict.fromkeys(source["neither"])
    cues |= dict.fromkeys(source["past"], "past")
    cues |= dict.fromkeys(source["future"], "future")
    return cues
