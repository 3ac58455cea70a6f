"""Linking entities to known actors: precision at recall, on MEANTIME's links to DBpedia.

    python -m benchmarks.linking GOLD.jsonl.gz [--json] [--wrong]

Protocol. A gold entity is a document's mentions of type PER, ORG or LOC that share one `ref` (a
DBpedia resource); those without a `ref` are not asked for. The system gets the texts of those
mentions that are names, the type, the document's words and date, and answers with an actor and a
confidence, or abstains. An answer is right when the resource's title, without what DBpedia adds
in brackets, is the actor's name or one of its full aliases, spelling compared as names are (case,
accents, legal forms); weak aliases do not count. Recall is over all gold entities, those that no
store could hold ("Earth", "Financial analyst") and those never named (only "the company") among
them. Precision at a recall is read where answers, surest first, reach it.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from math import nan
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from msgspec import to_builtins

from benchmarks.counts import Figure
from benchmarks.gold import Pair
from sayso.knowledge.actors.actor import Actor
from sayso.knowledge.actors.link import Link, link
from sayso.knowledge.actors.spelling import bare, spellings
from sayso.knowledge.names import plain
from sayso.records.vocabulary import MentionType

TYPES: dict[str, MentionType] = {"PER": "Person", "ORG": "Organisation", "LOC": "Location"}
RECALLS = (0.5, 0.7)
_PARTICLES = frozenset("of the and for de la al el bin ibn du da di von van der on in & to".split())


class Gold(NamedTuple):
    """One entity of one document: its names, its type, the title that it is linked to."""

    names: tuple[str, ...]
    type: MentionType
    title: str | None
    context: frozenset[str]
    published: str | None


class Answer(NamedTuple):
    """What the system said of a gold entity."""

    gold: Gold
    link: Link
    right: bool


def gold_entities(document: dict[str, Any]) -> Iterator[Gold]:
    """The linked entities of a MEANTIME document."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for mention in document["entities"]:
        reference = (mention.get("ref") or "").strip().rstrip("/").rsplit("/", 1)[-1]
        if reference and mention.get("type") in TYPES:
            groups.setdefault(reference, []).append(mention)
    text = document["text"]
    for reference, mentions in groups.items():
        kind = Counter(m["type"] for m in mentions).most_common(1)[0][0]
        texts = [text[m["start"] : m["end"]] for m in mentions]
        yield Gold(
            names=tuple(dict.fromkeys(filter(is_name, texts))),
            type=TYPES[kind],
            title=title(reference),
            context=frozenset(plain(text).split()),
            published=document.get("published"),
        )


def is_name(text: str) -> bool:
    """Whether a mention is a name, all of it: every word but small ones has a capital."""
    words = bare(text).split()
    return (
        bool(words)
        and all(word[:1].isupper() or word[:1].isdigit() or word in _PARTICLES for word in words)
        and words[0][:1].isupper()
        and text.casefold() not in _PRONOUNS
    )


def title(reference: str) -> str:
    """A resource's title in words: "Washington_%28state%29" is "Washington"."""
    return re.sub(r" \(.*\)$", "", unquote(reference).replace("_", " "))


def right(actor: Actor, wanted: str | None) -> bool:
    """Whether the title is the actor's name or full alias."""
    if wanted is None:
        return False
    person = actor.schema == "Person"
    said = spellings(wanted, person=person)[0]
    return any(said in spellings(name, person=person) for name in actor.names)


def answers(gold: Sequence[Gold], *, threshold: float | None = 0.0) -> list[Answer]:
    """What the linker says, surest first."""
    said = []
    for one in gold:
        found = link(
            one.names,
            one.type,
            context=one.context,
            on_date=one.published,
            threshold=threshold,
        )
        if found:
            said.append(Answer(one, found, right(found.actor, one.title)))
    return sorted(said, key=lambda answer: -answer.link.confidence)


def precision_at(found: Sequence[Answer], entities: int, recall: float) -> float | None:
    """The precision of the surest answers that together reach a recall; None if they never do."""
    hits = 0
    for number, answer in enumerate(found, 1):
        hits += answer.right
        if hits >= recall * entities:
            return hits / number
    return None


def measure(documents: Sequence[dict[str, Any]]) -> dict[str, float | None]:
    """All figures of a set of documents."""
    gold = [one for document in documents for one in gold_entities(document)]
    found = answers(gold)
    kept = answers(gold, threshold=None) if gold else []
    hits = sum(answer.right for answer in kept)
    error = sum(answer.link.confidence - answer.right for answer in found)
    figures: dict[str, float | None] = {
        f"precision at recall {recall}": precision_at(found, len(gold), recall)
        for recall in RECALLS
    }
    return figures | {
        "precision as shipped": hits / len(kept) if kept else None,
        "recall as shipped": hits / len(gold) if gold else None,
        "recall of all answers": sum(a.right for a in found) / len(gold) if gold else None,
        "mean confidence less accuracy": error / len(found) if found else None,
        "entities": float(len(gold)),
    }


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give the figures as a task does. The linker is asked itself: output is not looked at."""
    measured = measure([to_builtins(gold) for gold, _ in pairs])
    return [Figure(name, nan if value is None else value) for name, value in measured.items()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, and with `--wrong` the answers that are not right."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.linking",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("gold", type=Path, help="MEANTIME documents, JSON lines, plain or gzip")
    parser.add_argument("--json", action="store_true", help="one JSON object, not a table")
    parser.add_argument("--wrong", action="store_true", help="show what is wrong or missed")
    options = parser.parse_args(arguments)
    documents = read(options.gold)
    figures = measure(documents)
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:<34}{'-' if value is None else f'{value:8.3f}'}")
    if options.wrong:
        _show(documents)
    return 0


def read(file: Path) -> list[dict[str, Any]]:
    """Documents, one a line."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _show(documents: Sequence[dict[str, Any]]) -> None:
    gold = [one for document in documents for one in gold_entities(document)]
    found = {id(answer.gold): answer for answer in answers(gold)}
    for one in gold:
        answer = found.get(id(one))
        if answer is None:
            print(f"missed  {one.title}: {', '.join(one.names[:4])}")
        elif not answer.right:
            print(f"wrong   {one.title}: {answer.link.actor.name} {answer.link.confidence}")
            print(f"        {'; '.join(answer.link.reason)}")


_PRONOUNS = frozenset(
    "i he she it we they you his her its their our my your who him them us".split()
)

if __name__ == "__main__":
    sys.exit(main())
