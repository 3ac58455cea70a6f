from math import isnan
from typing import Any

import pytest

from benchmarks.gold import Marked, Referent
from benchmarks.linking import (
    Answer,
    Gold,
    figures,
    gold_entities,
    is_name,
    precision_at,
    right,
    title,
)
from sayso.knowledge.actors.actor import Actor
from sayso.knowledge.actors.link import Link

VALO = Actor(id="v", schema="Company", name="Valo Shipping Ltd", names=("Valo Shipping Ltd", "VS"),
             weak=("the port operator",))  # fmt: skip
GOLD = Gold(("Valo",), "Organisation", "Valo Shipping", frozenset(), None)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [("Valo Shipping", True), ("VS", True), ("the port operator", False), (None, False),
     ("Valo", False)],
)  # fmt: skip
def test_a_link_is_right_by_full_names_only(wanted: str | None, expected: bool) -> None:  # noqa: FBT001
    assert right(VALO, wanted) is expected


def test_titles_lose_what_dbpedia_adds() -> None:
    assert title("Basra_%28port%29") == "Basra"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Valo Shipping", True), ("the Port of Basra", True), ("the company", False), ("It", False),
     ("", False)],
)  # fmt: skip
def test_names_are_told_from_descriptions(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_name(text) is expected


def test_mentions_of_one_resource_are_one_entity() -> None:
    reference = "http://dbpedia.org/resource/Valo_Shipping"
    document: dict[str, Any] = {
        "text": "Valo Shipping said it paid.",
        "entities": [
            {"start": 0, "end": 13, "type": "ORG", "ref": reference},
            {"start": 19, "end": 21, "type": "ORG", "ref": reference},
            {"start": 22, "end": 26, "type": "ORG", "ref": None},
        ],
    }
    (one,) = gold_entities(document)
    assert (one.names, one.title) == (("Valo Shipping",), "Valo Shipping")


def test_precision_is_read_where_recall_is_reached() -> None:
    said = [
        Answer(GOLD, Link(actor=VALO, confidence=0.9 - at / 10, reason=()), ok)
        for at, ok in enumerate([True, False, True, False])
    ]
    assert precision_at(said, 4, 0.25) == 1.0
    assert precision_at(said, 4, 0.5) == pytest.approx(2 / 3)
    assert precision_at(said, 4, 0.75) is None


def test_a_recall_that_is_never_reached_is_no_figure() -> None:
    nobody = Referent(end=5, type="PER", ref="http://dbpedia.org/resource/Zzyxq_Quorb")
    gold = Marked(id="d", text="Quorb spoke.", entities=(nobody,))
    values = {figure.name: figure.value for figure in figures([(gold, gold)])}
    assert values["entities"] == 1
    assert isnan(values["precision at recall 0.5"])
