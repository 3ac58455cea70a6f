"""What kind of source a phrase describes by its own words and the cast, before looking back."""

import re
from itertools import takewhile

from msgspec import Struct

from sayso.reading.sourcing.cast import MEDIA, PERSON, UNKNOWN, Actor, Cast
from sayso.reading.sourcing.lexicon import grammar, plurals, terms
from sayso.reading.sourcing.nouns import (
    bare,
    is_capital,
    is_people,
    is_person,
    is_possessive,
    is_proper,
    names_body,
    names_outlet,
    names_place,
)
from sayso.reading.sourcing.phrase import Phrase, parse
from sayso.records.vocabulary import SourceKind

_ASKERS = frozenset({"QUESTION", "Q", "QUESTIONER"})
_NEWS_PRODUCTS = frozenset({"report", "article", "investigation", "investigations"})
_BODIES_OF_NEWS = frozenset(
    {
        "organizations",
        "organisations",
        "agencies",
        "outlets",
        "agency",
        "outlet",
        "organization",
        "organisation",
    }
)


_SEVERAL = re.compile(r"(?:[^e]ers|ors|ists|ians|ants|ents)$")
"""How unlisted people end, whose capital is the sentence's: "Subcontractors"."""


class Source(Struct, frozen=True, kw_only=True):
    """A source as far as it is understood.

    `entity` is its name in the document, or the words that brought it in where it has none.
    `open` marks a phrase that points back ("the general"), whose antecedent decides.
    """

    kind: SourceKind
    named: bool = False
    entity: str | None = None
    gender: str = ""
    head: str = ""
    open: bool = False
    plural: bool = False


UNSPECIFIED = Source(kind="unspecified")


def described(phrase: Phrase, cast: Cast) -> Source:
    """Classify a phrase that is no pronoun."""
    if phrase.text.upper() in _ASKERS:
        return Source(kind="unnamed_person", head="question")
    if phrase.apposition and not _is_group(phrase) and (is_person(phrase.head) or not phrase.name):
        return person(cast, phrase.apposition, head=phrase.head)
    found = _by_name(phrase, cast) if phrase.name else None
    return found or _by_head(phrase, cast)


def person(cast: Cast, name: str, *, head: str = "") -> Source:
    """Make a named person under the fullest name that the document has for them."""
    gender = terms("persons").get(head, "")
    actor = cast.actor(name, gender=gender)
    known = actor if actor and actor.kind in {PERSON, ""} else Actor(name=name, kind=PERSON)
    return Source(
        kind="named_person",
        named=True,
        entity=known.name,
        gender=gender or known.gender,
        head=head,
    )


def organisation(cast: Cast, name: str, *, head: str = "") -> Source:
    """Make a named body under the fullest name that the document has for it."""
    actor = cast.actors.get(name)
    full = actor.name if actor and actor.kind != PERSON else name
    return Source(kind="named_organisation", named=True, entity=full, head=head)


def outlet(name: str | None, *, head: str = "", named: bool = True) -> Source:
    """Make an outlet or a news product."""
    return Source(kind="media", named=named, entity=name, head=head)


def _by_name(phrase: Phrase, cast: Cast) -> Source | None:
    """Classify by the proper name that ends the phrase; None where it is no name after all."""
    name, last = phrase.name, bare(phrase.name.rpartition(" ")[2])
    if is_person(phrase.role) or phrase.role in terms("titles"):
        return person(cast, name, head=phrase.role)
    if phrase.role in terms("media") or names_outlet(name):
        return outlet(name, head=last)
    if phrase.role in terms("organisations"):
        return organisation(cast, name, head=phrase.role)
    short = cast.short(name) if phrase.determiner == "the" else None
    if short:
        return _as(short, cast, head=last)
    return None if _is_common(last, name) else _by_cast(phrase, cast, last)


def _by_cast(phrase: Phrase, cast: Cast, last: str) -> Source:
    actor = cast.actor(phrase.name)
    if actor and actor.kind != UNKNOWN:
        return _as(actor, cast, head=last)
    owned = any(is_possessive(word) for word in phrase.core[:-1])
    if actor and " " not in phrase.name and _SEVERAL.search(phrase.name):
        return Source(kind="unnamed_group", head=last, plural=True)
    article = phrase.determiner == "the" and not owned
    if article or names_body(phrase.name) or names_place(phrase.name):
        return organisation(cast, phrase.name, head=last)
    return person(cast, phrase.name)


def _as(actor: Actor, cast: Cast, *, head: str) -> Source:
    if actor.kind == MEDIA:
        return outlet(actor.name, head=head)
    if actor.kind == PERSON:
        return person(cast, actor.name)
    return organisation(cast, actor.name, head=head)


