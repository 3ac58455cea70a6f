"""A mention as a name: what of it a reader would call the bearer by."""

import re

from sayso.knowledge.actors.spelling import bare, titles
from sayso.reading.entities.lexicon import listed, nouns, singular

_NICKNAME = re.compile(r"\s*[\"“‘(][^\"”’)]{1,40}[\"”’)]\s*")
_CUT = re.compile(r"\s*[,;(\n]|\s+[–—-]\s+")
_LINKS = frozenset(["the", "and"])


def first_part(said: str) -> str:
    """What comes before the first comma, bracket or dash."""
    return _CUT.split(said.strip(), maxsplit=1)[0]


def shown(said: str, *, person: bool) -> str:
    """The name in a mention: "the Harbour Brigade's" gives "Harbour Brigade", "HB chief Idris Valo"
    "Idris Valo", "the port operator Valo Shipping" "Valo Shipping"."""
    words = _words(said)
    first = 0
    for at, word in enumerate(words[:-1]):
        follows = _past_department(words, at + 1) if person else at + 1
        opens = at == 0 and person
        if _is_name_after(words, follows) and _describes(word, person=person, opens=opens):
            first = follows
    return " ".join(words[first:])


def names_an_office(said: str) -> bool:
    """Whether a name comes after an office with its department: "Secretary of State Valo"."""
    words = _words(said)
    return any(
        _describes(word, person=True)
        and (follows := _past_department(words, at + 1)) > at + 1
        and _is_name_after(words, follows)
        for at, word in enumerate(words[:-1])
    )


def _words(said: str) -> list[str]:
    return bare(first_part(_NICKNAME.sub(" ", said)) or said).split()


def _is_name_after(words: list[str], at: int) -> bool:
    return at < len(words) and words[at][:1].isupper()


def _past_department(words: list[str], at: int) -> int:
    """Where the name begins after a post: past "of State" in "Secretary of State Idris Valo"."""
    if words[at] not in ("of", "for"):
        return at
    end, found = at + 1, False
    while end < len(words) and words[end].lower() in listed("departments") | _LINKS:
        found = found or words[end].lower() not in _LINKS
        end += 1
    return end if found else at


def _describes(word: str, *, person: bool, opens: bool = False) -> bool:
    """Whether a word stands before a name and is no part of it. A sentence may begin with it."""
    low = word.lower().rstrip(".,")
    if low in listed("particles"):
        return False
    if person and low in titles() | listed("titles"):
        return True
    noun = nouns().get(singular(low))
    return (
        (word[:1].islower() or opens) and noun is not None and (noun.sort == "person" or not person)
    )
