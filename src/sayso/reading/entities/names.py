"""When two names are of one bearer, and under which keys to look for the other."""

import re
from collections.abc import Iterator
from typing import Literal

from sayso.knowledge.actors.spelling import unincorporated
from sayso.reading.entities.lexicon import first_names, is_verb, listed, nouns
from sayso.reading.entities.profiles import Profile

Match = Literal["same", "known", "acronym", "person", "short", "differ", "none"]

_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]*[A-Z]s?|(?:[A-Z]\.){2,}|[A-Z]{2,}s?")
_SHORTEST = 3


def keys(one: Profile, said: str) -> Iterator[str]:
    """Under what a name is filed: each of its weighty words, its initials, itself if an acronym."""
    if not one.name:
        return
    yield f"={one.name}"
    yield from (f"k{number}" for number in one.known)
    words = one.name.split()
    for word in words[:8]:
        if word not in listed("particles") and len(word) >= _SHORTEST:
            yield f"w{word}"
    if is_acronym(said):
        yield f"a{one.name.replace(' ', '')}"
    elif len(words) > 1:
        yield from (f"a{letters}" for letters in initials(one.name))


def initials(name: str) -> tuple[str, ...]:
    """The acronyms that a plain name makes, with and without its small words."""
    words = name.split()
    every = "".join(word[0] for word in words)
    weighty = "".join(word[0] for word in words if word not in listed("particles"))
    return tuple(dict.fromkeys((weighty, every))) if len(weighty) > 1 else ()


def is_acronym(said: str) -> bool:
    """Whether a mention reads as an acronym, with or without a determiner."""
    return bool(_ACRONYM.fullmatch(said.removeprefix("the ").removeprefix("The ").strip("()’'s ")))


def match(one: Profile, other: Profile) -> Match:  # noqa: PLR0911
    """How two names agree. "differ" says that they cannot be one bearer's."""
    a, b = one.name, other.name
    if not a or not b:
        return "none"
    if a == b:
        return "same"
    if one.known & other.known:
        return "known"
    joined, other_joined = a.replace(" ", ""), b.replace(" ", "")
    if joined == other_joined:
        return "same"
    if joined in initials(b) or other_joined in initials(a):
        return "acronym"
    if "person" in (one.sort, other.sort):
        return _persons(a, b)
    if unincorporated(a) == unincorporated(b):
        return "same"
    return _bodies(a, b)


def ends(a: str, b: str) -> bool:
    """Whether one name of two and more words is the end of the other: "Idris Valo" of "Harbour
    Brigade chief Idris Valo". What a particle comes before is a part of a name, and where a verb
    stands before it there are two."""
    short, long = sorted((a.split(), b.split()), key=len)
    before, end = long[: -len(short)], long[-len(short) :]
    two = bool(set(before[-1:]) & listed("particles")) or any(map(is_verb, before))
    return len(short) > 1 and short == end and not two


def _persons(a: str, b: str) -> Match:
    short, long = sorted((_without_article(a.split()), _without_article(b.split())), key=len)
    if len(short) == 1:
        if short[0] in long[1:] and short[0] not in listed("particles"):
            return "person"
        return "person" if short[0] == long[0] and short[0] in first_names() else "none"
    if short[-1] != long[-1]:
        return "person" if short[0] == long[0] and set(short) <= set(long) else "none"
    initial = short[0][0] == long[0][0] and 1 in (len(short[0]), len(long[0]))
    if short[0] == long[0] or initial:
        return "person"
    return "differ" if short[0] not in long else "person"


def _without_article(words: list[str]) -> list[str]:
    """A surname alone without what it begins with: "al Rawdani", "bin Salman", "van der Meer".

    What is also a given name stays: "Al Gore" is another than "Tipper Gore"."""
    first = 0
    while first < len(words) - 1 and words[first] in listed("particles") - first_names().keys():
        first += 1
    return words[first:]


def _bodies(a: str, b: str) -> Match:
    short, long = sorted((a.split(), b.split()), key=len)
    weighty = [word for word in short if word not in listed("particles")]
    if not weighty or not set(weighty) <= set(long):
        return "none"
    if len(weighty) == 1 and weighty[0] in nouns() and weighty[0] != long[-1]:
        return "none"
    return "short" if short == long[: len(short)] or short == long[-len(short) :] else "none"
