"""Builds `src/sayso/knowledge/actors/data/actors.db` and the list of country codes beside it.

    pip install pycountry==24.6.1
    PYTHONPATH=src python -m training.actors.build [--jsonl FILE]

Takes half a minute. `--jsonl` writes the same entities as FollowTheMoney JSON lines, for reading.
"""

import argparse
import gzip
import json
import os
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec
import pycountry

from sayso.knowledge.actors.spelling import spellings
from sayso.knowledge.actors.store import write
from training.actors import curated, phoenix

DATA = Path(__file__).parents[2] / "src" / "sayso" / "knowledge" / "actors" / "data"


def entities() -> Iterator[dict[str, Any]]:
    """Curated facts first; of the dictionary only who is not among them."""
    known: set[tuple[bool, str]] = set()
    kept = [*curated.states(), *curated.groups(), *curated.people()]
    identifiers = [entity["id"] for entity in kept]
    if twice := {name for name in identifiers if identifiers.count(name) > 1}:
        raise ValueError(f"two entities of one id: {', '.join(sorted(twice))}")
    parents = {name for entity in kept for name in entity["properties"].get("parent", ())}
    if unknown := parents - set(identifiers):
        raise ValueError(f"parents that are no rows themselves: {', '.join(sorted(unknown))}")
    for entity in kept:
        known.update(_names(entity, "name", "alias", "abbreviation"))
    yield from kept
    for entity in phoenix.actors(_dictionary()):
        if not known & _names(entity, "name"):
            yield entity


def country_codes() -> str:
    """Two letters, as FollowTheMoney has them, and three, as sayso does, a line."""
    pairs = {c.alpha_2.casefold(): c.alpha_3 for c in pycountry.countries} | {"xk": "XKX"}
    rows = "\n".join(f"{two} {three}" for two, three in sorted(pairs.items()))
    return f"# Made by training/actors/build.py from pycountry (ISO 3166-1). XKX: Kosovo.\n{rows}\n"


def _dictionary() -> Iterator[dict[str, Any]]:
    """The rows of `actors_phoenix` in $SAYSO_SHARED, or `shared` beside the repository."""
    shared = Path(os.environ.get("SAYSO_SHARED", Path(__file__).resolve().parents[3] / "shared"))
    with gzip.open(shared / "corpora" / "actors_phoenix.jsonl.gz", "rt", encoding="utf-8") as rows:
        yield from map(json.loads, rows)


def _names(entity: dict[str, Any], *properties: str) -> set[tuple[bool, str]]:
    person = entity["schema"] == "Person"
    names = (name for p in properties for name in entity["properties"].get(p, ()))
    return {(person, spelling) for name in names for spelling in spellings(name, person=person)}


def main() -> None:
    """Build the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jsonl", type=Path, help="also write the entities as JSON lines")
    options = parser.parse_args()
    (DATA / "countries.txt").write_text(country_codes(), encoding="utf-8")
    made = sorted(entities(), key=itemgetter("id"))
    count = write(DATA / "actors.db", made)
    if options.jsonl:
        options.jsonl.write_bytes(b"\n".join(map(msgspec.json.encode, made)) + b"\n")
    print(f"{count} actors, {(DATA / 'actors.db').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
