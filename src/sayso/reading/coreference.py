"""Which mentions are one actor or thing, and which of them the reader is told of."""

from collections.abc import Sequence
from typing import NamedTuple, get_args

from msgspec.structs import replace

from sayso.reading.entities.entities import entities
from sayso.reading.mentions import mentions
from sayso.reading.tagger.marks import Marks
from sayso.records.reading import Entity, Mention
from sayso.records.text import Document, Span
from sayso.records.vocabulary import MentionType

_TYPES = frozenset(get_args(MentionType))


class Coreference(NamedTuple):
    """The mentions of a document, each with its entity's id where it has one, and the entities."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]


def coreference(document: Document, marks: Marks, sentences: Sequence[Span]) -> Coreference:
    """Join the mentions of a document into entities.

    A noun phrase of no type of its own is kept when it shares an entity that has one.
    """
    found = mentions(document.text, marks, sentences)
    placed, made = entities(
        document.text,
        found,
        title=document.title,
        published=document.published,
        sentences=sentences,
    )
    typed = {each.id for each in found if each.type in _TYPES}
    shared = {each.id for each in made if len(each.mentions) > 1}
    kept = [
        each
        for each in placed
        if each.type in _TYPES and (each.id in typed or each.entity in shared)
    ]
    ids = {each.id for each in kept}
    told = [
        replace(each, mentions=tuple(one for one in each.mentions if one in ids))
        for each in made
        if each.type in _TYPES and ids.intersection(each.mentions)
    ]
    known = {each.id for each in told}
    return Coreference(
        tuple(each if each.entity in known else replace(each, entity=None) for each in kept),
        tuple(told),
    )
