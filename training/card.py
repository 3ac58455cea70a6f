"""The model card: what the weights were made from, how well they read, and what that means."""

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from string import Template

from benchmarks.floors import Verdict, read_floors
from benchmarks.gate import measure
from training.export import MODELS

TEMPLATE = Path(__file__).with_name("card.md")
LAST_STEP = re.compile(r"step \d+/(\d+)")


def write(output: Path, *, logs: Sequence[Path], seed: int, calibration: float) -> None:
    """Measure the weights in place on the dev sets and write their card."""
    weights = (MODELS / "reader.onnx").read_bytes()
    steps = [int(LAST_STEP.findall(log.read_text(encoding="utf-8"))[-1]) for log in logs]
    text = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        date=datetime.now(UTC).date().isoformat(),
        seed=seed,
        size=f"{len(weights) / 1e6:.0f}",
        digest=hashlib.sha256(weights).hexdigest(),
        steps=" and ".join(f"{number:,}" for number in steps),
        calibration=f"{calibration:.3f}",
        scores=_table(measure(read_floors(), sampled=False)),
    )
    output.write_text(text, encoding="utf-8")


def _table(verdicts: list[Verdict]) -> str:
    rows = ["| data | figure | value | floor | aim |", "| --- | --- | --- | --- | --- |"]
    rows += [
        f"| {v.floor.data} | {v.floor.figure} | {v.value:.3f} "
        f"| {_or_none(v.floor.limit)} | {_or_none(v.floor.aim)} |"
        for v in verdicts
    ]
    return "\n".join(rows)


def _or_none(figure: float | None) -> str:
    return "" if figure is None else str(figure)
