"""Whether words say that something is not so, and which acts they say it of."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from sayso.desk.claims.lists import pattern, terms
from sayso.desk.claims.words import Token

_BEFORE = 6
_BEHIND = 2
"""Words before and behind the one that shows an act in which a negation is about it."""


def is_negative(said: str) -> bool:
    """Whether a clause says in its main point that something is not so."""
    if is_untrue(said):
        return True
    said = pattern("negation", "no_denial").sub(" ", said)
    scope = pattern("negation", "scope").search(said, 1)
    main = said[: scope.start()] if scope else said
    lacking = pattern("negation", "lacking").search(main)
    return bool(lacking) or any(map(_negates, re.findall(r"[\w’']+", main.lower())))


def is_untrue(said: str) -> bool:
    """Whether a clause calls what it tells untrue: "it is false that they fled"."""
    return bool(pattern("negation", "untrue").search(said))


def is_plain(said: str) -> bool:
    """Whether words negate and leave nothing open, so that what they say is not so."""
    negated = pattern("negation", "plain").search(said)
    return bool(negated) and not pattern("negation", "undecided").search(said)


def denied(words: Sequence[Token], shown: Mapping[str, int]) -> frozenset[str]:
    """The acts that a negation stands close before, or that have one for their object."""
    found = set()
    for frame, at in shown.items():
        before = [token.word for token in words[max(0, at - _BEFORE) : at]]
        near = [*takewhile(_binds, reversed(before))]
        near += takewhile(_binds, (token.word for token in words[at : at + _BEHIND + 1]))
        if any(map(_negates, near)) or "nt" in near:
            found.add(frame)
    return frozenset(found)


def _binds(word: str) -> bool:
    return word not in terms("negation", "opening")


def _negates(word: str) -> bool:
    return word in terms("negation", "words") or word.endswith(("n't", "n’t"))