def _is_common(last: str, name: str) -> bool:
    """Whether a capitalised noun ends the name: "White House Officials", "Pentagon Report"."""
    if names_place(name) or last in terms("organisations"):
        return False
    several = is_people(last) and not (last in terms("groups") and names_body(name))
    return (
        several
        or is_person(last)
        or last in terms("titles")
        or last in terms("media")
        or last in terms("documents")
    )


def _by_head(phrase: Phrase, cast: Cast) -> Source:
    head = phrase.head
    proper = any(is_proper(word) for word in phrase.core)
    if _is_media(phrase):
        name = _outlet(phrase)
        specific = phrase.definite and not head.endswith("s") and head != "media"
        made = outlet(name, head=head, named=bool(name) or specific)
        return made if proper else _open(made)
    if _is_group(phrase):
        return Source(kind="unnamed_group", head=head, plural=True)
    if head in terms("documents") and (proper or head not in terms("organisations")):
        return Source(
            kind="document",
            named=_document_named(phrase),
            entity=_surface(phrase),
            head=head,
            open=phrase.definite,
            plural=head.endswith("s"),
        )
    if is_person(head):
        return _person_nominal(phrase)
    if head in terms("organisations"):
        return _body_nominal(phrase, proper=proper)
    return _unknown_head(phrase, cast)


def _open(source: Source) -> Source:
    return Source(kind=source.kind, named=source.named, head=source.head, open=True)


def _person_nominal(phrase: Phrase) -> Source:
    gender = terms("persons").get(phrase.head, "")
    office = _is_office(phrase)
    new = phrase.indefinite or not (phrase.determiner or phrase.possessive or office)
    if new or not office:
        return Source(
            kind="unnamed_person",
            entity=_surface(phrase),
            gender=gender,
            head=phrase.head,
            open=not new,
        )
    return Source(kind="named_person", named=True, gender=gender, head=phrase.head, open=True)


def _body_nominal(phrase: Phrase, *, proper: bool) -> Source:
    if phrase.indefinite and not proper:
        return Source(kind="unnamed_group", head=phrase.head, entity=_surface(phrase))
    name = _surface(phrase) if proper or phrase.rest else None
    return Source(
        kind="named_organisation", named=True, entity=name, head=phrase.head, open=name is None
    )


def _unknown_head(phrase: Phrase, cast: Cast) -> Source:
    head = phrase.head
    if phrase.core and is_capital(phrase.core[-1]):
        return organisation(cast, " ".join(phrase.core), head=head)
    several = head.endswith("s") and not head.endswith("ss") and not phrase.indefinite
    if several or phrase.quantified or head[:1].isdigit() or phrase.determiner == "those":
        return Source(kind="unnamed_group", head=head, plural=True)
    owner = next((i for i, word in enumerate(phrase.core) if is_possessive(word)), None)
    if owner is not None and is_capital(phrase.core[owner]):
        return described(parse(" ".join(phrase.core[: owner + 1])), cast)
    return UNSPECIFIED


def _is_office(phrase: Phrase) -> bool:
    last = "-".join(bare(word) for word in phrase.core[-2:])
    return phrase.head in terms("offices") or last in terms("offices")


def _is_group(phrase: Phrase) -> bool:
    if is_people(phrase.head):
        return True
    if phrase.quantified and (is_person(phrase.head) or phrase.head in plurals("organisations")):
        return True
    return any(word == "%" or bare(word) == "percent" for word in phrase.core)


def _is_media(phrase: Phrase) -> bool:
    words = {bare(word) for word in phrase.core}
    if phrase.head == "reports":
        return len(words) == 1 or bool(words & {"media", "news", "press"})
    if phrase.head in _NEWS_PRODUCTS:
        return names_outlet(_outlet(phrase) or "-")
    return phrase.head in terms("media") or (phrase.head in _BODIES_OF_NEWS and "news" in words)


def _outlet(phrase: Phrase) -> str | None:
    name = " ".join(word for word in phrase.core if is_proper(word))
    whose = takewhile(lambda word: bare(word) not in grammar("handed_on"), phrase.rest)
    later = " ".join(word for word in whose if is_capital(word))
    return name or (later if names_outlet(later or "-") else None)


def _document_named(phrase: Phrase) -> bool:
    """Whether the words say whose document it is: a name in them, an owner, or "the".

    A capital on the first word may be the sentence's: there a known name alone counts.
    """
    if phrase.possessive or (phrase.definite and not phrase.quantified):
        return True
    words = [*phrase.core, *phrase.rest]
    if not phrase.determiner and words and not _known(words[0]):
        words = words[1:]
    return any(is_proper(word) and bare(word) not in terms("demonyms") for word in words)


def _known(word: str) -> bool:
    return word.isupper() or names_place(word) or names_outlet(word) or names_body(word)


def _surface(phrase: Phrase) -> str:
    return " ".join(phrase.core)
