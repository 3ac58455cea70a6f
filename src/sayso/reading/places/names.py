"""Every capitalised stretch of a text that might name a place, before anyone judges."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.knowledge import demonyms
from sayso.knowledge.demonyms import Demonym
from sayso.knowledge.gazetteer import Candidate, load
from sayso.reading.places.cues import cue

_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\.?(?!\w)|[^\W_]+(?:[’'.](?!s\b)[^\W_]+)*")
_GAP = re.compile(r"\s+|-|, |\.\s|\s?[’']")
_DOTTED = frozenset("St Ste Mt Ft".split())
_LINKS = frozenset(
    "of de la las los le les al el ul ad ar as ash at an az ed er es ez en da do dos das du del "
    "della der den di and the on upon in sur am i e y bin ibn abu umm".split()
)
_LONGEST = 6
_SHORTEST_GUESS = 6


class Token(NamedTuple):
    """A word and where it stands."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[:1].isupper()


class Name(NamedTuple):
    """A stretch that may name a place: tokens `first` to `last`, both included. A demonym has
    the candidates of the place that it is made from."""

    start: int
    end: int
    text: str
    first: int
    last: int
    candidates: tuple[Candidate, ...]
    demonym: Demonym | None = None


@cache
def _generic() -> frozenset[str]:
    """Words that say what kind of thing is named; there is a Village, and a Street, but where
    one of these stands alone the name before it was not known."""
    kinds = ("body", "division", "settlement", "site", "generic", "title", "actor")
    return frozenset().union(*map(cue, kinds))


def tokens(text: str) -> list[Token]:
    """The words of a text; hyphens and possessives part them."""
    return [Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]


def names(text: str, words: Sequence[Token], *, located: frozenset[int]) -> list[Name]:
    """The longest known names, from left to right, none inside another.

    `located`: positions where somebody else sees a place begin; there a spelling that only
    sounds like a known one will do.
    """
    found = []
    at = 0
    while at < len(words):
        name = _longest(text, words, at, guess=words[at].start in located)
        if name is not None:
            found.append(name)
        at = at + 1 if name is None else name.last + 1
    return found


def _longest(text: str, words: Sequence[Token], first: int, *, guess: bool) -> Name | None:
    start = words[first].start
    for last in range(_reach(text, words, first), first - 1, -1):
        if not words[last].capital:
            continue
        surface = text[start : words[last].end]
        candidates, demonym = _known(" ".join(surface.split()), guess=guess)
        if candidates:
            return Name(start, words[last].end, surface, first, last, candidates, demonym)
    return None


def _reach(text: str, words: Sequence[Token], first: int) -> int:
    """The last token that a name that begins at `first` may take in."""
    word = words[first]
    if not word.capital and not (
        word.text in _LINKS and text[word.end : word.end + 1] in ("-", "’", "'")
    ):
        return first - 1
    last = first
    for at in range(first + 1, min(first + _LONGEST, len(words))):
        before, after = words[at - 1], words[at]
        gap = text[before.end : after.start]
        if not (after.capital or after.text.lower() in _LINKS) or not _GAP.fullmatch(gap):
            break
        if "\n\n" in gap or (gap.startswith(".") and before.text not in _DOTTED):
            break
        if gap.startswith(",") and after.text not in ("D.C.", "DC"):
            break
        last = at
    return last


@lru_cache(maxsize=1 << 15)
def _known(surface: str, *, guess: bool) -> tuple[tuple[Candidate, ...], Demonym | None]:
    demonym = demonyms.lookup(surface)
    if demonym is not None:
        meant = load().lookup(demonym.place)
        return tuple(place for place in meant if place.country == demonym.country)[:1], demonym
    if all(word in _generic() for word in surface.lower().split()):
        return (), None
    candidates = load().lookup(surface)
    if candidates and not candidates[0].exact and not (guess and len(surface) >= _SHORTEST_GUESS):
        return (), None
    return candidates, None
