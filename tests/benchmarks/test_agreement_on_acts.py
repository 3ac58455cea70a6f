"""Events, relations, factuality and framing score here as they do with other people's scorers."""

import random
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from benchmarks import arguments, detection, factuality, first_event, framing, relations
from benchmarks.counts import Figure
from benchmarks.gold import join, read_marked
from benchmarks.labels import read_relations
from benchmarks.schemes import RE3D, SYMMETRIC
from benchmarks.system import document_of
from benchmarks.tasks import TASKS
from sayso.reading.read import Reader
from tests.reference import CLOSE, Item, assert_same, read, reference, worsened, write
from tests.trained import trained

TYPES = ("ASSAULT", "CONSULT", "ACCUSE", "REQUEST", "AID")
TIES = ("commands", "part_of", "member_of", "arms", "located_in", "allied_with")
LEVELS = ("CT+", "PR+", "PS+", "Uu", "PS-", "CT-")


def near(span: list[int], chance: random.Random) -> list[int]:
    return [max(0, span[0] - chance.choice([0, 0, 3])), span[1] + chance.choice([0, 0, 5])]


def worse_event(item: Item, chance: random.Random) -> list[Item]:
    """One that a system could have given: one trigger, sides of its own, PLOVER's types."""
    if chance.random() < 0.15:
        return []
    trigger = item.get("trigger") or [0, 5]
    sides: list[list[int]] = item.get("actor") or [
        [a["start"], a["end"]] for a in item.get("arguments", ())
    ]
    others: list[list[int]] = item.get("recipient") or sides[1:]
    return [
        {
            "id": f"e{chance.random()}",
            "trigger": near(trigger if isinstance(trigger[0], int) else trigger[0], chance),
            "type": chance.choice([*TYPES, item["type"], item["type"]]),
            "mode": chance.choice([item.get("mode"), "visit"]),
            "actor": [near(span, chance) for span in sides if chance.random() > 0.2],
            "recipient": [near(span, chance) for span in others if chance.random() > 0.2],
            "factuality": chance.choice(LEVELS),
        }
        for _ in range(1 + (chance.random() < 0.2))
    ]


def worse_relation(item: Item, chance: random.Random) -> list[Item]:
    if chance.random() < 0.15:
        return []
    ends = [near(item[end], chance) for end in ("source", "target")]
    if chance.random() < 0.1:
        ends.reverse()
    back = {theirs: ours for ours, theirs in RE3D.items()}
    kind = back.get(item["type"], item["type"])
    return [
        {"type": chance.choice([kind, kind, chance.choice(TIES)]), "source": end, "target": other}
        for end, other in [ends]
        for _ in range(1 + (chance.random() < 0.1))
    ]


def worse_framing(item: Item, chance: random.Random) -> list[Item]:
    if chance.random() < 0.2:
        return []
    start, end = near([item["start"], item["end"]], chance)
    technique = chance.choice([item["technique"], "Loaded_Language", "Slogans"])
    return [
        {"start": start, "end": end + chance.choice([0, 20]), "technique": technique}
        for _ in range(1 + (chance.random() < 0.1))
    ]


def named(figures: list[Figure]) -> dict[str, float]:
    return {figure.name: figure.value for figure in figures}


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", ["plover_gsr.dev", "cameo.dev"])
def test_first_event(shared: Path, tmp_path: Path, name: str, seed: int) -> None:
    gold = shared / "corpora" / f"{name}.jsonl.gz"
    system = worsened(read(gold), worse_event, "events", seed)
    path = write(tmp_path / "system.jsonl", system)
    mapped = ["--map", str(shared / "bench/maps/plover_to_penta.json")] if "cameo" in name else []
    theirs = reference(shared / "bench" / "score.py", "events", str(gold), str(path), *mapped)
    ours = named(first_event.figures(join(read_marked(gold), read_marked(path))))
    assert ours["type macro F1"] == pytest.approx(theirs["type"]["macro_f1"], abs=CLOSE)
    assert ours["type accuracy"] == pytest.approx(theirs["type"]["accuracy"], abs=CLOSE)
    assert ours["type accuracy, any event"] == pytest.approx(theirs["type"]["among"], abs=CLOSE)
    assert ours["mode accuracy"] == pytest.approx(theirs["mode"]["accuracy"], abs=CLOSE)
    for side in ("actor", "recipient"):
        assert ours[f"{side} tokens F1"] == pytest.approx(theirs[side]["f1"], abs=CLOSE)
    assert 0.2 < ours["type macro F1"] < 0.95


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", ["wikievents.dev", "meantime.dev"])
def test_arguments(shared: Path, tmp_path: Path, name: str, seed: int) -> None:
    gold = shared / "corpora" / f"{name}.jsonl.gz"
    system = worsened(read(gold), worse_event, "events", seed)
    path = write(tmp_path / "system.jsonl", system)
    theirs = reference(shared / "bench" / "score.py", "arguments", str(gold), str(path))
    pairs = join(read_marked(gold), read_marked(path))
    ours = named(arguments.figures(pairs))
    assert_same(detection.detection(pairs), theirs["detection"])
    for way, key in (("detected", "detected"), ("end-to-end", "end_to_end")):
        for side in ("actor", "recipient"):
            assert ours[f"{way} {side} tokens F1"] == pytest.approx(
                theirs[key][side]["f1"], abs=CLOSE
            )
    assert 0.2 < ours["end-to-end actor tokens F1"] < 0.95


