"""A name without what changes from sentence to sentence, and the keys that find it again."""

import re
from functools import cache
from hashlib import blake2b

from sayso import shipped
from sayso.knowledge.names import plain, skeleton

_LONGEST = 200
"""Code points of a name that are looked at: the longest official names have about 150."""

_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|my)\s+", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_LEGAL_FORM = frozenset(
    "inc incorporated corp corporation co company ltd limited llc plc ag sa spa nv gmbh group "
    "holding holdings".split()
)

_GENERATION = frozenset({"jr", "sr", "ii", "iii"})


@cache
def titles() -> frozenset[str]:
    """The words of `data/titles.txt`."""
    return shipped.words("sayso.knowledge.actors", "data/titles")


def bare(name: str) -> str:
    """A name without determiner and possessive: "the Quds Force's" is "Quds Force"."""
    return _POSSESSIVE.sub("", _DETERMINER.sub("", name[:_LONGEST].strip())).strip()


def untitled(name: str) -> str:
    """A person's name without what stands before it: "Prime Minister Gordon Brown"."""
    words = bare(name).split()
    first = 0
    while first < len(words) - 1 and words[first].rstrip(".,").casefold() in titles():
        first += 1
    return " ".join(words[first:])


def personal(name: str) -> str:
    """A person's plain name. One that is a title and one word keeps the title: "Pope Francis" is
    not every Francis."""
    short = untitled(name)
    return plain(short if " " in short else bare(name))


def unincorporated(key: str) -> str:
    """A plain name without legal forms at its end: "apple inc" is "apple"."""
    words = key.split()
    while len(words) > 1 and words[-1] in _LEGAL_FORM:
        words.pop()
    return " ".join(words)


def spellings(name: str, *, person: bool) -> tuple[str, ...]:
    """The plain spellings that a name is found under, the fullest first.

    A person of three and more names is also found under the first and the last.
    """
    full = personal(name) if person else plain(bare(name))
    if not person:
        return tuple(dict.fromkeys((full, unincorporated(full))))
    words = [word for word in full.split() if word not in _GENERATION] or full.split()
    return (full, f"{words[0]} {words[-1]}") if len(words) > 2 else (full,)  # noqa: PLR2004


def key(spelling: str) -> int:
    """48 bits of a plain spelling's skeleton."""
    digest = blake2b(skeleton(spelling).encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return int.from_bytes(digest, "big")
