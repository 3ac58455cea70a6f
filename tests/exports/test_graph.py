from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.exports.conftest import Written, rows
from tests.exports.made import ENTITIES, RELATIONS, full

UGLY = "a\x00\x1b\ud800\ufffe]]><&\"'\u202e\u05e6"

both = pytest.mark.parametrize("name", ["gexf", "graphml"])


def network(folder: Path, name: str) -> Any:  # noqa: ANN401
    networkx = pytest.importorskip("networkx")
    file = folder / f"sayso.{name}"
    return networkx.read_gexf(file) if name == "gexf" else networkx.read_graphml(file)


@both
def test_networkx_reads_it(written: Written, out: Path, name: str) -> None:
    written(name)
    found = network(out, name)
    assert found.is_directed()
    assert sorted(node["label"] for _, node in found.nodes(data=True)) == [
        "Anou ag Issa", "Salt Road Column", "a convoy",
    ]  # fmt: skip
    (first, second) = found.edges(data=True)
    source, target, said = first
    assert (found.nodes[source]["label"], found.nodes[target]["label"]) == (
        "Anou ag Issa",
        "Salt Road Column",
    )
    assert (said["type"], said["voice"], said["factuality"]) == ("commands", "own", "CT+")
    assert said["begin"] == "2025"
    assert said["confidence"] == pytest.approx(0.9)
    assert second[2]["speaker"] == "Idar Maiga"
    assert second[2]["named"] is True


@both
def test_what_is_denied_is_no_edge(written: Written, name: str) -> None:
    (left,) = rows(written(name), "relations").left_out
    assert (left.rows, left.why) == (1, "denied by whoever says it")


@both
def test_the_same_tie_in_two_documents_is_two_edges(written: Written, out: Path, name: str) -> None:
    written(name, full("b.txt", relations=RELATIONS[:1]))
    found = network(out, name)
    assert found.is_multigraph()
    documents = [said["document"] for *_, said in found.edges(data=True)]
    assert sorted(documents) == ["b.txt", "raid.txt", "raid.txt"]
    counts = {node["label"]: node["documents"] for _, node in found.nodes(data=True)}
    assert counts == {"Anou ag Issa": 2, "Salt Road Column": 2, "a convoy": 1}


@both
def test_an_item_of_wikidata_is_one_node_under_any_name(
    written: Written, out: Path, name: str
) -> None:
    other = (replace(ENTITIES[0], name="SRC", names=("SRC",)), *ENTITIES[1:])
    written(name, full("b.txt", entities=other, relations=RELATIONS[:1]))
    labels = [node["label"] for _, node in network(out, name).nodes(data=True)]
    assert sorted(labels) == ["Anou ag Issa", "Salt Road Column", "a convoy"]


@both
def test_what_has_no_name_is_nobody_elsewhere(written: Written, out: Path, name: str) -> None:
    nameless = tuple(replace(each, names=(), wikidata=None) for each in ENTITIES)
    written(
        name,
        full("b.txt", entities=nameless, relations=RELATIONS[:1]),
        full("c.txt", entities=nameless, relations=RELATIONS[:1]),
    )
    assert len(network(out, name)) == 7


@both
def test_hostile_names_are_only_names(written: Written, out: Path, name: str) -> None:
    ugly = (replace(ENTITIES[0], name=UGLY, wikidata=None), *ENTITIES[1:])
    written(name, full("b.txt", publisher=UGLY, url=UGLY, entities=ugly), tlp="TLP:RED")
    found = network(out, name)
    labels = {node["label"] for _, node in found.nodes(data=True)}
    assert "a\ufffd\ufffd\ufffd\ufffd]]><&\"'\u05e6" in labels
    assert {node["tlp"] for _, node in found.nodes(data=True)} == {"TLP:RED"}
    assert {said["tlp"] for *_, said in found.edges(data=True)} == {"TLP:RED"}


def test_graphml_is_marked_as_a_whole(written: Written, out: Path) -> None:
    written("graphml", tlp="TLP:GREEN")
    assert network(out, "graphml").graph["tlp"] == "TLP:GREEN"
