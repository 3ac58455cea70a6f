r"""Writes what the places layer says of a corpus, for the scorer.

Run, and score one corpus:

    PYTHONPATH=src python -m training.gazetteer.measure dev FOLDER
    python3 ../shared/bench/score.py places ../shared/corpora/geo_lgl.dev.jsonl.gz \
        FOLDER/geo_lgl.dev.jsonl

A text's title is read along; no mentions are given.
"""

import argparse
import gzip
import json
from pathlib import Path

import msgspec

from sayso.reading.places import places
from training.gazetteer.lexicons import SHARED
from training.gazetteer.rank import CORPORA


def main() -> None:
    """One file a corpus, one line a text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=("train", "dev"))
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for corpus in CORPORA:
        file = f"{corpus}.{given.part}.jsonl"
        with (
            gzip.open(SHARED / "corpora" / f"{file}.gz", "rt", encoding="utf-8") as lines,
            (given.folder / file).open("wb") as output,
        ):
            for document in map(json.loads, lines):
                found = places(document["text"], title=document["title"])
                output.write(msgspec.json.encode({"id": document["id"], "places": found}) + b"\n")


if __name__ == "__main__":
    main()
