"""Measure source kinds and resolved names, given gold spans.

    python -m training.measure_sources [--held-out]

The part that is not held out is for development; the held-out third is for measuring alone.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from benchmarks.gold import shared_folder
from sayso.reading.sourcing import source_kinds
from sayso.records.reading import Attribution
from training.split import held_out

Record = dict[str, Any]


class Figures(Struct, frozen=True, kw_only=True):
    """Shares of the labelled attributions: kind right, named right, and of the names resolved in
    the labels those whose last word is in ours. `background`: true, false and missed positives."""

    count: int
    kind: float
    named: float
    resolved: float
    background: tuple[int, int, int]


def figures(name: str, *, held: bool, shared: Path) -> Figures:
    """Measure on "conflict" or "polnear" labels, the held-out third or the rest."""
    right = named = resolved = names = count = 0
    background = [0, 0, 0]
    for gold, ours in _pairs(name, held=held, shared=shared):
        count += 1
        right += gold["source_kind"] == ours.source_kind
        named += gold["named"] == ours.named
        background[0] += gold["background"] and ours.background
        background[1] += ours.background and not gold["background"]
        background[2] += gold["background"] and not ours.background
        if gold.get("resolved") and gold["named"]:
            names += 1
            last = gold["resolved"].split()[-1].strip("()").lower()
            resolved += last in (ours.source_entity or "").lower()
    return Figures(
        count=count,
        kind=right / count,
        named=named / count,
        resolved=resolved / names if names else 0.0,
        background=(background[0], background[1], background[2]),
    )


def _records(path: Path) -> Iterator[Record]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _pairs(name: str, *, held: bool, shared: Path) -> Iterator[tuple[Record, Attribution]]:
    corpora = shared / "corpora"
    labels: dict[str, list[Record]] = {}
    stems = {"polnear.train"}
    if name == "polnear":
        for label in _records(corpora / "labels/source_kinds.jsonl.gz"):
            labels.setdefault(label["doc"], []).append(label)
    else:
        documents = list(_records(corpora / "labels/attributions.jsonl.gz"))
        labels = {document["doc"]: document["attributions"] for document in documents}
        stems = {document["corpus"] for document in documents}
    for stem in sorted(stems):
        for document in _records(corpora / f"{stem}.jsonl.gz"):
            wanted = labels.get(document["id"])
            if wanted and held_out(document["id"]) == held:
                yield from _answers(document, wanted)


def _answers(document: Record, labels: list[Record]) -> Iterator[tuple[Record, Attribution]]:
    """All attributions of a document are read, since sources refer to each other."""
    known = document.get("attributions", labels)
    items = [_attribution(str(index), record) for index, record in enumerate(known)]
    title = document.get("title") or document.get("meta", {}).get("title")
    read = source_kinds(document["text"], items, title=title)
    by_spans = {(item.source, item.cue, item.content): item for item in read}
    for label in labels:
        wanted = _attribution("", label)
        yield label, by_spans[wanted.source, wanted.cue, wanted.content]


def _attribution(name: str, record: Record) -> Attribution:
    source, cue, content = (
        tuple((start, end) for start, end in record[part]) for part in ("source", "cue", "content")
    )
    return Attribution(
        id=name,
        source=source,
        cue=cue,
        content=content,
        source_kind="unspecified",
        named=False,
        background=False,
        confidence=1.0,
    )


def main() -> None:
    """Print one line of figures for each set of labels."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    held = parser.parse_args().held_out
    for name in ("conflict", "polnear"):
        found = figures(name, held=held, shared=shared_folder())
        print(
            f"{name:9s} n {found.count:3d}  kind {found.kind:.3f}  named {found.named:.3f}"
            f"  resolved {found.resolved:.3f}  background {found.background}"
        )


if __name__ == "__main__":
    main()
