"""Measure speed, start-up and memory, beside spaCy's small pipeline where there is one.

python -m benchmarks.speed [FILE]

FILE holds one {"text": ...} a line; without it the articles are those of polnear.dev. Every
process gets two processor cores, and all systems read the same articles in the same run.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any

from benchmarks.gold import read_marked, shared_folder

CORES = 2
ARTICLE = 1_000
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
STARTS = 5

Report = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run everything and print it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="?", type=Path, help="articles to read")
    parser.add_argument(
        "--longest", type=int, default=LENGTHS[-1], help="words of the longest single text"
    )
    parser.add_argument(
        "--peer", type=Path, default=Path(sys.executable), help="the python that has spaCy"
    )
    parser.add_argument("--peer-model", default="en_core_web_sm", help="spaCy's model there")
    options = parser.parse_args(arguments)
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    file = options.file or shared_folder() / "corpora" / "polnear.dev.jsonl.gz"
    texts = [document.text for document in read_marked(file)]
    total = sum(map(words_of, texts))
    print(f"{len(texts)} articles, {total} words, {len(os.sched_getaffinity(0))} cores")
    print(
        f"{'system':<8}{'load s':>8}{'article s':>11}{'words/s':>9}{'per cpu s':>11}{'peak MB':>9}"
    )
    lengths = [length for length in LENGTHS if length <= options.longest]
    ours = work(Path(sys.executable), ["sayso"], texts, lengths)
    print(row("sayso", ours, total))
    if can_import(options.peer, options.peer_model):
        peer = work(options.peer, ["spacy", options.peer_model], texts, [])
        print(row("spacy", peer, total))
    else:
        print(f"spacy   no {options.peer_model} in {options.peer}")
    print(f"\nsayso read, start to end on one line of text: {start_up():.2f} s")
    print(f"sayso read --jobs {CORES} on the articles: {total / command(texts):.0f} words/s")
    print(f"\n{'words':>9}{'seconds':>9}{'words/s':>9}{'exponent':>10}")
    print("\n".join(growth({int(words): seconds for words, seconds in ours["lengths"].items()})))
    return 0


def words_of(text: str) -> int:
    """Count words as everybody does: by the white space."""
    return len(text.split())


def of_length(texts: Sequence[str], words: int) -> str:
    """Make one text of at least `words` words, by no more than a paragraph, out of articles."""
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    chosen: list[str] = []
    size = 0
    for paragraph in cycle(paragraphs):
        if size >= words:
            break
        chosen.append(paragraph)
        size += words_of(paragraph)
    return "\n\n".join(chosen)


def work(
    python: Path, system: Sequence[str], texts: Sequence[str], lengths: Sequence[int]
) -> Report:
    """Let a system do the workload in a process of its own."""
    load = {
        "corpus": texts,
        "article": min(texts, key=lambda text: abs(words_of(text) - ARTICLE)),
        "lengths": {words_of(text): text for text in (of_length(texts, n) for n in lengths)},
    }
    answer = subprocess.run(  # noqa: S603 - our own module
        [str(python), "-m", "benchmarks.workload", *system],
        input=json.dumps(load),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    report: Report = json.loads(answer.stdout)
    return report


def can_import(python: Path, module: str) -> bool:
    """Say whether another environment has a module."""
    found = subprocess.run(  # noqa: S603
        [str(python), "-c", f"import {module}"], capture_output=True, check=False
    )
    return found.returncode == 0


def row(system: str, report: Report, words: int) -> str:
    """Lay out one system's figures."""
    corpus = report["corpus"]
    return (
        f"{system:<8}{report['load']:>8.2f}{report['article']:>11.3f}"
        f"{words / corpus['seconds']:>9.0f}{words / corpus['processor']:>11.0f}"
        f"{report['peak']:>9.0f}"
    )


def sayso_read(file: Path, *options: str) -> float:
    """Give the seconds that the command takes from start to end."""
    command_line = [str(Path(sys.executable).with_name("sayso")), "read", str(file), *options]
    started = time.perf_counter()
    subprocess.run(command_line, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    return time.perf_counter() - started


def start_up() -> float:
    """Give the median seconds of `sayso read` on one sentence, the first time left out."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "one.txt")
        file.write_text("The mayor of Mosul said the bridge was open.\n", encoding="utf-8")
        return statistics.median([sayso_read(file) for _ in range(STARTS + 1)][1:])


def command(texts: Sequence[str]) -> float:
    """Give the seconds of `sayso read` over a corpus, start-up and output included."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "corpus.jsonl")
        lines = (json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts))
        file.write_text("\n".join(lines), encoding="utf-8")
        return sayso_read(file, "--format", "jsonl", "--jobs", str(CORES))


def growth(seconds: dict[int, float]) -> list[str]:
    """Lay out the cost of each length. An exponent of 1 from one to the next is a straight line."""
    exponents = [math.log(seconds[b] / seconds[a]) / math.log(b / a) for a, b in pairwise(seconds)]
    return [
        f"{words:>9}{taken:>9.2f}{words / taken:>9.0f}"
        + (f"{exponents[n - 1]:>10.2f}" if n else f"{'':>10}")
        for n, (words, taken) in enumerate(seconds.items())
    ]


if __name__ == "__main__":
    sys.exit(main())