@pytest.mark.parametrize("seed", [1, 2])
def test_relations_of_re3d(shared: Path, tmp_path: Path, seed: int) -> None:
    gold = shared / "corpora" / "re3d.dev.jsonl.gz"
    path = write(tmp_path / "system.jsonl", worsened(read(gold), worse_relation, "relations", seed))
    theirs = reference(
        shared / "bench" / "score.py",
        *("relations", str(gold), str(path)),
        *("--map", str(shared / "bench/maps/relations_to_re3d.json")),
    )
    assert_relations(relations.figures(join(read_marked(gold), read_marked(path))), theirs)


def test_labelled_relations_either_way_round(shared: Path, tmp_path: Path) -> None:
    marked = read_relations(shared / "corpora")
    gold = [
        {
            "id": document.id,
            "text": document.text,
            "relations": [
                {"type": r.type, "source": list(r.source), "target": list(r.target)}
                for r in document.relations
            ],
        }
        for document in marked
    ]
    path = write(tmp_path / "system.jsonl", worsened(gold, worse_relation, "relations", 1))
    gold_path = write(tmp_path / "gold.jsonl", gold)
    script, symmetric = shared / "bench" / "score.py", ",".join(SYMMETRIC)
    plain = reference(script, "relations", str(gold_path), str(path))
    either = reference(script, "relations", str(gold_path), str(path), "--symmetric", symmetric)
    ours = relations.figures(join(marked, read_marked(path)))
    assert_relations(ours, plain)
    assert named(ours)["typed, either way round, F1"] == pytest.approx(
        either["typed"]["f1"], abs=CLOSE
    )
    assert either["typed"]["f1"] > plain["typed"]["f1"]


def assert_relations(figures: list[Figure], theirs: Item) -> None:
    ours = named(figures)
    for name in ("typed", "untyped"):
        assert ours[f"{name} F1"] == pytest.approx(theirs[name]["f1"], abs=CLOSE)
    for kind, counts in theirs["types"].items():
        assert ours[f"{kind} F1"] == pytest.approx(counts["f1"], abs=CLOSE)
    assert 0.2 < ours["typed F1"] < 0.95


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", ["uw_factuality.dev", "meantime.dev"])
def test_factuality(shared: Path, tmp_path: Path, name: str, seed: int) -> None:
    gold = shared / "corpora" / f"{name}.jsonl.gz"
    chance = random.Random(seed)  # noqa: S311 - noise, not secrets
    system = [told(document, chance) for document in read(gold)]
    path = write(tmp_path / "system.jsonl", system)
    theirs = reference(shared / "bench" / "score.py", "factuality", str(gold), str(path))
    ours = named(factuality.figures(join(read_marked(gold), read_marked(path))))
    for figure, key in (
        ("coverage", "coverage"),
        ("Pearson r", "pearson"),
        ("mean absolute error", "mae"),
        ("class macro F1", "macro_f1"),
        ("covered class macro F1", "macro_f1_covered"),
    )[: 5 if theirs["classes"] else 3]:
        assert ours[figure] == pytest.approx(theirs[key], abs=CLOSE)
    for kind, counts in theirs["classes"].items():
        assert ours[f"{kind} F1"] == pytest.approx(counts["f1"], abs=CLOSE)
    assert 0.5 < ours["coverage"] < 1


