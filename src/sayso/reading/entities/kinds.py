"""What kind of word a mention is, a name, a pronoun or a noun, and what sort of thing it means."""

from typing import Literal

from sayso.knowledge.actors.spelling import titles
from sayso.reading.entities import lexicon
from sayso.reading.entities.lexicon import Sort, listed, nouns, pronouns
from sayso.reading.entities.mention_words import MentionWords, is_determiner
from sayso.reading.entities.scene import Scene

Kind = Literal["pronoun", "name", "nominal", "demonym", "value"]

_SORTS: dict[str, Sort] = {
    "Person": "person", "Organisation": "group", "Location": "place", "Weapon": "thing",
    "MilitaryPlatform": "thing", "Vehicle": "thing", "DocumentReference": "thing",
}  # fmt: skip
_VALUES = frozenset(
    ["Temporal", "Quantity", "Money", "CommsIdentifier", "Url", "Coordinate", "Frequency"]
)
_NATIONS = frozenset(["us", "u.s", "british"])
"""Adjectives among titles that are names when they stand alone."""


def kind_of(type_: str, said: MentionWords, scene: Scene, *, opens: bool) -> Kind:
    """What kind of word a mention is. `opens`: a sentence begins with it."""
    _, raw, low, cut = said
    if len(low) == 1 and low[0] in pronouns() and not _is_acronym(raw[0]):
        return "pronoun"
    if type_ in _VALUES:
        return "value"
    if type_ == "Nationality":
        return "demonym"
    if not raw:
        return "value"
    head = raw[cut - 1]
    capital = _is_capital(head) or (head[:1].isdigit() and any(w[:1].isupper() for w in raw[:cut]))
    if capital and cut == 1 and opens and _is_plain_word(head, scene):
        capital = False
    if type_ == "Person" and len(raw) > 1 and (noun := nouns().get(head.lower())):
        capital = capital and noun.sort != "person"
    posts = titles() - _NATIONS
    if capital and all(word in posts or is_determiner(word) for word in low[:cut]):
        capital = False
    return "name" if capital else "nominal"


def sort_of(type_: str, kind: Kind, sort: Sort, head: str) -> Sort:
    """What sort of thing a mention means; `sort` is that of its noun."""
    if kind == "pronoun":
        if head in ("where", "here", "there"):
            return "place"
        return "person" if pronouns()[head].gender in "mf" or head in ("who", "i") else "unknown"
    if type_ in _SORTS:
        return _SORTS[type_]
    if type_ in _VALUES:
        return "thing"
    return sort


def _is_acronym(word: str) -> bool:
    """Whether capitals make a pronoun a name: "US". "I" is one letter."""
    return len(word) > 1 and word.isupper()


def _is_capital(head: str) -> bool:
    """Whether a word is written as a name; an article before it may be small: "al-Rawdani"."""
    article, hyphen, rest = head.partition("-")
    bare_word = rest if hyphen and article in listed("articles") else head
    return bare_word[:1].isupper()


def _is_plain_word(head: str, scene: Scene) -> bool:
    """Whether a word owes its capital to the sentence that it begins: the text has it small, or
    it is a noun for a kind of body that the text nowhere else has with a capital."""
    if head.lower() in scene.lowered:
        return True
    noun = nouns().get(lexicon.singular(head.lower()))
    return noun is not None and noun.sort == "group" and head not in scene.raised
