"""Measure what a large desk costs to fill and to add to, without reading.

python -m benchmarks.adding [N]     N documents made of the open corpora, then a few more

Documents are those of `benchmarks.families`, taken in by a reader that only cuts sentences, so that
what is measured is the desk. Speeds are by the processor's seconds, which other work disturbs less.
"""

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from benchmarks.families import Row, copies, memory
from benchmarks.gold import shared_folder
from sayso.desk import partition
from sayso.desk.adding import Adder
from sayso.desk.store import Store
from sayso.intake.identity import sha256
from sayso.records.reading import Analysis, Sentence, Statement

DOCUMENTS = 20_000
STEPS = 4
MORE = 10
LATER = "2100-01-01"
MEGABYTE = 1 << 20

_SENTENCE = re.compile(r"[^.\n]+\.?")


def main(arguments: Sequence[str] | None = None) -> int:
    """Fill a desk in a folder of its own, add a few more documents, and print what it took."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.adding",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("documents", nargs="?", type=int, default=DOCUMENTS)
    count = parser.parse_args(arguments).documents
    rows = copies(shared_folder() / "corpora")
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "desk", create=True) as desk:
        before = memory()
        step = max(1, count // STEPS)
        for first in range(0, count, step):
            took = add(desk, islice(rows, step), refresh=False)
            print(f"to {first + step:>6}: {step / took:6.0f} documents a cpu second", flush=True)
        started = time.process_time()
        partition.refresh(desk)
        print(f"families of all: {time.process_time() - started:.2f} cpu s", flush=True)
        print(f"{memory() - before:.0f} MB more, {size(Path(folder)):.0f} MB on disk", flush=True)
        took = add(desk, islice(rows, MORE), refresh=True)
        print(f"{MORE} more, with families: {took:.2f} cpu s", flush=True)
        started = time.process_time()
        anew = partition.current(desk, as_of=LATER)
        print(f"families of all, from scratch: {time.process_time() - started:.2f} cpu s")
        print("the same" if anew == partition.current(desk) else "NOT THE SAME")
    return 0


def add(desk: Store, rows: "islice[Row]", *, refresh: bool) -> float:
    """Add documents, with their families if `refresh` says so, and give the seconds it took."""
    read = [analysis(row) for row in rows]
    started = time.process_time()
    adder = Adder(desk, program="benchmark")
    for each in read:
        adder.add(each)
    adder.close() if refresh else adder.flush()
    return time.process_time() - started


def analysis(row: Row) -> Analysis:
    """Read nothing: every sentence is a statement of the outlet's own."""
    text = row["text"]
    spans = [found.span() for found in _SENTENCE.finditer(text)]
    return Analysis(
        id=row["id"],
        text=text,
        sha256=sha256(text),
        publisher=row["publisher"],
        published=row["published"],
        sentences=tuple(Sentence(start=a, end=b, voice="own") for a, b in spans),
        statements=tuple(
            Statement(
                id=f"s{number}", kind="plain", content=span, voice="own",
                factuality="CT+", confidence=0.9,
            )
            for number, span in enumerate(spans, start=1)
        ),
    )  # fmt: skip


def size(folder: Path) -> float:
    """Give the megabytes of the files in a folder."""
    return sum(file.stat().st_size for file in folder.iterdir()) / MEGABYTE


if __name__ == "__main__":
    sys.exit(main())
