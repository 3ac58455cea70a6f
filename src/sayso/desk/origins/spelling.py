"""What two names say of each other by their letters alone: one in two spellings, or one short for
the other."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from sayso.desk.origins.listed import listed
from sayso.knowledge.names import plain, skeleton

ALIKE: Final = 0.6
"""Share of letters that two spellings of one name have in common at least."""

_TELLING = 4
"""Consonants from which one word in two spellings is one name."""

Parts = tuple[str, ...]
"""A name as its plain words."""


@lru_cache(maxsize=100_000)
def parts(name: str) -> Parts:
    """The plain words of a name without articles; all of them where there is nothing else."""
    every = tuple(plain(name).split())
    return tuple(word for word in every if word not in listed("articles")) or every


def stands_for(short: Parts, long: Parts) -> bool:
    """Whether a name begins or ends a longer one, or is its first and last words."""
    if not 0 < len(short) < len(long):
        return False
    ours, theirs = sounds(short), sounds(long)
    ends = theirs[-len(ours) :] == ours or theirs[: len(ours)] == ours
    return ends or (len(ours) > 1 and (ours[0], ours[-1]) == (theirs[0], theirs[-1]))


def fullest(names: Sequence[Parts]) -> list[Parts]:
    """Those of some names that all the others are short for."""
    return [one for one in names if all(one == x or stands_for(x, one) for x in names)]


def spelled_alike(one: Parts, other: Parts) -> bool:
    """Whether two names are spellings of one: the same consonants and most of the letters."""
    if one == other:
        return True
    heard = sounds(one)
    if heard != sounds(other) or (len(one) == 1 and len(heard[0]) < _TELLING):
        return False
    return SequenceMatcher(None, " ".join(one), " ".join(other)).ratio() >= ALIKE


@lru_cache(maxsize=100_000)
def sounds(name: Parts) -> Parts:
    """Each word's first letter and consonants in forgiving spelling, plurals as singulars."""
    return tuple(word[:1] + _consonants(word.removesuffix("s")) for word in name)


def _consonants(word: str) -> str:
    return skeleton(word).replace("a", "").replace("y", "").replace("d", "t") or word
