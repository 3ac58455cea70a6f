"""Measure near copies: right families, speed, memory.

python -m benchmarks.families accuracy     the open families and scenarios, by halves and by edit
python -m benchmarks.families scale [N]    N documents made of the open corpora, in one process

The halves are by event, so that no event is in both; thresholds were set on the first.
"""

import argparse
import gzip
import importlib
import json
import random
import re
import resource
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.gold import shared_folder
from sayso.desk.families.index import Family, FamilyIndex
from sayso.records.text import Document

Row = dict[str, Any]
Edit = Callable[[list[str], random.Random], list[str]]

DOCUMENTS = 20_000
WORDS = (60, 1600)
STEPS = 4
PUBLISHERS = 40
SEED = 17
MISREAD = 0.02


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for and print it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.families",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=("accuracy", "scale"))
    parser.add_argument("documents", nargs="?", type=int, default=DOCUMENTS)
    options = parser.parse_args(arguments)
    if options.what == "accuracy":
        accuracy(shared_folder())
    else:
        scale(shared_folder() / "corpora", options.documents)
    return 0


def accuracy(shared: Path) -> None:
    """Score the families file in halves and whole, and count the scenarios that are exact."""
    sys.path.insert(0, str(shared / "bench"))
    score = importlib.import_module("scorers.families").score_families
    gold = list(read(shared / "bench" / "families" / "families.open.jsonl.gz"))
    first = [row for row in gold if not zlib.crc32(row["cluster"].encode()) % 2]
    second = [row for row in gold if zlib.crc32(row["cluster"].encode()) % 2]
    print(f"{'':<24}{'documents':>9}{'pair P':>8}{'pair R':>8}{'B3 F1':>8}{'ARI':>8}{'joined':>8}")
    for name, rows in (("tuned on", first), ("kept apart", second), ("all", gold)):
        system = partition(rows)
        for mixed in (False, True):
            scored = score(rows, system, mixed=mixed)
            pairs, joined = scored["pairs"], scored["same_event_pairs"]["joined"]
            label = f"{name}, round-ups" if mixed else name
            print(
                f"{label:<24}{scored['documents']:>9}{pairs['p']:>8.4f}{pairs['r']:>8.4f}"
                f"{scored['b_cubed']['f1']:>8.4f}{scored['ari']:>8.4f}{joined:>8}"
            )
    by_edit = score(gold, partition(gold), mixed=True)["pairs_by_edit"]
    print("found by edit:", ", ".join(f"{k} {v['found']:.3f}" for k, v in by_edit.items()))
    scenarios = list(read(shared / "scenarios" / "open.jsonl"))
    exact = sum(
        sorted(sorted(family.members) for family in index(scenario["documents"]).families())
        == sorted(sorted(family) for family in scenario["families"])
        for scenario in scenarios
    )
    print(f"scenarios with the right families: {exact} of {len(scenarios)}")


def partition(rows: Iterable[Row]) -> list[dict[str, str]]:
    """Give what the scorer reads of the system."""
    families: tuple[Family, ...] = index(rows).families()
    return [{"id": name, "family": family.id} for family in families for name in family.members]


def index(rows: Iterable[Row]) -> FamilyIndex:
    """Add documents in their order, seeing of each what a desk sees."""
    made = FamilyIndex()
    for row in rows:
        made.add(document(row))
    return made


def document(row: Row) -> Document:
    """Make a document of a line of JSON; families read neither digest nor title."""
    return Document(
        id=row["id"],
        text=row["text"],
        sha256="",
        publisher=row.get("publisher"),
        published=row.get("published"),
        agency=row.get("agency"),
    )


def scale(corpora: Path, count: int) -> None:
    """Add `count` documents and print speed and memory on the way, then the families' time."""
    rows = list(islice(copies(corpora), count))
    print(f"{len(rows)} documents of {len({row['family'] for row in rows})} texts")
    start_memory = memory()
    made = FamilyIndex()
    step = max(1, len(rows) // STEPS)
    for first in range(0, len(rows), step):
        part = [document(row) for row in rows[first : first + step]]
        wall, processor = time.perf_counter(), time.process_time()
        for each in part:
            made.add(each)
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        print(
            f"to {first + len(part):>6}: {len(part) / wall:6.0f} documents/s,"
            f" {len(part) / processor:6.0f} a cpu second, {memory() - start_memory:5.0f} MB more"
        )
    started = time.perf_counter()
    families = made.families()
    print(f"families: {len(families)} in {time.perf_counter() - started:.1f} s, {memory():.0f} MB")
    truth = {row["id"]: row["family"] for row in rows}
    pure = sum(len({truth[name] for name in family.members}) == 1 for family in families)
    print(f"of one text: {pure} of {len(families)}")


def memory() -> float:
    """Give the most memory this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def copies(corpora: Path) -> Iterator[Row]:
    """Endless news: texts of the open corpora and edited copies of them, in a fixed order."""
    chance = random.Random(SEED)  # noqa: S311
    texts = sorted(set(originals(corpora)))
    serial = 0
    while True:
        chance.shuffle(texts)
        for text in texts:
            family = zlib.crc32(text.encode())
            paragraphs = [part for part in text.split("\n") if part.strip()]
            for edit in chance.sample(EDITS, chance.randint(0, 3)):
                paragraphs = edit(paragraphs, chance)
            serial += 1
            house = chance.randrange(PUBLISHERS)
            notice = (
                f"Publisher {house} prints this page for readers of edition {house}. Write to us."
            )
            yield {
                "id": f"d{serial:06d}",
                "text": "\n\n".join([*paragraphs, notice] if house % 2 else paragraphs),
                "publisher": f"Publisher {house}",
                "published": f"2024-01-{1 + serial % 28:02d}T{serial % 24:02d}:00:00Z",
                "family": family,
            }


def originals(corpora: Path) -> Iterator[str]:
    """Give the texts of news length, each once."""
    for path in sorted(corpora.glob("*.jsonl.gz")):
        for row in read(path):
            text = row.get("text")
            if isinstance(text, str) and WORDS[0] <= len(text.split()) <= WORDS[1]:
                yield text


def read(path: Path) -> Iterator[Row]:
    """Give the lines of a JSONL file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def shortened(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Keep the head."""
    return paragraphs[: max(2, int(len(paragraphs) * chance.uniform(0.5, 0.9)))]


def thinned(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Drop one paragraph in five, never the first."""
    return paragraphs[:1] + [part for part in paragraphs[1:] if chance.random() > 1 / 5]


def shuffled(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Put the end before the middle."""
    at = chance.randint(1, max(1, len(paragraphs) - 1))
    return paragraphs[:1] + paragraphs[at:] + paragraphs[1:at]


def reworded(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Replace one word in twelve by a word that no text has."""
    return [
        re.sub(r"\b[a-z]{4,}\b", lambda x: x[0] if chance.random() > 1 / 12 else x[0][::-1], part)
        for part in paragraphs
    ]


def scanned(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Lose or misread two letters in a hundred."""
    return [
        "".join(chance.choice(("", "i")) if chance.random() < MISREAD else sign for sign in part)
        for part in paragraphs
    ]


def dressed(paragraphs: list[str], chance: random.Random) -> list[str]:
    """Set the paragraphs in markup, with a line of navigation."""
    at = chance.randint(0, len(paragraphs))
    marked = [f"<p>{part}</p>" for part in paragraphs]
    return [*marked[:at], '<div class="tools">Send Print Save</div>', *marked[at:]]


EDITS: tuple[Edit, ...] = (shortened, thinned, shuffled, reworded, scanned, dressed)


if __name__ == "__main__":
    sys.exit(main())
