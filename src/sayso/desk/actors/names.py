"""How two names of two documents agree, and the keys under which one finds the other."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, Literal

from sayso import shipped
from sayso.knowledge.actors.spelling import bare, personal, unincorporated
from sayso.knowledge.names import plain, skeleton

Grade = Literal["same", "sounds", "alias", "middle", "initial", "surname", "given", "acronym",
                "start", "end"]  # fmt: skip
"""Ways in which a name may agree with another, which all but the first two is the fuller one."""

LEVEL: Final[frozenset[Grade]] = frozenset(["same", "sounds"])
"""Agreements that lead no further: if A agrees with B so, and B with C, A agrees with C."""

_GENERATION: Final = frozenset("jr sr ii iii".split())
_ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){2,6}|[A-Z][A-Za-z]?[A-Z]{1,5}")
_ARTICLES: Final = frozenset(["the", "a", "an"])
_SOUNDING: Final = 4
"""Letters of a skeleton below which different names sound alike by chance."""
_LONGEST: Final = 8
"""Words of a name that are looked at."""


@cache
def _listed(name: str) -> frozenset[str]:
    return shipped.words("sayso.desk.actors", f"data/{name}")


@lru_cache(maxsize=1 << 16)
def key(name: str, *, person: bool) -> str:
    """Give what a name comes to when only spelling that says nothing is forgiven."""
    if not person:
        return " ".join(unincorporated(plain(bare(_undescribed(name)))).split()[:_LONGEST])
    words = personal(_undescribed(name)).split()
    return " ".join([word for word in words if word not in _GENERATION][:_LONGEST] or words)


def _undescribed(name: str) -> str:
    """A name without the small words that a description begins with: "movie studio Salt Road
    Pictures"."""
    words = bare(name).split()
    if not words or words[0].lower() in _listed("particles"):
        return name
    first = next((at for at, word in enumerate(words) if not word[:1].islower()), 0)
    return " ".join(words[first:])


@lru_cache(maxsize=1 << 16)
def sound(words: str) -> str:
    """Give the skeleton of a plain name."""
    return skeleton(words)


def is_generic(words: str) -> bool:
    """Whether every country may have one: "ministry of defence", "army", "police"."""
    return all(word in _listed("generic") for word in words.split())


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym."""
    return bool(_ACRONYM.fullmatch(bare(name)))


def initials(words: str) -> frozenset[str]:
    """Give the acronyms that a plain name makes, with its small words and without."""
    said = words.split()
    if len(said) == 1:
        return frozenset()
    weighty = [word for word in said if word not in _listed("particles")]
    made = {"".join(word[0] for word in part) for part in (said, weighty)}
    return frozenset(each for each in made if len(each) > 1)


def related(one: str, other: str) -> bool:
    """Whether two plain names of a body have a word in common, or one makes the other's initials.

    Two names that a document gives to one thing may be a mistake of its reading; where nothing in
    them agrees, one document is no evidence.
    """
    shared = set(one.split()) & set(other.split()) - _listed("particles") - _listed("generic")
    letters = {one.replace(" ", ""), other.replace(" ", "")}
    return bool(shared) or not letters.isdisjoint(initials(one) | initials(other))


def written(name: str) -> tuple[int, int]:
    """Count the words of a name that have a capital or a digit, and the others that are not small
    words, from the first capital on."""
    words = [w for w in _undescribed(name).split() if plain(w) not in _listed("particles")]
    capital = sum(not word[:1].islower() for word in words)
    return capital, len(words) - capital


def agreement(short: str, full: str, *, person: bool) -> Grade | None:
    """Say how plain name `short` agrees with `full`, which is no shorter; None if it does not."""
    if short == full:
        return "same"
    if sound(short) == sound(full) and len(sound(short)) >= _SOUNDING:
        return "sounds"
    return _personal(short.split(), full.split()) if person else _bodily(short, full)


def _personal(short: list[str], full: list[str]) -> Grade | None:
    last = sound(short[-1]) == sound(full[-1])
    if len(full) == 1:
        return None
    if len(short) == 1:
        return "surname" if last else "given" if short[0] == full[0] else None
    if not last:
        return None
    if sound(short[0]) == sound(full[0]):
        return None if _middles_differ(short, full) else "middle"
    if short == full[-len(short) :]:
        return "end"
    return "initial" if short[0] == full[0][0] else None


def _middles_differ(one: list[str], other: list[str]) -> bool:
    ours, theirs = (
        {word[0] for word in words[1:-1] if word not in _listed("particles")}
        for words in (one, other)
    )
    return bool(ours and theirs and not ours & theirs)


def _bodily(short: str, full: str) -> Grade | None:
    if short.replace(" ", "") in initials(full):
        return "acronym"
    ours, theirs = short.split(), full.split()
    if len(ours) >= len(theirs) or set(ours) <= _listed("particles"):
        return None
    if theirs[: len(ours)] == ours and set(theirs[len(ours) :]) <= _listed("kinds"):
        return "start"
    before = [word for word in theirs[: -len(ours)] if word not in _ARTICLES]
    if theirs[-len(ours) :] == ours and before and before[-1] not in _listed("particles"):
        return "end"
    return None


def filed(words: str, *, person: bool) -> Iterator[str]:
    """Give the keys under which a plain name is found by what agrees with it, itself among them."""
    said = words.split()
    yield f"={sound(words)}"
    if len(said) < 2:  # noqa: PLR2004
        return
    if person:
        yield from (f"={sound(' '.join(said[at:]))}" for at in range(1, len(said)))
        yield f"={sound(said[0])}"
        yield f"~{sound(said[-1])} {said[0][0]}"
        return
    yield from (f"@{letters}" for letters in initials(words))
    for size in range(1, len(said)):
        yield f"={sound(' '.join(said[:size]))}"
        yield f"={sound(' '.join(said[-size:]))}"


def sought(words: str, *, person: bool) -> Iterator[str]:
    """Give the keys under which names that a plain name agrees with are filed."""
    yield f"={sound(words)}"
    said = words.split()
    if person and len(said) > 1:
        yield f"~{sound(said[-1])} {said[0][0]}"
    if not person:
        yield f"@{words.replace(' ', '')}"
