"""The files of gold data that training reads."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

from benchmarks.gold import shared_folder


def documents(name: str) -> Iterator[dict[str, Any]]:
    """The records of one corpus file, by its stem."""
    path = shared_folder() / "corpora" / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
