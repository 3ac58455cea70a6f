"""The borders of countries, from the file that the package ships; `data/CARD.md` says whose."""

from functools import cache
from importlib.resources import files
from itertools import accumulate

import msgspec
from msgspec import Struct

Point = tuple[float, float]


class Outline(Struct, frozen=True, kw_only=True):
    """A closed line in WGS 84 degrees, longitude first; `code` is its country's ISO 3166-1
    alpha-3, None for what has none. `box` is its west, south, east and north."""

    code: str | None
    points: tuple[Point, ...]
    box: tuple[float, float, float, float]


class _Country(Struct, frozen=True):
    code: str | None
    rings: list[list[int]]


class _File(Struct, frozen=True):
    degree: int
    arcs: list[list[int]]
    countries: list[_Country]


@cache
def outlines() -> tuple[Outline, ...]:
    """Every outline, read once. A hole is an outline inside another one of its country."""
    data = files("sayso.report").joinpath("data", "outlines.json").read_bytes()
    stored = msgspec.json.decode(data, type=_File)
    arcs = [_arc(arc, stored.degree) for arc in stored.arcs]
    return tuple(
        _outline(country.code, ring, arcs) for country in stored.countries for ring in country.rings
    )


def _arc(deltas: list[int], degree: int) -> list[Point]:
    lons, lats = (accumulate(deltas[first::2]) for first in (0, 1))
    return [(lon / degree, lat / degree) for lon, lat in zip(lons, lats, strict=True)]


def _outline(code: str | None, ring: list[int], arcs: list[list[Point]]) -> Outline:
    # Each arc begins where the one before ended; ~n is arc n walked backwards.
    points = tuple(point for n in ring for point in (arcs[n] if n >= 0 else arcs[~n][::-1])[:-1])
    lons, lats = zip(*points, strict=True)
    return Outline(code=code, points=points, box=(min(lons), min(lats), max(lons), max(lats)))
