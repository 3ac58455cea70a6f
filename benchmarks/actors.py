"""Actors across documents: which entities of different documents are one.

    python -m benchmarks.actors score ecbplus.dev meantime.dev     read, group, score
    python -m benchmarks.actors fit ecbplus.train meantime.train   print weights of comparing.py
    python -m benchmarks.actors scale ecbplus.train                time on ever more copies

Protocol. sayso reads the documents of a set; all of its named entities of all of them are grouped
together. An entity stands for the gold chain that most of its mentions by name answer (half of the
joint span in common); one that answers none is not scored. ECB+ chains are of persons, bodies and
places, compared inside a topic, since gold joins nothing beyond; MEANTIME's are those that share a
DBpedia resource. Pairs are of entities in two documents: precision is the share of pairs joined
that gold joins, recall that of gold's pairs that are joined. B-cubed is over the same entities.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import msgspec
import numpy as np

from benchmarks.chains import b_cubed
from benchmarks.gold import read_marked, shared_folder
from benchmarks.system import document_of
from sayso.desk.actors.candidates import candidates
from sayso.desk.actors.cells import Cell, Company, cells
from sayso.desk.actors.comparing import FEATURES, Compared
from sayso.desk.actors.grouping import group
from sayso.desk.actors.record import Scene
from sayso.desk.actors.sightings import scene
from sayso.reading.read import Reader
from sayso.records.reading import Analysis
from sayso.records.text import Span

Entity = tuple[str, str]
"""An entity of a document: both their ids."""

_TYPES = ("PER", "ORG", "LOC")
_COPIES = (1, 2, 4, 8)
_ROUNDS = 4000
_PULL = 0.002


class Gold(NamedTuple):
    """A mention and its chain; `topic` is what chains are compared in."""

    span: Span
    chain: str
    topic: str


class Set(NamedTuple):
    """A corpus as sayso reads it: its scenes, and the chain and topic of entities by gold."""

    scenes: list[Scene]
    chains: Mapping[Entity, tuple[str, str]]
    topics: Mapping[str, str]


def load(name: str) -> Set:
    """Read a corpus by its stem."""
    path = shared_folder() / "corpora" / f"{name}.jsonl.gz"
    reader = Reader()
    read = [reader.read(document_of(document)) for document in read_marked(path)]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines)}
    gold = {name: list(_gold(row)) for name, row in rows.items()}
    return Set(
        scenes=[scene(each, document=each.id, number=n) for n, each in enumerate(read)],
        chains={key: value for each in read for key, value in _chains(each, gold[each.id])},
        topics={name: str(row.get("topic", "")) for name, row in rows.items()},
    )


def _gold(row: Mapping[str, Any]) -> Iterator[Gold]:
    for one in row.get("mentions", ()):
        if one["coref"] and one["gold_sentence"] and one["type"].startswith(("HUMAN", "LOC")):
            topic = str(row["topic"])
            yield Gold((one["start"], one["end"]), f"{topic} {one['coref']}", topic)
    for one in row.get("entities", ()):
        if one.get("ref") and one.get("type") in _TYPES:
            chain = one["ref"].strip().rstrip("/").rsplit("/", 1)[-1]
            yield Gold((one["start"], one["end"]), chain, "")


def _chains(analysis: Analysis, gold: Sequence[Gold]) -> Iterator[tuple[Entity, tuple[str, str]]]:
    mentions = {one.id: one for one in analysis.mentions or ()}
    for entity in analysis.entities or ():
        spans = [(mentions[m].start, mentions[m].end) for m in entity.mentions]
        called = [s for s in spans if any(n in analysis.text[slice(*s)] for n in entity.names)]
        answered = Counter(
            (one.chain, one.topic) for one in gold for span in called if _in_common(one.span, span)
        )
        if answered:
            yield (analysis.id, entity.id), min(answered, key=lambda x: (-answered[x], x))


def _in_common(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= max(one[1], other[1]) - min(one[0], other[0])


def score(corpus: Set) -> dict[str, float]:
    """Group and compare with gold."""
    found = group(corpus.scenes)
    of = {(m.document, m.entity): actor.id for actor in found.actors for m in actor.members}
    asked = {entity: chain for entity, chain in corpus.chains.items() if entity in of}
    pairs: Counter[tuple[bool, bool]] = Counter()
    for (one, (ours, topic)), (other, (theirs, same_topic)) in combinations(asked.items(), 2):
        if one[0] != other[0] and topic == same_topic:
            pairs[of[one] == of[other], ours == theirs] += 1
    joined, wanted = pairs[True, True] + pairs[True, False], pairs[True, True] + pairs[False, True]
    key: dict[tuple[str, str], set[Entity]] = defaultdict(set)
    response: dict[tuple[str, str], set[Entity]] = defaultdict(set)
    for entity, (chain, topic) in asked.items():
        key[chain, topic].add(entity)
        response[of[entity], topic].add(entity)
    cubed = b_cubed(list(map(frozenset, key.values())), list(map(frozenset, response.values())))
    return {
        "documents": len(corpus.scenes),
        "named entities": len(of),
        "actors": len(found.actors),
        "unsure pairs": len(found.unsure),
        "entities scored": len(asked),
        "pairs joined": joined,
        "pair precision": pairs[True, True] / joined if joined else 1.0,
        "pair recall": pairs[True, True] / wanted if wanted else 1.0,
        "B3 precision": cubed.precision,
        "B3 recall": cubed.recall,
        "B3 F1": cubed.f1,
    }


def fit(corpora: Sequence[Set]) -> None:
    """Print log-odds of all features, and precision and recall by threshold.

    A pair of cells is an example where gold says of both what they are. Lone names of persons in
    two topics count as two: they are the pairs that a desk of many topics must keep apart.
    """
    examples = [
        (found, one)
        for corpus in corpora
        for found in _compared(corpus.scenes)
        if (one := _is_one(found, corpus)) is not None
    ]
    inputs = np.array([[found.numbers[name] for name in FEATURES] for found, _ in examples])
    right = np.array([one for _, one in examples], dtype=float)
    weights = np.zeros(len(FEATURES))
    pulled = np.array([name != "bias" for name in FEATURES]) * _PULL
    for _ in range(_ROUNDS):
        given = 1 / (1 + np.exp(-inputs @ weights))
        weights += inputs.T @ (right - given) / len(right) - pulled * weights
    given = 1 / (1 + np.exp(-inputs @ weights))
    print(f"# {len(right)} pairs, {right.mean():.0%} of them one")
    for name, weight, column in zip(FEATURES, weights, inputs.T, strict=True):
        print(f"{name} = {weight:.3f}  # in {int((column != 0).sum())}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = given >= least
        print(f"# {least}: P {right[kept].mean():.3f} R {right[kept].sum() / right.sum():.3f}")


def _compared(scenes: Sequence[Scene]) -> Iterator[Compared]:
    company = Company(scenes)
    for found in candidates(cells(scenes, company), company):
        yield from found


def _is_one(found: Compared, corpus: Set) -> bool | None:
    ours, theirs = (_said(cell, corpus) for cell in (found.short, found.full))
    if ours & theirs:
        return True
    if {topic for _, topic in ours} & {topic for _, topic in theirs}:
        return False
    topics = [{corpus.topics[name] for name in x.documents} for x in (found.short, found.full)]
    lone = found.short.person and " " not in found.short.key and not found.full.anchor
    return False if lone and topics[0].isdisjoint(topics[1]) else None


def _said(cell: Cell, corpus: Set) -> set[tuple[str, str]]:
    entities = ((one.document, one.entity) for one in cell.sightings)
    return {corpus.chains[entity] for entity in entities if entity in corpus.chains}


def scale(corpus: Set) -> None:
    """Time the grouping of a corpus and of it several times over, each time of other documents in
    which every person and body goes by another name."""
    for copies in _COPIES:
        scenes = [_renamed(each, copy) for copy in range(copies) for each in corpus.scenes]
        entities = sum(len(each.sightings) for each in scenes)
        started = time.process_time()
        actors = len(group(scenes).actors)
        spent = time.process_time() - started
        print(f"{entities:>7} entities: {actors:>6} actors, {spent:6.2f} s of one core")


def _renamed(given: Scene, copy: int) -> Scene:
    name = f"{given.document}#{copy}"
    end = "" if copy == 0 else "abcdefgh"[copy] * 2
    return Scene(
        document=name,
        analysis=given.analysis,
        sightings=tuple(
            msgspec.structs.replace(
                one,
                document=name,
                name=one.name + end,
                names=tuple(each + end for each in one.names),
            )
            for one in given.sightings
        ),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for and print it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.actors",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=("score", "fit", "scale"))
    parser.add_argument("corpora", nargs="+", help="stems of files in the folder of corpora")
    options = parser.parse_args(arguments)
    corpora = {name: load(name) for name in options.corpora}
    if options.what == "fit":
        fit(list(corpora.values()))
        return 0
    for name, corpus in corpora.items():
        print(name)
        if options.what == "scale":
            scale(corpus)
            continue
        for label, value in score(corpus).items():
            print(
                f"  {label:<18}{value:>9,}"
                if isinstance(value, int)
                else f"  {label:<18}{value:9.3f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
