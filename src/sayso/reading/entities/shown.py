"""A mention as a name: what of it a reader would call the bearer by."""

import re

from sayso.knowledge.actors.spelling import bare, titles
from sayso.reading.entities.lexicon import listed, nouns, singular

_NICKNAME = re.compile(r"\s*[\"“‘(][^\"”’)]{1,40}[\"”’)]\s*")
_CUT = re.compile(r"\s*[,;(\n]|\s+[–—-]\s+")


def first_part(said: str) -> str:
    """What comes before the first comma, bracket or dash."""
    return _CUT.split(said.strip(), maxsplit=1)[0]


def shown(said: str, *, person: bool) -> str:
    """The name in a mention: "the Harbour Brigade's" gives "Harbour Brigade", "HB chief Idris Valo"
    "Idris Valo", "the port operator Valo Shipping" "Valo Shipping"."""
    words = bare(first_part(_NICKNAME.sub(" ", said)) or said).split()
    first = 0
    for at, word in enumerate(words[:-1]):
        if words[at + 1][:1].isupper() and _describes(word, person=person):
            first = at + 1
    return " ".join(words[first:])


def _describes(word: str, *, person: bool) -> bool:
    """Whether a word stands before a name and is no part of it."""
    low = word.lower().rstrip(".,")
    if low in listed("particles"):
        return False
    noun = nouns().get(singular(low))
    if person:
        return low in titles() or (noun is not None and noun.sort == "person")
    return word[:1].islower() and noun is not None
