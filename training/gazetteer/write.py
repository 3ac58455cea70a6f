"""Writes the file that `sayso.knowledge.index` reads."""

import json
from pathlib import Path

import numpy as np

from sayso.knowledge.index import MAGIC, MAIN, NONE, PLACE, STEPS, fingerprint, hashed
from sayso.knowledge.names import plain, skeleton
from training.gazetteer.sources import Row


def write(rows: list[Row], path: Path, *, alpha3: dict[str, str]) -> None:
    """Lays the rows out as a gazetteer; the same rows give the same bytes."""
    rows = sorted(rows, key=lambda row: (row.feature != "ADM1", -row.population, row.name, row.lat))
    countries = sorted({alpha3.get(row.country, "") for row in rows} | {""})
    features = sorted({row.feature for row in rows})
    divisions = {row.code: number for number, row in enumerate(rows) if row.feature == "ADM1"}
    country_of = {name: at for at, name in enumerate(countries)}
    feature_of = {name: at for at, name in enumerate(features)}

    places, names = bytearray(), bytearray()
    written: dict[bytes, int] = {}
    found: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for number, row in enumerate(rows):
        name = row.name.encode()[:255]
        if name not in written:
            written[name] = len(names)
            names += name
        places += PLACE.pack(
            row.geonameid or 0,
            round((row.lat + 90) / 180 * STEPS),
            round((row.lon + 180) / 360 * STEPS),
            row.population,
            written[name],
            divisions.get(row.admin1, NONE),
            len(name),
            country_of[alpha3.get(row.country, "")],
            feature_of[row.feature],
        )
        main = plain(row.name)
        for spelling in {main, *map(plain, row.names)} - {""}:
            entry = number | MAIN if spelling == main else number
            key = hashed(skeleton(spelling))
            found.setdefault(key, set()).add((entry, fingerprint(spelling)))

    keys = sorted(found)
    per_bucket = np.bincount([bucket for bucket, _ in keys], minlength=1 << 16)
    entries = [entry for key in keys for entry in sorted(found[key])]
    tables = {
        "buckets": np.concatenate([[0], np.cumsum(per_bucket)]).astype("<u4"),
        "keys": np.array([key for _, key in keys], dtype="<u4"),
        "postings": np.cumsum([0, *(len(found[key]) for key in keys)]).astype("<u4"),
        "entries": np.array([number for number, _ in entries], dtype="<u4"),
        "prints": np.array([mark for _, mark in entries], dtype="<u2"),
        "places": np.frombuffer(bytes(places), dtype="u1"),
        "names": np.frombuffer(bytes(names), dtype="u1"),
    }
    _save(path, tables, countries=countries, features=features)


def _save(
    path: Path, tables: dict[str, np.ndarray], *, countries: list[str], features: list[str]
) -> None:
    at, where = 0, {}
    for name, table in tables.items():
        where[name] = (at, at + table.nbytes)
        at += -(-table.nbytes // 8) * 8
    head = json.dumps({"countries": countries, "features": features, "tables": where}).encode()
    with path.open("wb") as file:
        file.write(MAGIC + len(head).to_bytes(4, "little") + head)
        for table in tables.values():
            file.write(table.tobytes().ljust(-(-table.nbytes // 8) * 8, b"\0"))
