import json
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from sayso.exports.article import Article
from sayso.exports.base import Task
from sayso.exports.files import folder
from sayso.exports.followthemoney import mapping, values
from sayso.exports.followthemoney.export import FollowTheMoney
from sayso.exports.tally import Tally
from sayso.records.reading import Entity, Relation
from sayso.records.vocabulary import RelationType
from tests.exports.conftest import Written, rows
from tests.exports.made import CLAIM, ENTITIES, EVENTS, RELATIONS, full

UGLY = 'a\x00b\x1b[2J "=\ud800\u2028\n' + "x" * 3000


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    found = (folder / name).read_bytes().splitlines()
    return [json.loads(line) for line in found]


def entities(folder: Path) -> list[dict[str, Any]]:
    return lines(folder, "entities.ftm.json")


def of_schema(folder: Path, schema: str) -> list[dict[str, Any]]:
    return [each["properties"] for each in entities(folder) if each["schema"] == schema]


def test_things_get_their_schema(written: Written, out: Path) -> None:
    told = written("followthemoney", claims=False)
    assert [each["schema"] for each in entities(out)] == [
        "Article", "Organization", "Person", "Person", "Organization", "Address", "Event", "Event",
        "Control", "Article",
    ]  # fmt: skip
    assert {left.why: left.rows for left in rows(told, "entities").left_out} == {
        "FollowTheMoney has no schema for Quantity": 1,
        "is only described, has no name of its own and is an end of no relation": 2,
    }


def test_what_is_only_described_is_there_for_its_relations(written: Written, out: Path) -> None:
    tie = replace(RELATIONS[2], target_entity="e2")
    written("followthemoney", full("b.txt", relations=(tie,)))
    (convoy,) = of_schema(out, "Vehicle")
    assert convoy["name"] == ["a convoy"]
    (link,) = of_schema(out, "UnknownLink")
    assert link["description"] == ["possible, says Idar Maiga"]


def test_an_organisation_says_what_is_known(written: Written, out: Path) -> None:
    written("followthemoney")
    column = of_schema(out, "Organization")[0]
    assert column["name"] == ["Salt Road Column"]
    assert column["alias"] == ["the Column"]
    assert column["country"] == ["ml"]
    assert column["wikidataId"] == ["Q900001"]
    (person, *_) = of_schema(out, "Person")
    assert person["position"] == ["Colonel, Harbour Guard (2024 to)"]


def test_an_edge_says_who_says_it(written: Written, out: Path) -> None:
    written("followthemoney")
    (control,) = of_schema(out, "Control")
    names = {each["id"]: each["properties"].get("name") for each in entities(out)}
    assert names[control["controller"][0]] == ["Anou ag Issa"]
    assert names[control["controlled"][0]] == ["Salt Road Column"]
    assert control["startDate"] == ["2025"]
    assert control["description"] == ["certain, says Northern Courier itself"]
    assert control["summary"] == ["The Column is commanded by Anou ag Issa"]


def test_what_is_denied_is_no_edge_and_no_event(written: Written, out: Path) -> None:
    told = written("followthemoney")
    assert [left.why for left in rows(told, "events").left_out] == [
        "has not happened: only in say-so.jsonl"
    ]
    why = {left.why for left in rows(told, "relations").left_out}
    assert "denied by whoever says it: only in say-so.jsonl" in why
    assert not of_schema(out, "UnknownLink")


def test_the_side_file_has_the_speaker_and_the_hedge_of_all(written: Written, out: Path) -> None:
    written("followthemoney")
    found = {(each["kind"], each["id"]): each for each in lines(out, "say-so.jsonl")}
    assert {kind for kind, _ in found} == {"event", "relation", "statement"}
    raid = found["event", "v1"]
    ids = {each["id"] for each in entities(out)}
    assert raid["entity"] in ids
    assert raid["speaker_entity"] in ids
    assert (raid["speaker"], raid["factuality"], raid["voice"]) == (
        "Idar Maiga",
        "CT+",
        "attributed",
    )
    denied = found["relation", "r2"]
    assert (denied["entity"], denied["speaker"], denied["factuality"]) == (
        None,
        "Anou ag Issa",
        "CT-",
    )
    assert denied["words"] == "the Harbour Guard had armed it"


@pytest.mark.parametrize(
    ("relation", "source", "target", "schema"),
    [
        ("commands", "e4", "e1", "Control"),
        ("commands", "e4", "e2", "UnknownLink"),
        ("part_of", "e1", "e5", "Membership"),
        ("member_of", "e4", "e1", "Membership"),
        ("member_of", "e4", "e3", "UnknownLink"),
        ("succeeded", "e4", "e3", "Succession"),
        ("finances", "e5", "e1", "Payment"),
        ("arms", "e5", "e1", "UnknownLink"),
        ("trains", "e5", "e1", "UnknownLink"),
        ("allied_with", "e5", "e1", "UnknownLink"),
    ],
)
def test_relations_become_edges(
    relation: RelationType, source: str, target: str, schema: str
) -> None:
    one = replace(RELATIONS[0], type=relation, source_entity=source, target_entity=target)
    edge = mapping.edge(Article(full(relations=(one,))), one)
    assert edge.schema == schema
    role = [relation.replace("_", " ")] if schema == "UnknownLink" else []
    assert edge.properties.get("role", []) == role


