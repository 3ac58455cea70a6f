"""Which mentions are one actor or thing, and which of them the reader is told of."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from sayso.reading.entities.entities import entities
from sayso.reading.entities.ranking import Scores
from sayso.reading.mentions import REFERENCE, Found, mentions
from sayso.reading.tagger.marks import Marks
from sayso.records.reading import Entity, Mention
from sayso.records.text import Document, Span


class Coreference(NamedTuple):
    """The mentions of a document, each with its entity's id where it has one, and the entities."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]


def coreference(document: Document, marks: Marks, sentences: Sequence[Span]) -> Coreference:
    """Join the mentions of a document into entities.

    A noun phrase that the network gave no type is kept when it shares an entity with another.
    """
    found = mentions(document.text, marks, sentences)
    placed, made = entities(
        document.text,
        found.mentions,
        title=document.title,
        published=document.published,
        sentences=sentences,
        scores=antecedents(found, marks),
    )
    typed = {each.id for each in found.mentions if each.type != REFERENCE}
    shared = {each.id for each in made if len(each.mentions) > 1}
    kept = tuple(each for each in placed if each.id in typed or each.entity in shared)
    ids = {each.id for each in kept}
    told = [
        replace(each, mentions=tuple(one for one in each.mentions if one in ids))
        for each in made
        if ids.intersection(each.mentions)
    ]
    known = {each.id for each in told}
    return Coreference(
        tuple(each if each.entity in known else replace(each, entity=None) for each in kept),
        tuple(told),
    )


def antecedents(found: Found, marks: Marks) -> Scores | None:
    """The network's log-odds of one mention's antecedents; None where it was not asked."""
    if not marks.sides.size:
        return None
    sides = marks.sides[list(found.rows)].astype(np.float32)
    asked, offered = sides[:, 0] / sides.shape[-1] ** 0.5, sides[:, 1]

    def scores(one: int, others: Sequence[int]) -> Sequence[float]:
        return [] if not others else (offered[others] @ asked[one]).tolist()

    return scores
