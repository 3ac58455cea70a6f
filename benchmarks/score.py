"""Score one task: a system's output, or sayso's own reading, against gold.

python -m benchmarks.score attributions GOLD.jsonl.gz SYSTEM.jsonl
python -m benchmarks.score mentions GOLD.jsonl            reads the texts with sayso
python -m benchmarks.score source_kinds conflict.held_out the labelled conflict documents
python -m benchmarks.score events events.held_out         the labelled sentences

The format is in README.md beside this file.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.counts import Figure
from benchmarks.gold import Pair, join, read_marked, shared_folder
from benchmarks.labels import LABELLED, read_data
from benchmarks.tasks import TASKS


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of one task."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.score",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("gold", help=f"a file in the gold format, or {', '.join(LABELLED)}")
    parser.add_argument("system", nargs="?", help="output to score; without it sayso reads")
    parser.add_argument("--json", action="store_true", help="one JSON object, not a table")
    options = parser.parse_args(arguments)
    figures = TASKS[options.task](_pairs(options.gold, options.system))
    if options.json:
        print(json.dumps({figure.name: figure.value for figure in figures}))
    else:
        print("\n".join(map(_row, figures)))
    return 0


def _pairs(gold_name: str, system_name: str | None) -> list[Pair]:
    if gold_name in LABELLED:
        gold = read_data(gold_name, shared_folder() / "corpora")
    else:
        gold = read_marked(Path(gold_name))
    if system_name is not None:
        return join(gold, read_marked(Path(system_name)))
    from benchmarks.system import read_all  # noqa: PLC0415 - loads the models

    return join(gold, read_all(gold))


def _row(figure: Figure) -> str:
    return f"{figure.name:<36}{figure.value:>7.3f}  {figure.detail}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