def told(document: Item, chance: random.Random) -> Item:
    """Events at some predicates, statements around or of others."""
    events: list[Item] = []
    statements: list[Item] = []
    for number, each in enumerate(document["factuality"]):
        level = chance.choice([*LEVELS, "CT+", "CT+"])
        match chance.randint(0, 3):
            case 0:
                events.append(
                    {
                        "id": f"e{number}",
                        "trigger": near([each["start"], each["end"]], chance),
                        "factuality": level,
                    }
                )
            case 1:
                content = [max(0, each["start"] - 20), each["end"] + chance.randint(0, 40)]
                statements.append({"content": content, "ref": None, "factuality": level})
            case 2 if events:
                ref = chance.choice(events)["id"]
                statements.append({"content": [0, 9], "ref": ref, "factuality": level})
    return {"id": document["id"], "events": events, "statements": statements}


@pytest.mark.parametrize("seed", [1, 2])
def test_framing(shared: Path, tmp_path: Path, seed: int) -> None:
    gold = shared / "corpora" / "ptc.dev.jsonl.gz"
    system = worsened(read(gold), worse_framing, "framing", seed)
    path = write(tmp_path / "system.jsonl", system)
    theirs = reference(shared / "bench" / "score.py", "framing", str(gold), str(path))
    ours = named(framing.figures(join(read_marked(gold), read_marked(path))))
    for name, key in (
        ("characters F1", "characters"),
        ("characters by technique F1", "characters_by_technique"),
        ("technique F1", "technique"),
    ):
        assert ours[name] == pytest.approx(theirs[key]["f1"], abs=CLOSE)
    for kind, parts in theirs["techniques"].items():
        assert ours[f"{kind} F1"] == pytest.approx(parts["f1"], abs=CLOSE)
    assert 0.2 < ours["characters F1"] < 0.95


def test_framing_of_basil_whose_biases_are_no_techniques(shared: Path, tmp_path: Path) -> None:
    gold = shared / "corpora" / "basil.dev.jsonl.gz"
    system = worsened(read(gold), worse_framing, "framing", 3)
    path = write(tmp_path / "system.jsonl", system)
    theirs = reference(shared / "bench" / "score.py", "framing", str(gold), str(path), "--alike")
    ours = named(framing.figures(join(read_marked(gold), read_marked(path))))
    assert ours["characters F1"] == pytest.approx(theirs["characters"]["f1"], abs=CLOSE)


class Asked(NamedTuple):
    """A task on the shortest documents of a set, and what the other scorer calls the figures."""

    task: str
    data: str
    documents: int
    scorer: str
    same: dict[str, str]
    mapped: str | None = None


@trained
@pytest.mark.parametrize(
    "asked",
    [
        Asked("first_event", "plover_gsr.dev", 9, "events", {"actor tokens F1": "actor"}),
        Asked("arguments", "wikievents.dev", 1, "arguments", {"event detection F1": "detection"}),
        Asked(
            "relations", "re3d.dev", 3, "relations", {"typed F1": "typed"}, "relations_to_re3d.json"
        ),
        Asked("factuality", "meantime.dev", 3, "factuality", {"Pearson r": "pearson"}),
        Asked("framing", "ptc.dev", 2, "framing", {"characters F1": "characters"}),
    ],
)
def test_on_what_sayso_writes(shared: Path, tmp_path: Path, reader: Reader, asked: Asked) -> None:
    """One line a document, as `sayso read --format jsonl` prints them, scored by both."""
    whole = shared / "corpora" / f"{asked.data}.jsonl.gz"
    documents = sorted(read_marked(whole), key=lambda d: len(d.text))[: asked.documents]
    chosen = {document.id for document in documents}
    gold = write(tmp_path / "gold.jsonl", [d for d in read(whole) if d["id"] in chosen])
    system = tmp_path / "system.jsonl"
    analyses = [reader.read(document_of(document)) for document in documents]
    system.write_bytes(b"".join(msgspec.json.encode(each) + b"\n" for each in analyses))
    options = ["--map", str(shared / "bench" / "maps" / asked.mapped)] if asked.mapped else []
    theirs = reference(
        shared / "bench" / "score.py", asked.scorer, str(gold), str(system), *options
    )
    ours = named(TASKS[asked.task](join(read_marked(gold), read_marked(system))))
    for figure, key in asked.same.items():
        value = theirs[key]
        expected = value["f1"] if isinstance(value, dict) else value
        assert ours[figure] == pytest.approx(expected, abs=CLOSE)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)
