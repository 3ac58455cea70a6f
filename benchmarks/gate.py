"""Hold accuracy: read the dev sets with sayso and fail when a figure is below its floor.

python -m benchmarks.gate             every document, the floors as promised
python -m benchmarks.gate --sample    a few documents of each set, against floors of their own

Exit status: 0 all floors hold, 1 one does not, 2 the corpora are missing or have changed.
"""

import argparse
import sys
from collections.abc import Sequence

from benchmarks.floors import Floors, Verdict, changed_files, judge, read_floors
from benchmarks.gold import join, sample, shared_folder
from benchmarks.labels import read_data
from benchmarks.system import read_all

HELD, BROKEN, NO_DATA = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate and give the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sample", action="store_true", help="read a sample, as CI does")
    parser.add_argument(
        "--if-present", action="store_true", help="do nothing where there are no corpora"
    )
    options = parser.parse_args(arguments)
    floors = read_floors()
    corpora = shared_folder() / "corpora"
    if options.if_present and not corpora.is_dir():
        print(f"gate: nothing measured, there are no corpora in {corpora}")
        return HELD
    if changed := changed_files(floors, corpora):
        print(f"gate: missing, or not what the floors were set on: {', '.join(changed)}")
        return NO_DATA
    verdicts = measure(floors, sampled=options.sample)
    print(table(verdicts, sampled=options.sample))
    return HELD if all(verdict.held for verdict in verdicts) else BROKEN


def measure(floors: Floors, *, sampled: bool) -> list[Verdict]:
    """Read every set, whole or sampled, and judge."""
    read = {}
    asked = floors.asked(sampled=sampled)
    for name in sorted({floor.data for floor in asked}, key=list(floors.data).index):
        documents = read_data(name, shared_folder() / "corpora")
        size = floors.size_of(name) if sampled else floors.at_most.get(name)
        chosen = documents if size is None else sample(documents, size)
        print(f"gate: reading {len(chosen)} of {len(documents)} documents of {name}", flush=True)
        read[name] = join(chosen, read_all(chosen))
    return judge(asked, read, sampled=sampled)


def table(verdicts: Sequence[Verdict], *, sampled: bool) -> str:
    """Lay out the verdicts, one a line, those without a limit last, and how many floors hold."""
    limited = [v for v in verdicts if v.floor.limit_for(sampled=sampled) is not None]
    reported = [v for v in verdicts if v.floor.limit_for(sampled=sampled) is None]
    rows = [f"{'data':<20}{'figure':<36}{'value':>7}{'floor':>7}{'aim':>7}"]
    rows += [_row(verdict, sampled=sampled) for verdict in limited + reported]
    held = sum(verdict.held for verdict in limited)
    rows.append(f"gate: {held} of {len(limited)} floors hold")
    if reported:
        rows.append(f"gate: {len(reported)} figures are reported without a floor")
    return "\n".join(rows)


def _row(verdict: Verdict, *, sampled: bool) -> str:
    floor = verdict.floor
    numbers = (verdict.value, floor.limit_for(sampled=sampled), floor.aim)
    shown = "".join(f"{'-' if n is None else format(n, '.3f'):>7}" for n in numbers)
    return f"{floor.data:<20}{floor.figure:<36}{shown}{'' if verdict.held else '  BELOW ITS FLOOR'}"


if __name__ == "__main__":
    sys.exit(main())
