import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from sayso.exports.base import Task
from sayso.exports.files import folder
from sayso.exports.jsonld.export import JsonLd
from sayso.exports.tally import Tally
from tests.exports.conftest import Written, rows
from tests.exports.made import ATTRIBUTIONS, CLAIM, full

S = "https://schema.org/"
P = "http://www.w3.org/ns/prov#"
T = "urn:sayso:term:"


def graph(folder: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for each in json.loads((folder / "sayso.jsonld").read_bytes())["@graph"]:
        # An outlet is told with each of its articles, always alike.
        assert found.setdefault(each["@id"], each) == each
    return found


def expanded(folder: Path) -> dict[str, dict[str, Any]]:
    """Read it as a JSON-LD processor does, which refuses whatever it would have to fetch."""
    jsonld = pytest.importorskip("pyld.jsonld")
    found = jsonld.expand(json.loads((folder / "sayso.jsonld").read_bytes()))
    (top,) = found if len(found) == 1 else ({"@graph": found},)
    return {each["@id"]: each for each in top["@graph"]}


def test_a_statement_is_a_claim_of_whoever_says_it(written: Written, out: Path) -> None:
    told = written("jsonld")
    found = graph(out)
    claim = found["urn:sayso:statement:raid.txt:s1"]
    assert claim["@type"] == ["Claim", "prov:Entity"]
    assert claim["text"].startswith("The Salt Road Column attacked")
    assert found[claim["author"]]["name"] == "Idar Maiga"
    assert found[claim["isBasedOn"]]["@type"] == ["Quotation", "prov:Entity"]
    assert found[claim["appearance"]]["headline"] == "Raid near Taoudenni"
    assert (rows(told, "attributions").written, rows(told, "statements").written) == (4, 5)


def test_the_outlet_is_a_source_like_any_other(written: Written, out: Path) -> None:
    written("jsonld")
    found = graph(out)
    own = found["urn:sayso:statement:raid.txt:s2"]
    assert own["voice"] == "own"
    assert found[own["author"]]["name"] == "Northern Courier"
    assert "isBasedOn" not in own


def test_a_description_is_nobodys_name(written: Written, out: Path) -> None:
    written("jsonld")
    agent = graph(out)["urn:sayso:speaker:raid.txt:a2"]
    assert agent["description"] == "two officials"
    assert "name" not in agent


def test_a_processor_finds_schema_org_and_prov(written: Written, out: Path) -> None:
    written("jsonld", tlp="TLP:AMBER")
    found = expanded(out)
    quotation = found["urn:sayso:attribution:raid.txt:a1"]
    assert quotation["@type"] == [f"{S}Quotation", f"{P}Entity"]
    assert quotation[f"{P}wasQuotedFrom"] == [{"@id": "urn:sayso:document:raid.txt"}]
    assert quotation[f"{P}wasAttributedTo"] == [{"@id": "urn:sayso:entity:raid.txt:e3"}]
    assert quotation[f"{S}conditionsOfAccess"] == [{"@value": "TLP:AMBER"}]
    claim = found["urn:sayso:statement:raid.txt:s1"]
    assert claim[f"{T}factuality"] == [{"@value": "CT+"}]
    assert claim[f"{T}start"] == [
        {"@value": 0, "@type": "http://www.w3.org/2001/XMLSchema#integer"}
    ]
    # Whatever a node points to is there.
    for each in found.values():
        for name in (f"{S}author", f"{S}appearance", f"{P}wasGeneratedBy", f"{S}isBasedOn"):
            assert all(value["@id"] in found for value in each.get(name, ()))


def test_nothing_that_is_written_is_lost_on_a_processor(written: Written, out: Path) -> None:
    written("jsonld", tlp="TLP:AMBER")
    for id_, node in graph(out).items():
        assert len(expanded(out)[id_]) == len(node)


# Its parser of JSON-LD uses what it has deprecated itself.
@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
def test_rdflib_reads_it(written: Written, out: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    written("jsonld", full("a b/ü\ud800#x?.txt"))
    found = rdflib.Dataset(default_union=True).parse(out / "sayso.jsonld", format="json-ld")
    asked = f"SELECT ?who WHERE {{ ?c a <{S}Claim>; <{S}author> ?a. ?a <{S}name> ?who }}"
    names = {str(row.who) for row in found.query(asked)}
    assert names == {"Idar Maiga", "Anou ag Issa", "Northern Courier"}


def test_a_speaker_who_speaks_twice_is_one_node(written: Written, out: Path) -> None:
    twice = (*ATTRIBUTIONS, replace(ATTRIBUTIONS[0], id="a4"))
    written("jsonld", full("b.txt", attributions=twice))
    assert graph(out)["urn:sayso:attribution:b.txt:a4"]["creator"] == "urn:sayso:entity:b.txt:e3"


def test_claims_stand_with_their_reasons(out: Path) -> None:
    tally = Tally()
    with folder(out) as files:
        export = JsonLd(Task(folder=files, tally=tally, version="1"))
        export.claims([CLAIM])
        export.close()
    claim = graph(out)["urn:sayso:claim:c1"]
    assert (claim["standing"], claim["originsMin"], claim["originsMax"]) == ("disputed", 1, 2)
    assert claim["description"] == "The column denies it."
    (stance,) = expanded(out)["urn:sayso:claim:c1"][f"{T}stance"]
    assert stance[f"{T}stance"] == [{"@value": "affirms"}]
    assert stance[f"{T}statedIn"] == [{"@id": "urn:sayso:document:raid.txt"}]
