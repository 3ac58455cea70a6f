from typing import Any

import pytest

from sayso.reading.distinct import bare, distinct
from sayso.records.reading import Entity
from tests.build import analysis


def entity(id_: str, *names: str) -> Entity:
    return Entity(id=id_, type="Person", name=names[0], names=names, mentions=())


def groups(
    marked: str, *, entities: tuple[Entity, ...] = (), **facts: dict[str, Any]
) -> list[tuple[str, ...]]:
    article = analysis(marked, facts={int(name[1:]): given for name, given in facts.items()})
    assert isinstance(article.attributions, tuple)
    found = distinct(article.text, article.attributions, entities=entities)
    return [tuple(one.id for one in source.attributions) for source in found]


OMAR = entity("e1", "Omar Tal", "Tal")

CASES: dict[str, tuple[str, tuple[Entity, ...], dict[str, dict[str, Any]], list[Any]]] = {
    "wording without article and case": (
        '[1s Officials] [1c said] [1t no]. "[2t No]", [2s the officials], [2c said].',
        (),
        {},
        [("a1", "a2")],
    ),
    "wording of another kind": (
        "[1s Officials] [1c said] [1t no]. [2s Officials] [2c said] [2t so].",
        (),
        {"_2": {"source_kind": "unnamed_person"}},
        [("a1", "a2")],
    ),
    "a resolved name and the same wording": (
        "[1s He] [1c said] [1t no]. [2s Omar Tal] [2c said] [2t so].",
        (),
        {"_1": {"source_entity": "Omar Tal"}},
        [("a1", "a2")],
    ),
    "an entity by id and by any of its names": (
        "[1s He] [1c said] [1t no]. [2s Tal] [2c said] [2t so].",
        (OMAR,),
        {"_1": {"source_entity": "e1"}, "_2": {"source_entity": "Tal"}},
        [("a1", "a2")],
    ),
    "a name that two entities bear is no entity's": (
        "[1s He] [1c said] [1t no]. [2s Tal] [2c said] [2t so].",
        (OMAR, entity("e2", "Idris Tal", "Tal")),
        {"_1": {"source_entity": "e1"}, "_2": {"source_entity": "Tal"}},
        [("a1",), ("a2",)],
    ),
    "by first mention, without those that have no source": (
        "It is [1c feared] [1t that it falls]. [3s A] [3c said] [3t so]. [2s B] [2c said] [2t no].",
        (),
        {},
        [("a3",), ("a2",)],
    ),
}


@pytest.mark.parametrize(("marked", "entities", "facts", "expected"), CASES.values(), ids=CASES)
def test_distinct(
    marked: str, entities: tuple[Entity, ...], facts: dict[str, Any], expected: list[Any]
) -> None:
    assert groups(marked, entities=entities, **facts) == expected


@pytest.mark.parametrize("name", ["the officials,", "Officials", "“An  officials”"])
def test_bare(name: str) -> None:
    assert bare(name) == "officials"
