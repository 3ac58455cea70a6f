"""Scorers that other people wrote, beside the corpora, and output for them: gold made worse."""

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.counts import Count

Item = dict[str, Any]
CLOSE = 0.0005


def reference(script: Path, *arguments: str) -> dict[str, Any]:
    answer = subprocess.run(  # noqa: S603 - the scorers beside the corpora
        [sys.executable, str(script), *arguments, "--json"],
        capture_output=True,
        check=True,
        text=True,
    )
    result: dict[str, Any] = json.loads(answer.stdout)
    return result


def worsened(
    documents: list[Item], worse: Callable[[Item, random.Random], list[Item]], key: str, seed: int
) -> list[Item]:
    """Gold with its faults, in another order, and some documents missing."""
    chance = random.Random(seed)  # noqa: S311 - noise, not secrets
    out = []
    for document in documents:
        items = [changed for item in document[key] for changed in worse(item, chance)]
        chance.shuffle(items)
        out.append({"id": document["id"], key: items})
    chance.shuffle(out)
    return out[: -len(out) // 10 or None]


def read(path: Path) -> list[Item]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def write(path: Path, documents: list[Item]) -> Path:
    path.write_text("".join(json.dumps(document) + "\n" for document in documents))
    return path


def assert_same(ours: Count, theirs: dict[str, float]) -> None:
    assert (ours.precision, ours.recall, ours.f1) == pytest.approx(
        (theirs["p"], theirs["r"], theirs["f1"]), abs=CLOSE
    )
