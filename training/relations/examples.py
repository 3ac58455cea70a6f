"""Pairs of ends with the ties that were read of them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks.gold import Marked
from sayso.reading.coreference import coreference
from sayso.reading.relations.candidates import Candidate, candidates
from sayso.reading.relations.nodes import TITLE
from sayso.reading.sentences import sentences
from sayso.reading.tagger.labels import RELATIONS
from sayso.reading.tagger.marks import Marks, mark
from sayso.reading.tagger.network import Network
from sayso.records.reading import Mention
from sayso.records.text import Document, Span
from training.events import LABELLED_TIES, RE3D, labelled
from training.files import documents

Flags = npt.NDArray[np.bool_]

BELONGS = "part_of"
"""re3d's BelongsTo where nothing tells people from the rest."""

ROLE = RELATIONS.index("has_role")


class Tied(NamedTuple):
    """A relation as it was read: the number of its type, and its ends."""

    type: int
    source: Span
    target: Span


class Read(NamedTuple):
    """A text with its relations; `asked`: the types that it was read for."""

    id: str
    text: str
    relations: Sequence[Tied]
    asked: Flags


class Example(NamedTuple):
    """A candidate, [types] whether it is tied so, and [types] whether that is known."""

    document: str
    candidate: Candidate
    tied: Flags
    known: Flags


def texts() -> Iterator[Read]:
    """Every text of the training parts that was read for relations."""
    ours = [kind in LABELLED_TIES for kind in RELATIONS]
    for row in labelled("relations"):
        start = row["start"]
        found = [
            Tied(
                RELATIONS.index(each["type"]),
                (each["source"][0] - start, each["source"][1] - start),
                (each["target"][0] - start, each["target"][1] - start),
            )
            for each in row["relations"]
        ]
        yield Read(f"{row['doc']}@{start}", row["text"], found, np.array(ours))
    theirs = [kind in {*RE3D.values(), "part_of", "member_of"} for kind in RELATIONS]
    for document in documents("re3d.train"):
        yield Read(document["id"], document["text"], _re3d(document), np.array(theirs))


def measured(name: str, golds: Sequence[Marked]) -> Iterator[Read]:
    """The texts of a set that is measured on."""
    theirs = {*RE3D.values(), "part_of", "member_of"}
    asked = np.array(
        [kind in (theirs if name == "re3d.dev" else LABELLED_TIES) for kind in RELATIONS]
    )
    for gold in golds:
        found = [
            Tied(RELATIONS.index(kind), each.source, each.target)
            for each in gold.relations
            for kind in [BELONGS if each.type == "BelongsTo" else RE3D.get(each.type, each.type)]
        ]
        yield Read(gold.id, gold.text, found, asked)


def _re3d(document: dict[str, Any]) -> list[Tied]:
    people = {
        (each["start"], each["end"]) for each in document["mentions"] if each["type"] == "Person"
    }
    found = []
    for each in document["relations"]:
        source, target = tuple(each["source"]), tuple(each["target"])
        belongs = "member_of" if source in people else "part_of"
        kind = belongs if each["type"] == "BelongsTo" else RE3D.get(each["type"])
        if kind:
            found.append(Tied(RELATIONS.index(kind), source, target))
    return found


def examples(read: Read, network: Network) -> list[Example]:
    """The candidates of a text with their answers."""
    marks = mark(read.text, network)
    split = sentences(read.text)
    document = Document(id=read.id, text=read.text, sha256="", language="en")
    return answered(read, split, coreference(document, marks, split).mentions, marks)


def answered(
    read: Read, split: Sequence[Span], mentions: Sequence[Mention], marks: Marks
) -> list[Example]:
    """Each relation answers the candidate closest to it; of others that overlap it at both ends
    nothing is known."""
    found = [
        Example(read.id, each, np.zeros(len(RELATIONS), bool), read.asked.copy())
        for each in candidates(read.text, split, mentions, marks)
    ]
    for relation in read.relations:
        near = sorted(
            (-close, index)
            for index, each in enumerate(found)
            if (close := _closeness(relation, each.candidate))
        )
        for rank, (_, index) in enumerate(near):
            if rank == 0:
                found[index].tied[relation.type] = True
                found[index].known[relation.type] = True
            elif not found[index].tied[relation.type]:
                found[index].known[relation.type] = False
    return found


def _closeness(relation: Tied, candidate: Candidate) -> float:
    """How much of both ends is shared, up to 2; 0 where an end shares nothing."""
    source, target = candidate.pair.source, candidate.pair.target
    if (target.types == (TITLE,)) != (relation.type == ROLE):
        return 0.0
    one, other = _shared(relation.source, source.span), _shared(relation.target, target.span)
    return one + other if one and other else 0.0


def _shared(one: Span, other: Span) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))
