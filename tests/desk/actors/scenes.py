"""Sightings made by hand: a scene is a document and the names in it."""

import re
from typing import Any

from sayso.desk.actors.grouping import group
from sayso.desk.actors.record import Actor, Grouping, Scene, Sighting
from sayso.desk.review.decided import Decided
from sayso.intake.identity import sha256
from sayso.records.reading import Analysis, Entity, Mention, Sentence
from sayso.records.vocabulary import MentionType

_TYPES: dict[str, MentionType] = {"person": "Person", "body": "Organisation", "place": "Location"}


def scene(document: str, *sightings: Sighting) -> Scene:
    """Put sightings into a document, one after another."""
    placed = tuple(
        Sighting(**{**_facts(one), "document": document, "entity": f"e{number}",
                    "spans": ((20 * number, 20 * number + len(one.name)),)})
        for number, one in enumerate(sightings)
    )  # fmt: skip
    return Scene(document=document, analysis=1, sightings=placed)


def person(*names: str, **said: Any) -> Sighting:  # noqa: ANN401
    return _sighting("person", names, said)


def body(*names: str, **said: Any) -> Sighting:  # noqa: ANN401
    return _sighting("body", names, said)


def place(*names: str, **said: Any) -> Sighting:  # noqa: ANN401
    return _sighting("place", names, said)


def grouped(*scenes: Scene, decisions: tuple[Decided, ...] = ()) -> set[frozenset[str]]:
    """Group, and give each actor as the documents and names of its members."""
    return members(group(scenes, decisions))


def members(found: Grouping) -> set[frozenset[str]]:
    return {frozenset(f"{m.document} {m.name}" for m in actor.members) for actor in found.actors}


def of(found: Grouping, name: str) -> Actor:
    (actor,) = (each for each in found.actors if each.name == name)
    return actor


def analysis(
    id: str,  # noqa: A002
    text: str,
    names: dict[str, Any],
    *,
    roles: dict[str, Any] | None = None,
    **said: Any,  # noqa: ANN401
) -> Analysis:
    """Read a text in which each of `names` is an entity of the type beside it, wherever it stands.

    The spellings of one entity are parted by "|", the fullest first.
    """
    mentions, entities = [], []
    for number, (called, type_) in enumerate(names.items()):
        spellings = called.split("|")
        pattern = "|".join(map(re.escape, sorted(spellings, key=len, reverse=True)))
        own = [
            Mention(id=f"m{number}-{found.start()}", start=found.start(), end=found.end(),
                    type=type_, confidence=0.9, entity=f"e{number}")
            for found in re.finditer(pattern, text)
        ]  # fmt: skip
        mentions += own
        entities.append(
            Entity(
                id=f"e{number}",
                type=type_,
                name=spellings[0],
                names=tuple(spellings),
                mentions=tuple(one.id for one in own),
                roles=(roles or {}).get(spellings[0], ()),
            )
        )
    sentences = [found.span() for found in re.finditer(r"[^.\s][^.]*\.", text)]
    return Analysis(
        id=id,
        text=text,
        sha256=sha256(text),
        mentions=tuple(mentions),
        entities=tuple(entities),
        sentences=tuple(Sentence(start=a, end=b, voice="own") for a, b in sentences),
        **said,
    )


def _sighting(sort: Any, names: tuple[str, ...], said: dict[str, Any]) -> Sighting:  # noqa: ANN401
    return Sighting(
        document="",
        entity="",
        spans=((0, 1),),
        type=_TYPES[sort],
        sort=sort,
        name=names[0],
        names=names,
        mentions=1,
        **said,
    )


def _facts(one: Sighting) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__struct_fields__}
