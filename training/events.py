"""Sentences labelled with PLOVER events and with relations, and texts of which less is known."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sayso.reading.sentences import sentences
from sayso.reading.tagger.labels import EVENT_TYPES, MODES
from sayso.reading.tagger.pieces import Pieces, pieces
from training.files import documents
from training.split import held_out
from training.targets import ROLES, Loose, Targets, evented, inside, merged, tied

FURTHER = Path(__file__).parent / "labels"
"""Sentences labelled since, in the form and by the guides of the ones that the corpora bring."""

WRITTEN = "written"
"""The corpus of texts that were written for this, about invented groups; they come with it."""

MEASURED = ("wikievents.dev",)
"""Labelled sentences of these are not learned from: the corpus is one that is measured on."""

LABELLED_TIES = (
    "commands", "part_of", "member_of", "allied_with", "fights", "arms", "trains", "finances",
    "backs", "succeeded", "founded", "communicated_with", "located_in", "has_role",
)  # fmt: skip
"""The relations that the labelled sentences were read for."""

RE3D = {
    "InChargeOf": "commands", "AlliesOf": "allied_with", "FightingAgainst": "fights",
    "CommWith": "communicated_with", "CoLocated": "located_in", "IsSynonymOf": "same_as",
    "HasAttrOf": "attribute_of", "Likes": "likes", "Dislikes": "dislikes", "Apart": "apart",
}  # fmt: skip
"""re3d's relations in the record's words; BelongsTo is two, by what belongs."""

SIDES = {
    "VERBAL-COOPERATION": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "MATERIAL-COOPERATION": ("COOPERATE", "AID", "RETREAT"),
    "VERBAL-CONFLICT": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "MATERIAL-CONFLICT": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""CAMEO's classes in PLOVER's types; its fifth, NEUTRAL, says nothing of them."""

AROUND = 400
"""Characters before and after a labelled sentence that are its surroundings."""

LEAD = 120
"""Pieces of a written story that its one label is looked for in: the event is told first."""


def labelled(kind: str) -> Iterator[dict[str, Any]]:
    """The labelled sentences of a kind that may be learned from, their texts with them."""
    for row in _rows(kind):
        kept = row["corpus"] not in MEASURED and not held_out(_split_by(kind, row))
        if kept or row["corpus"] == WRITTEN:
            yield row


def _split_by(kind: str, row: dict[str, Any]) -> str:
    """Events are held out by document; relations, some of whose texts repeat, by their text."""
    key: str = row["doc"] if kind == "events" else row["text"]
    return key


@cache
def _rows(kind: str) -> tuple[dict[str, Any], ...]:
    rows = list(documents(f"labels/{kind}"))
    for name in (kind, f"written_{kind}"):
        with (FURTHER / f"{name}.jsonl").open(encoding="utf-8") as lines:
            rows.extend(map(json.loads, lines))
    wanted = {(row["corpus"], row["doc"]) for row in rows if row["corpus"] != WRITTEN}
    texts = {
        (corpus, document["id"]): document["text"]
        for corpus in sorted({corpus for corpus, _ in wanted})
        for document in documents(corpus)
        if (corpus, document["id"]) in wanted
    }
    whole = [row | {"whole": row.get("text") or texts[row["corpus"], row["doc"]]} for row in rows]
    return tuple(row | {"text": row["whole"][row["start"] : row["end"]]} for row in whole)


@cache
def _by_document() -> dict[str, dict[str, list[dict[str, Any]]]]:
    found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for kind in ("events", "relations"):
        for row in labelled(kind):
            found[row["doc"]][kind].append(row)
    return found


def known(document: dict[str, Any], coded: Pieces) -> Targets:
    """What the labelled sentences say of a document that holds them."""
    found = _by_document().get(document["id"], {})
    return merged(
        *([evented(coded, found["events"])] if found.get("events") else ()),
        *([tied(coded, found["relations"], LABELLED_TIES)] if found.get("relations") else ()),
    )


