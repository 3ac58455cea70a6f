"""Makes `src/sayso/report/data/outlines.json` from Natural Earth, as world-atlas packs it.

    pip install pycountry
    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m training.outlines.build package/countries-50m.json

The 1:50m borders, not the 1:110m ones: a map of one valley is as close as this gets, and there
Lebanon of the small scale is a triangle. They stay a topology: an arc that two countries share is
kept once and thinned once, so that no gap opens between them.
"""

import json
import sys
from itertools import accumulate, pairwise
from math import hypot
from pathlib import Path
from typing import Any

import pycountry

from sayso.report.view import cut

OUTLINES = Path(__file__).parents[2] / "src/sayso/report/data/outlines.json"

TOLERANCE = 0.02
"""Degrees, about two kilometres, that a thinned line may miss the first one by: half a pixel of a
map that shows a country the size of Iraq."""

DEGREE = 100
"""Units of the file in a degree: one is about a kilometre."""

HALF_WAY, WHOLE_WAY = 180, 360
"""Degrees of longitude."""

SMALLEST = 0.03
"""Degrees across: a ring below that is an islet that no map here shows."""

# Natural Earth gives these no code of ISO 3166-1. XKX is what the gazetteer calls Kosovo; the
# others are drawn, and belong to nobody's label.
_UNCODED = {"Kosovo": "XKX"}

Point = tuple[float, float]


def main() -> None:
    """Write the file, and say how large it is."""
    atlas = json.loads(Path(sys.argv[1]).read_bytes())
    arcs = [_thinned(arc) for arc in _decoded(atlas)]
    countries = [
        (_code(each), rings)
        for each in atlas["objects"]["countries"]["geometries"]
        if (rings := [part for ring in _rings(each) for part in _parted(ring, arcs)])
    ]
    used = sorted({_plain(arc) for _, rings in countries for ring in rings for arc in ring})
    number = {old: new for new, old in enumerate(used)}
    number |= {~old: ~new for old, new in number.items()}
    outlines = {
        "degree": DEGREE,
        "arcs": [_deltas(arcs[arc]) for arc in used],
        "countries": [
            {"code": code, "rings": [[number[arc] for arc in ring] for ring in rings]}
            for code, rings in countries
        ],
    }
    OUTLINES.parent.mkdir(exist_ok=True)
    OUTLINES.write_text(json.dumps(outlines, separators=(",", ":")) + "\n", encoding="utf-8")
    points = sum(len(arcs[arc]) for arc in used)
    print(
        f"{OUTLINES.name}: {len(countries)} outlines, {points} points, {OUTLINES.stat().st_size} B"
    )


def _decoded(atlas: dict[str, Any]) -> list[list[Point]]:
    """TopoJSON's arcs in degrees: whole numbers, each added to the one before."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    return [
        [
            (x * sx + tx, y * sy + ty)
            for x, y in zip(*(accumulate(part) for part in zip(*arc, strict=True)), strict=True)
        ]
        for arc in atlas["arcs"]
    ]


def _thinned(line: list[Point]) -> list[Point]:
    """Leave out points that lie on the line between those that stay (Douglas and Peucker)."""
    keep = {0, len(line) - 1}
    if line[0] == line[-1]:  # A ring by itself is cut in two, or it would shrink to a point.
        keep.add(max(range(len(line)), key=lambda i: hypot(*_apart(line[0], line[i]))))
    open_ = list(zip(sorted(keep), sorted(keep)[1:], strict=False))
    while open_:
        first, last = open_.pop()
        inner = range(first + 1, last)
        far = max(inner, key=lambda i: _off(line[i], line[first], line[last]), default=first)
        if far != first and _off(line[far], line[first], line[last]) > TOLERANCE:
            keep.add(far)
            open_ += [(first, far), (far, last)]
    return [line[i] for i in sorted(keep)]


def _apart(a: Point, b: Point) -> Point:
    return a[0] - b[0], a[1] - b[1]


def _off(point: Point, a: Point, b: Point) -> float:
    """How far a point is from the stretch between two others."""
    (dx, dy), (px, py) = _apart(b, a), _apart(point, a)
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return hypot(px - along * dx, py - along * dy)


def _rings(geometry: dict[str, Any]) -> list[list[int]]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def _parted(ring: list[int], arcs: list[list[Point]]) -> list[list[int]]:
    """Cut a ring where it crosses the 180th meridian, which the source draws as a globe does not
    need to: the parts become arcs of their own. Leave out a ring that is too small to see."""
    points = [p for n in ring for p in (arcs[n] if n >= 0 else arcs[~n][::-1])[:-1]]
    if not _is_seen(points):
        return []
    steps = [b[0] - a[0] for a, b in pairwise([*points, points[0]])]
    if all(abs(step) <= HALF_WAY for step in steps):
        return [ring]
    turns = [0, *accumulate(-round(step / WHOLE_WAY) for step in steps)]
    line = [(lon + turn * WHOLE_WAY, lat) for (lon, lat), turn in zip(points, turns, strict=False)]
    if turns[-1]:  # Around a pole: Antarctica.
        line += [(points[0][0] + turns[-1] * WHOLE_WAY, points[0][1])]
        line += [(line[-1][0], -90.0), (line[0][0], -90.0)]
    parts = []
    for way in (-WHOLE_WAY, 0, WHOLE_WAY):
        part: list[Point] = [(lon + way, lat) for lon, lat in line]
        part = cut(cut(part, 0, -HALF_WAY, 1), 0, HALF_WAY, -1)
        if _is_seen(part):
            arcs.append([*part, part[0]])
            parts.append([len(arcs) - 1])
    return parts


def _is_seen(points: list[Point]) -> bool:
    """Whether a ring encloses anything, and enough of it."""
    if len(set(points)) <= 2:  # noqa: PLR2004 (two points enclose nothing)
        return False
    return max(max(values) - min(values) for values in zip(*points, strict=True)) > SMALLEST


def _plain(arc: int) -> int:
    """The number of an arc that a ring may walk backwards, written ~number."""
    return max(arc, ~arc)


def _deltas(line: list[Point]) -> list[int]:
    """Longitude and latitude in turn, each as its difference to the point before."""
    units = [(round(x * DEGREE), round(y * DEGREE)) for x, y in line]
    before = [(0, 0), *units]
    return [n for a, b in zip(units, before, strict=False) for n in (a[0] - b[0], a[1] - b[1])]


def _code(geometry: dict[str, Any]) -> str | None:
    """ISO 3166-1 alpha-3; None for what has none."""
    country = pycountry.countries.get(numeric=geometry.get("id", ""))
    return country.alpha_3 if country else _UNCODED.get(geometry["properties"]["name"])


if __name__ == "__main__":
    main()
