"""Predicates of any kind: which words they are, what is done to whom, and how sure it is."""

import gzip
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from benchmarks.gold import shared_folder
from sayso.reading.tagger.pieces import Pieces, pieces
from training.files import documents
from training.targets import PROPBANK, ROLES, Acted, Targets, blank, inside

MEANTIME = {"Arg0": "ARG0", "Arg1": "ARG1", "Arg2": "ARG2", "Argm-LOC": "LOC"}
TREEBANK = {"ARG0": "ARG0", "ARG1": "ARG1", "ARG2": "ARG2", "ARGM-LOC": "LOC", "ARGM-TMP": "TMP"}


def factual() -> Iterator[tuple[str, Pieces, Targets]]:
    """UW's sentences: every predicate, and how factual readers took it to be (-3 to 3)."""
    for document in documents("uw_factuality.train"):
        coded = pieces(document["text"])
        yield document["id"], coded, _judged(coded, document["factuality"], len(document["text"]))


def meantime(document: dict[str, Any], coded: Pieces) -> Targets:
    """MEANTIME: events with PropBank's roles, and their factuality, as far as it is annotated."""
    until = document["intra_annotated_until"]
    judged = _judged(coded, [f for f in document.get("factuality", ()) if f["end"] <= until], until)
    judged.arrays["predicate"][0, coded.touched((0, until))] = 0
    acts = []
    for event in document["events"]:
        if event["trigger"][1] > until:
            continue
        judged.arrays["predicate"][0, coded.touched(event["trigger"])] = 1
        acts.append(_acted(coded, event["trigger"], event["arguments"]))
    return Targets(judged.arrays, tuple(acts))


def happening(document: dict[str, Any], coded: Pieces) -> Targets:
    """TimeML's events, of any class."""
    array = blank("predicate", coded)
    array[:] = 0
    array[0, inside(coded, [event["trigger"] for event in document["events"]])] = 1
    return Targets({"predicate": array})


def propbank() -> Iterator[tuple[str, Pieces, Targets]]:
    """The web treebank: the verbs of each sentence and what stands in which role to them."""
    for part in ("dev", "test"):
        for sentence in _sentences(part):
            coded = pieces(sentence.text)
            acts = [
                Acted(
                    inside(coded, [sentence.words[verb]]),
                    {
                        ROLES.index(name): inside(coded, [sentence.phrase(head) for head in heads])
                        for name, heads in roles.items()
                    },
                    tuple(map(ROLES.index, PROPBANK)),
                )
                for verb, roles in sentence.frames
            ]
            yield sentence.id, coded, Targets({}, tuple(acts))


class _Sentence(NamedTuple):
    """A parsed sentence: its words as spans, each word's head (-1 at the root), and its frames:
    a verb with the heads of the phrases in each role."""

    id: str
    text: str
    words: list[tuple[int, int]]
    heads: list[int]
    frames: list[tuple[int, dict[str, list[int]]]]

    def phrase(self, head: int) -> tuple[int, int]:
        """The span from the first to the last word under a word. A relative clause or the like is
        cut off only where it is not under it."""
        under = {head}
        for _ in self.words:
            more = {i for i, parent in enumerate(self.heads) if parent in under} - under
            if not more:
                break
            under |= more
        return self.words[min(under)][0], self.words[max(under)][1]


def _sentences(part: str) -> Iterator[_Sentence]:
    path = shared_folder() / "corpora" / f"up_ewt.{part}.conllu.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in lines.read().split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            notes = dict(
                line[2:].split(" = ", 1) for line in block.splitlines() if " = " in line[:12]
            )
            rows = [row for row in rows if row[0].isdigit()]
            text = notes.get("text", "")
            words = _placed(text, [row[1] for row in rows])
            verbs = [i for i, row in enumerate(rows) if row[10:11] not in ([], ["_"])]
            if not words or len(rows[0]) < 11 + len(verbs):  # a few frames have no column
                continue
            yield _Sentence(
                notes["sent_id"],
                text,
                words,
                [int(row[6]) - 1 for row in rows],
                [(verb, _roles([row[11 + k] for row in rows])) for k, verb in enumerate(verbs)],
            )


def _roles(column: list[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {name: [] for name in PROPBANK}
    for place, label in enumerate(column):
        if label in TREEBANK:
            found[TREEBANK[label]].append(place)
    return found


def _placed(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the words stand in the text, or nothing where they are not its own."""
    at, found = 0, []
    for word in words:
        start = text.find(word, at)
        if start < 0:
            return []
        at = start + len(word)
        found.append((start, at))
    return found


def _judged(coded: Pieces, judged: list[dict[str, Any]], end: int) -> Targets:
    predicate, degree = blank("predicate", coded), blank("degree", coded)
    predicate[0, coded.touched((0, end))] = 0
    for one in judged:
        part = coded.touched((one["start"], one["end"]))
        predicate[0, part] = 1
        if one["value"] is not None:
            degree[0, part] = np.float32(one["value"])
    return Targets({"predicate": predicate, "degree": degree})


def _acted(coded: Pieces, trigger: list[int], arguments: list[dict[str, Any]]) -> Acted:
    known = ("ARG0", "ARG1", "ARG2", "LOC")
    spans: dict[str, list[tuple[int, int]]] = {name: [] for name in known}
    for argument in arguments:
        if argument["role"] in MEANTIME:
            spans[MEANTIME[argument["role"]]].append((argument["start"], argument["end"]))
    return Acted(
        inside(coded, [trigger]),
        {ROLES.index(name): inside(coded, found) for name, found in spans.items()},
        tuple(map(ROLES.index, known)),
    )
