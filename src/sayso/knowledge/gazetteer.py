"""Places by name, from a file that the package ships; `data/CARD.md` says whose data it is.

>>> load().lookup("Deir Ezzor")[0].country
'SYR'
"""

from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from msgspec import Struct

from sayso.knowledge.index import NONE, Hit, Index
from sayso.records.vocabulary import PlacePrecision

_PRECISION: dict[str, PlacePrecision] = {"PCL": "country", "ADM": "division", "PPL": "settlement"}
_AREAS = frozenset(
    "AREA BAY CHN CONT DSRT GULF ISL ISLS LK MTS OCN PEN RESN RGN RSV RVN SEA STM STRT VAL".split()
)


class Candidate(Struct, frozen=True, kw_only=True):
    """One place that a name may mean.

    `number` is its own, `division` that of the first-order division it lies in; both count
    inside this gazetteer only. `country` is ISO 3166-1 alpha-3 (None for seas and regions
    that cross borders), `feature` a GeoNames feature code, `lat` and `lon` WGS 84 degrees.
    `main`: found under its main name, not an alternate one. `exact`: found as spelled, not
    by a spelling that only sounds alike.
    """

    number: int
    name: str
    lat: float
    lon: float
    feature: str
    population: int
    main: bool
    exact: bool
    geonameid: int | None = None
    country: str | None = None
    division: int | None = None


class Gazetteer:
    """Look-ups by name. Nothing is loaded: the file is mapped, and read where it is asked."""

    def __init__(self, path: Path) -> None:
        self._index = Index(path)
        self._lookup = lru_cache(maxsize=1 << 15)(self._find)

    def __len__(self) -> int:
        """How many places it knows."""
        return len(self._index)

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every place of that name, the most populous first.

        Spellings that differ in case, accents, hyphens or dots are one. Where nothing is
        spelled so, what sounds so: transliterations of one name (`exact` is then False).
        An unknown name gives ().
        """
        return self._lookup(name)

    def place(self, number: int) -> Candidate:
        """The place of that number, as if found under its main name."""
        return self._candidate(Hit(number, main=True, exact=True))

    def _find(self, name: str) -> tuple[Candidate, ...]:
        hits = list(self._index.find(name))
        hits = [hit for hit in hits if hit.exact] or hits
        best: dict[int, Hit] = {}
        for hit in hits:
            if hit.number not in best or hit.main:
                best[hit.number] = hit
        found = map(self._candidate, best.values())
        return tuple(sorted(found, key=lambda place: (-place.population, place.number)))

    def _candidate(self, hit: Hit) -> Candidate:
        stored = self._index.stored(hit.number)
        lat, lon = stored.point()
        return Candidate(
            number=hit.number,
            name=self._index.name(stored),
            lat=lat,
            lon=lon,
            feature=self._index.features[stored.feature],
            population=stored.population,
            main=hit.main,
            exact=hit.exact,
            geonameid=stored.geonameid or None,
            country=self._index.countries[stored.country] or None,
            division=None if stored.division == NONE else stored.division,
        )


def precision(feature: str) -> PlacePrecision:
    """How fine a GeoNames feature code is: a water or a region is an area, a base or a
    crossing a site."""
    return _PRECISION.get(feature[:3]) or ("area" if feature in _AREAS else "site")


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The gazetteer that the package ships, opened once."""
    with as_file(files("sayso.knowledge") / "data" / "gazetteer.bin") as path:
        return Gazetteer(path)
