"""Places and names that no package holds, kept by hand in `data/*.tsv`.

Columns are parted by tabs; `#` opens a comment line; an empty cell says nothing. The files:

    countries.tsv   iso        lat  lon  names      where GeoNames has the point; more names
    divisions.tsv   code       lat  lon  names      for first-order divisions; the first name shows
    settlements.tsv country    name  shown  names   more spellings of a place that is known
    places.tsv      name  names  lat  lon  feature  country  source
"""

from collections.abc import Iterator
from pathlib import Path

from sayso.knowledge.names import plain
from training.gazetteer.sources import Row

DATA = Path(__file__).parent / "data"


def _lines(name: str, columns: int) -> Iterator[list[str]]:
    for number, line in enumerate((DATA / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) != columns:
                raise ValueError(f"{name}:{number}: {len(cells)} columns, expected {columns}")
            yield cells


def _names(cell: str) -> list[str]:
    return [name.strip() for name in cell.split(";") if name.strip()]


def amend(rows: list[Row]) -> None:
    """Corrects points and adds names to the rows that the packages gave."""
    countries = {row.country: row for row in rows if row.feature.startswith("PCL")}
    divisions = {row.code: row for row in rows if row.feature == "ADM1"}
    for table, owners in (("countries.tsv", countries), ("divisions.tsv", divisions)):
        for key, lat, lon, names in _lines(table, 4):
            row = owners[key]
            if lat:
                row.lat, row.lon = float(lat), float(lon)
            if names and table == "divisions.tsv":
                row.names.add(row.name)
                row.name = _names(names)[0]
            row.names.update(_names(names))
    settled: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: row.population):
        if row.feature.startswith("PPL"):
            settled.update(((row.country, plain(name)), row) for name in {row.name, *row.names})
    for country, name, shown, names in _lines("settlements.tsv", 4):
        row = settled[country, plain(name)]
        row.names.update((row.name, *_names(names)))
        row.name = shown


def places() -> list[Row]:
    """Waters, regions, bases, crossings, districts and what else the packages lack."""
    return [
        Row(
            name=name,
            lat=float(lat),
            lon=float(lon),
            country=country,
            feature=feature,
            names=set(_names(names)),
        )
        for name, names, lat, lon, feature, country, _source in _lines("places.tsv", 7)
    ]
