"""Everything from the corpora to what ships: train, export, calibrate, measure, write the card.

    python -m training.build                   go on where the last call stopped
    python -m training.build --epochs 1        a quick one, to see that it works

Weights that exist are kept while training; a run that is stopped is resumed by the same command.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from training import blend, calibrate, card, events_confidence, export
from training.entities import fit as antecedents
from training.relations import fit as relations

DEFAULT = Path("runs/reader")


class Course(NamedTuple):
    """How long a course of training takes, and how fast the encoder learns in it."""

    name: str
    epochs: int
    rate: float


COURSES = (
    Course("speech", 3, 2e-4),
    Course("acts", 3, 2e-4),
    Course("events", 2, 1e-4),
    Course("again", 1, 2e-4),
    Course("all", 2, 2e-4),
)
"""Who says what; from there on, all the rest; more of events, in their surroundings; and twice
everything together, so that nothing is forgotten for the sake of what came last."""


def main() -> None:
    """Run the steps in order; each leaves files that the next one reads."""
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--folder", type=Path, default=DEFAULT, help="checkpoints and log of the run")
    cli.add_argument("--epochs", type=int, help="of each course, instead of its own")
    cli.add_argument("--seed", type=int, default=1)
    wanted = cli.parse_args()
    for course in COURSES:
        train(wanted, course)
    earlier, later = (checkpoint(wanted, course) for course in COURSES[-2:])
    export.export(blend.blended(earlier, later), export.MODELS / "reader.onnx")
    antecedents.main()
    relations.main()
    error = calibrate.calibrate(export.MODELS / "confidence.json")
    events_confidence.calibrate(export.MODELS / "events_confidence.json")
    logs = [checkpoint(wanted, course).with_name("log") for course in COURSES]
    card.write(export.MODELS / "CARD.md", logs=logs, seed=wanted.seed, calibration=error)


def checkpoint(wanted: argparse.Namespace, course: Course) -> Path:
    """Where a course leaves its network."""
    folder: Path = wanted.folder / course.name
    return folder / "checkpoint.pt"


def train(wanted: argparse.Namespace, course: Course) -> None:
    """Train in processes of their own: one a core, or one alone where there is a GPU."""
    import torch  # noqa: PLC0415 - only to ask for the device; the heavy work is elsewhere

    options = [
        "--folder",
        str(checkpoint(wanted, course).parent),
        "--course",
        course.name,
        "--epochs",
        str(wanted.epochs or course.epochs),
        "--rate",
        str(course.rate),
        "--seed",
        str(wanted.seed),
    ]
    if course != COURSES[0]:
        before = COURSES[COURSES.index(course) - 1]
        options += ["--learned", str(checkpoint(wanted, before))]
    processes = 1 if torch.cuda.is_available() else os.cpu_count() or 1
    launcher = (
        ["-m", "torch.distributed.run", f"--nproc-per-node={processes}"] if processes > 1 else []
    )
    # Freed pages are kept: handed back, they are faulted in again at every step.
    memory = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "8000000000"}
    subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, *launcher, "-m", "training.train", *options],
        env={**os.environ, "OMP_NUM_THREADS": "1", **memory},
        check=True,
    )


if __name__ == "__main__":
    main()
