"""What sort of thing a noun or a capitalised name is, by the lexicons alone."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.reading.sourcing.lexicon import grammar, plurals, terms

_AGENT = re.compile(
    r"(?:writer|worker|holder|goer|keeper|fighter|leader|ologist|ician|grapher|woman|person|[a-z]{3}ist|-year-old)$"
)
_ARABIC = re.compile(r"(?:al|el|an|ar|as|ash|ad|az|de|e|i)[-’'][A-Z]|[a-z][A-Z]")
_GENITIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=50_000)
def bare(word: str) -> str:
    """Strip a genitive and a last stop and lower the case: "Mali's" gives "mali"."""
    return _GENITIVE.sub("", word).rstrip(".").lower()


def without_genitive(name: str) -> str:
    """Strip a genitive only: "Mali's" gives "Mali"."""
    return _GENITIVE.sub("", name)


def is_possessive(word: str) -> bool:
    """Whether a word ends in a genitive: "Mali's", "rebels'"."""
    return word.endswith(("'s", "’s", "s'", "s’"))


@lru_cache(maxsize=50_000)
def is_capital(word: str) -> bool:
    """Whether a word looks like part of a name: a capital first, or after an Arabic article."""
    return word[:1].isupper() or bool(_ARABIC.match(word))


def is_proper(word: str) -> bool:
    """Whether a capitalised word names something: no day, no month."""
    return is_capital(word) and bare(word) not in grammar("calendar")


def is_name(words: Sequence[str]) -> bool:
    """Whether words form one capitalised run: "Abu Omar al-Tal", "Bank of Velland"."""
    links = grammar("links") | grammar("name_joins") | {"the"}
    return (
        bool(words)
        and is_capital(words[0])
        and is_capital(words[-1])
        and all(is_capital(word) or word in links for word in words)
    )


def is_person(noun: str) -> bool:
    """Whether a singular noun is one person's role: "spokesman", "eyewitness", "46-year-old"."""
    if noun in terms("persons") or noun.rpartition("-")[2] in terms("persons"):
        return True
    return bool(_AGENT.search(noun)) and not (
        noun in terms("organisations") or noun in terms("documents")
    )


def is_people(noun: str) -> bool:
    """Whether a noun is several persons: "officials", "Republicans", "leadership"."""
    if noun in plurals("persons") or noun.rpartition("-")[2] in plurals("persons"):
        return True
    return noun in plurals("demonyms") or (noun in terms("groups") and noun not in terms("media"))


def is_title(word: str) -> bool:
    """Whether a word may stand before a person's name: "General", "Republican", "analyst"."""
    key = bare(word)
    return key in terms("titles") or key in terms("persons") or key in terms("demonyms")


def is_body(word: str) -> bool:
    """Whether a word of a longer name makes it a body's (or a building's): "Ministry", "Group"."""
    key = bare(word)
    return (
        key in terms("organisations")
        or key in plurals("organisations")
        or key in terms("organisation_words")
    )


def names_body(name: str) -> bool:
    """Whether a capitalised name is built like a body's, or is a known one."""
    words = name.split()
    if any(bare(word) in terms("organisation_names") for word in words):
        return True
    return len(words) > 1 and any(is_body(word) for word in words)


def names_place(name: str) -> bool:
    """Whether a name is a country's, or of a seat that stands for its government."""
    return name.lower().rstrip(".") in terms("places")


def names_outlet(name: str) -> bool:
    """Whether a capitalised name is an outlet's: listed, or built like one."""
    key = name.lower().removeprefix("the ").strip(" .")
    if key in terms("outlets") or key.endswith((".com", ".net")):
        return True
    words = key.split()
    return len(words) > 1 and words[-1] in terms("outlet_words") and words[0] not in terms("titles")


def is_common(word: str) -> bool:
    """Whether a lone capitalised word is no name: "Officials", "Monday", "Iranian"."""
    key = bare(word)
    return (
        is_title(word)
        or key in plurals("persons")
        or key in plurals("demonyms")
        or key in terms("groups")
        or key in grammar("calendar")
    )
