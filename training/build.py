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

from training import calibrate, card, export

DEFAULT = Path("runs/reader")


def main() -> None:
    """Run the steps in order; each leaves files that the next one reads."""
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--folder", type=Path, default=DEFAULT, help="checkpoints and log of the run")
    cli.add_argument("--epochs", type=int, default=3)
    cli.add_argument("--seed", type=int, default=1)
    wanted = cli.parse_args()
    train(wanted)
    export.export(export.network(wanted.folder / "checkpoint.pt"), export.MODELS / "reader.onnx")
    error = calibrate.calibrate(export.MODELS / "confidence.json")
    log = wanted.folder / "log"
    card.write(export.MODELS / "CARD.md", log=log, seed=wanted.seed, calibration=error)


def train(wanted: argparse.Namespace) -> None:
    """Train in processes of their own: one a core, or one alone where there is a GPU."""
    import torch  # noqa: PLC0415 - only to ask for the device; the heavy work is elsewhere

    options = [
        "--folder",
        str(wanted.folder),
        "--epochs",
        str(wanted.epochs),
        "--seed",
        str(wanted.seed),
    ]
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