def test_who_succeeded_came_after(written: Written, out: Path) -> None:
    one = replace(RELATIONS[0], type="succeeded", source_entity="e4", target_entity="e3")
    written("followthemoney", full("b.txt", relations=(one,)))
    names = {each["id"]: each["properties"].get("name") for each in entities(out)}
    (edge,) = of_schema(out, "Succession")
    assert names[edge["successor"][0]] == ["Anou ag Issa"]
    assert names[edge["predecessor"][0]] == ["Idar Maiga"]


def test_statements_have_the_document_as_their_origin(written: Written, out: Path) -> None:
    written("followthemoney")
    found = lines(out, "statements.jsonl")
    of_one = [each for each in found if each["schema"] != "Note"]
    assert {each["origin"] for each in of_one} == {"raid.txt", "bare.txt"}
    assert {each["entity_id"] for each in found} == {each["id"] for each in entities(out)}


def test_a_claim_is_a_note(out: Path) -> None:
    tally = Tally()
    with folder(out) as files:
        export = FollowTheMoney(Task(folder=files, tally=tally, version="1", tlp="TLP:RED"))
        export.claims([CLAIM])
        export.close()
    (note,) = of_schema(out, "Note")
    assert note["name"] == ["The Salt Road Column attacked a convoy"]
    assert note["summary"] == ["disputed, grade F4, 1 to 2 independent origins"]
    assert note["keywords"] == ["disputed", "TLP:RED"]
    assert [(each.of, each.written) for each in tally.rows()] == [("claims", 1)]


WORST = full(
    "w" + UGLY,
    title=UGLY,
    publisher=UGLY,
    byline=UGLY,
    url="https://courier.example/\x00 a",
    published="soon",
    entities=(replace(ENTITIES[0], name=UGLY, names=(UGLY, ""), country="XXX"), *ENTITIES[1:]),
    relations=RELATIONS,
    events=(replace(EVENTS[0], mode=UGLY),),
)
UNNAMED = full(
    "u.txt", entities=(Entity(id="e1", type="Person", name="\x00", names=(), mentions=()),)
)


@pytest.mark.parametrize("tlp", [None, "TLP:AMBER+STRICT"])
def test_the_library_takes_every_entity_as_it_is(
    written: Written, out: Path, tlp: str | None
) -> None:
    model = pytest.importorskip("followthemoney").model

    every = tuple(
        replace(RELATIONS[0], id=f"x{number}", type=kind, source_entity="e5", target_entity="e1")
        for number, kind in enumerate(get_args(RelationType))
    )
    written("followthemoney", full("b.txt", relations=every), WORST, UNNAMED, tlp=tlp)
    ids = {each["id"] for each in entities(out)}
    for each in entities(out):
        schema = model[each["schema"]]
        schema.validate(each)
        proxy = model.get_proxy(each)
        assert proxy.to_dict().get("tlp") == tlp
        assert all(each["properties"].get(name) for name in schema.required), each
        for prop, value in proxy.itervalues():
            cleaned = prop.type.clean(value)
            # Its own form of an address may end in another slash, or escape a space.
            assert cleaned == value or (prop.type.name == "url" and cleaned), (prop, value)
            if prop.type.name == "entity":
                assert value in ids
                assert prop.range is not None
                (met,) = {e["schema"] for e in entities(out) if e["id"] == value}
                assert model[met].is_a(prop.range)
        assert set(proxy.properties) == set(each["properties"])


def test_the_library_makes_the_same_entities_of_the_statements(written: Written, out: Path) -> None:
    dataset = pytest.importorskip("followthemoney.dataset").Dataset
    entity = pytest.importorskip("followthemoney.statement").StatementEntity
    serialize = pytest.importorskip("followthemoney.statement.serialize")

    written("followthemoney", WORST, tlp="TLP:GREEN")
    found: dict[str, list[Any]] = {}
    for each in serialize.read_path_statements(out / "statements.jsonl", "json"):
        assert each.id == each.generate_key()
        found.setdefault(str(each.entity_id), []).append(each)
    made_by = dataset.make({"name": "sayso", "title": "sayso"})
    made = {id_: entity.from_statements(made_by, statements) for id_, statements in found.items()}
    for each in entities(out):
        again = made[each["id"]]
        assert again.schema.name == each["schema"]
        values_of = {name: set(again.get(name)) for name in each["properties"]}
        assert all(set(each["properties"][name]) <= values_of[name] for name in values_of)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2026-03-04", "2026-03-04"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("2026-03-04T08:00:00+03:00", "2026-03-04T05:00:00"),
        ("2026-03-04T08:00:00Z", "2026-03-04T08:00:00"),
        ("soon", None),
        (None, None),
    ],
)
def test_dates(given: str | None, value: str | None) -> None:
    assert values.date(given) == value


@pytest.mark.parametrize(
    ("given", "value"), [("MLI", "ml"), ("GBR", "gb"), ("XKX", "xk"), ("XXX", None), (None, None)]
)
def test_countries(given: str | None, value: str | None) -> None:
    assert values.country(given) == value


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("https://courier.example/a", "https://courier.example/a"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("courier", None),
        (None, None),
    ],
)
def test_urls(given: str | None, value: str | None) -> None:
    assert values.url(given) == value


def test_an_end_without_an_entity_is_no_edge(written: Written) -> None:
    why = "an end of it is no entity that FollowTheMoney has: only in say-so.jsonl"
    one: Relation = replace(RELATIONS[0], target_entity=None)
    told = written("followthemoney", full("b.txt", relations=(one,)))
    assert why in {left.why for left in rows(told, "relations").left_out}
