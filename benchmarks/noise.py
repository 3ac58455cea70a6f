"""How far a figure on a sample strays from the figure on the whole set, for each floor.

python -m benchmarks.noise SYSTEM_FOLDER

The folder holds one output a set, `polnear.dev.jsonl` and so on. Draws many samples of the
gate's size without replacement, and prints the figure on the whole set beside the value that
all but one sample in forty reach: the distance is the margin of a sample's floor.
"""

import argparse
import random
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.floors import Floor, read_floors
from benchmarks.gold import Pair, join, read_marked, shared_folder
from benchmarks.labels import read_data
from benchmarks.tasks import TASKS

DRAWS = 200
SEED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one line a floor."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.noise",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("outputs", type=Path)
    options = parser.parse_args(arguments)
    floors = read_floors()
    for name in floors.data:
        pairs = join(
            read_data(name, shared_folder() / "corpora"),
            read_marked(options.outputs / f"{name}.jsonl"),
        )
        for floor in floors.floor:
            if floor.data == name:
                print(line(floor, pairs, floors.size_of(name)), flush=True)
    return 0


def line(floor: Floor, pairs: Sequence[Pair], size: int) -> str:
    """Give the figure on the whole set, the worst of the usual samples, and their distance."""
    whole = _value(floor, pairs)
    chance = random.Random(SEED)  # noqa: S311 - draws, not secrets
    drawn = [_value(floor, chance.sample(pairs, min(size, len(pairs)))) for _ in range(DRAWS)]
    low, *_, high = statistics.quantiles(drawn, n=40)
    usual = high if floor.lower_is_better else low
    return f"{floor.data:<20}{floor.figure:<32}{whole:>7.3f}{usual:>7.3f}{abs(whole - usual):>7.3f}"


def _value(floor: Floor, pairs: Sequence[Pair]) -> float:
    return next(f.value for f in TASKS[floor.task](pairs) if f.name == floor.figure)


if __name__ == "__main__":
    sys.exit(main())