def alone(kind: str) -> Iterator[tuple[str, Pieces, Targets]]:
    """Each labelled sentence as a text of its own."""
    for row in labelled(kind):
        coded = pieces(row["text"])
        sentence = _moved(row, -row["start"])
        yield (
            f"{row['doc']}@{row['start']}",
            coded,
            evented(coded, [sentence])
            if kind == "events"
            else tied(coded, [sentence], LABELLED_TIES),
        )


def around() -> Iterator[tuple[str, Pieces, Targets]]:
    """Each sentence labelled with events in its surroundings, as it stands when it is read."""
    for row in labelled("events"):
        start, end = max(0, row["start"] - AROUND), min(len(row["whole"]), row["end"] + AROUND)
        if (start, end) == (row["start"], row["end"]):
            continue  # the sentence is all there is
        coded = pieces(row["whole"][start:end])
        beside = [
            _moved(other, -start)
            for other in _by_document()[row["doc"]]["events"]
            if start <= other["start"] and other["end"] <= end
        ]
        yield f"{row['doc']}~{row['start']}", coded, evented(coded, beside)


def _moved(row: dict[str, Any], by: int) -> dict[str, Any]:
    """The same labels with every offset shifted."""

    def move(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, dict):
            return {name: move(item) for name, item in value.items()}
        if isinstance(value, list):
            return [move(item) for item in value]
        return value + by if isinstance(value, int) else value

    labels = ("start", "end", "events", "relations")
    moved: dict[str, Any] = move({name: row[name] for name in labels if name in row})
    return moved


def related(document: dict[str, Any], coded: Pieces) -> Targets:
    """The relations of a re3d document, between the mentions of one sentence."""
    types = {(m["start"], m["end"]): m["type"] for m in document["mentions"]}
    relations: list[dict[str, Any]] = []
    for relation in document["relations"]:
        kind = RE3D.get(relation["type"])
        if relation["type"] == "BelongsTo":
            person = types.get(tuple(relation["source"])) == "Person"
            kind = "member_of" if person else "part_of"
        if kind:
            relations.append(relation | {"type": kind})
    parts: list[dict[str, Any]] = [
        {"start": start, "end": end, "relations": []} for start, end in sentences(document["text"])
    ]
    for relation in relations:
        for part in parts:
            if part["start"] <= relation["source"][0] and relation["source"][1] <= part["end"]:
                part["relations"].append(relation)
    return tied(coded, parts, sorted({*RE3D.values(), "part_of", "member_of"}))


def cameo() -> Iterator[tuple[str, Pieces, Targets]]:
    """Sentences with a class and the two sides of one event, but no trigger; those that were
    labelled in full since are left to their labels."""
    done = {row["doc"] for row in _rows("events")}
    for document in documents("cameo.train"):
        if document["id"] in done or not document["events"]:
            continue
        (event, *_) = document["events"]
        coded = pieces(document["text"])
        types = SIDES.get(event["type"], ())
        others = [name for kind, names in SIDES.items() if kind != event["type"] for name in names]
        sides = {
            ROLES.index(name): inside(coded, event[name])
            for name in ("actor", "recipient")
            if name in event
        }
        yield (
            document["id"],
            coded,
            Targets(
                {},
                loose=Loose(
                    tuple(map(EVENT_TYPES.index, types)),
                    tuple(map(EVENT_TYPES.index, others)) if types else (),
                    sides=sides,
                ),
            ),
        )


def stories() -> Iterator[tuple[str, Pieces, Targets]]:
    """The opening of each written story, of which one event's type and mode is known."""
    for document in documents("ngec_synthetic.train"):
        (event, *_) = document["events"]
        whole = pieces(document["text"])
        end = int(whole.ends[min(LEAD, len(whole)) - 1])
        mode = MODES.index(event["mode"]) if event.get("mode") in MODES else None
        yield (
            document["id"],
            pieces(document["text"][:end]),
            Targets({}, loose=Loose((EVENT_TYPES.index(event["type"]),), mode=mode)),
        )
