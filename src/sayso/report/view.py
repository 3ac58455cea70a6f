"""The part of the world that a map shows, and where on the drawing its places lie."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians

from msgspec import Struct

from sayso.report.outlines import Point

Box = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""

WIDTH, HEIGHT = 480, 360
_WORLD: Box = (-180.0, -60.0, 180.0, 84.0)

_FOCUS = (50.0, 36.0)
"""Degrees east and north that one map spans. Farther apart, places are not on one scene."""

_CLOSEST = 2.5
"""Degrees north that a map shows at the least: closer, the shipped borders are too coarse."""

_PADDING = 0.16
_FINEST = 1.2
"""Units of the drawing that a line may leave out."""

_BEYOND = 6.0
"""Units past the edge where a line is cut, so that the cut is not seen."""


class View(Struct, frozen=True, kw_only=True):
    """An equirectangular map, true to scale in both directions at its middle latitude.
    `scale` is units of the drawing a degree of latitude, `narrow` a degree of longitude in
    degrees of latitude."""

    west: float
    north: float
    scale: float
    narrow: float

    def at(self, point: Point) -> Point:
        """Where longitude and latitude lie on the drawing, from its upper left corner."""
        lon, lat = point
        return (lon - self.west) * self.narrow * self.scale, (self.north - lat) * self.scale

    def holds(self, point: Point) -> bool:
        """Whether longitude and latitude are on the drawing."""
        x, y = self.at(point)
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT

    def shows(self, box: Box) -> bool:
        """Whether a box may be on the drawing in part."""
        left, bottom = self.at(box[:2])
        right, top = self.at(box[2:])
        return left < WIDTH and right > 0 and top < HEIGHT and bottom > 0


def view_of(box: Box) -> View:
    """Make the map that shows a box with some room around it."""
    west, south, east, north = box
    middle = (south + north) / 2
    narrow = max(0.2, cos(radians(middle)))
    tall = max((north - south) * (1 + 2 * _PADDING), _CLOSEST)
    wide = max((east - west) * narrow * (1 + 2 * _PADDING), _CLOSEST * WIDTH / HEIGHT)
    scale = max(min(WIDTH / wide, HEIGHT / tall), WIDTH / ((_WORLD[2] - _WORLD[0]) * narrow))
    return View(
        west=(west + east) / 2 - WIDTH / narrow / scale / 2,
        north=middle + HEIGHT / scale / 2,
        scale=scale,
        narrow=narrow,
    )


def around(points: Sequence[Point]) -> Box:
    """Give the smallest box that holds some points."""
    lons, lats = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def focus(points: Sequence[tuple[Point, int]]) -> Box:
    """Give the box of the scene: of the places around the one that is mentioned most, where
    half of all mentions are, and of all places where there is no such scene."""
    everything = around([point for point, _ in points])
    if _one_scene(everything):
        return everything
    seed = max(points, key=lambda each: each[1])[0]
    scene, weight = [seed], 0
    for point, times in sorted(points, key=lambda each: _distance(seed, each[0])):
        if _one_scene(around([*scene, point])):
            scene.append(point)
            weight += times
    return around(scene) if 2 * weight >= sum(times for _, times in points) else everything


def _distance(a: Point, b: Point) -> float:
    narrow = cos(radians((a[1] + b[1]) / 2))
    return ((a[0] - b[0]) * narrow) ** 2 + (a[1] - b[1]) ** 2


def _one_scene(box: Box) -> bool:
    west, south, east, north = box
    return east - west <= _FOCUS[0] and north - south <= _FOCUS[1]


def drawn(points: Sequence[Point], view: View) -> list[Point]:
    """Put a closed line on the drawing, cut at its edge and without what is too fine to see;
    [] where nothing is left."""
    line = [view.at(point) for point in points]
    for axis, edge, side in (
        (0, -_BEYOND, 1),
        (0, WIDTH + _BEYOND, -1),
        (1, -_BEYOND, 1),
        (1, HEIGHT + _BEYOND, -1),
    ):
        line = cut(line, axis, edge, side)
    kept: list[Point] = []
    for x, y in line:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _FINEST:
            kept.append((x, y))
    return kept if len(kept) > 2 else []  # noqa: PLR2004 (two points enclose nothing)


def cut(line: list[Point], axis: int, edge: float, side: int) -> list[Point]:
    """Keep what of a closed line lies on one side of an edge: `axis` 0 is x, and `side` 1 keeps
    what is more (Sutherland and Hodgman)."""
    if not line or all((point[axis] - edge) * side >= 0 for point in line):
        return line
    kept: list[Point] = []
    for a, b in pairwise([line[-1], *line]):
        from_a, from_b = (a[axis] - edge) * side, (b[axis] - edge) * side
        if (from_a < 0) != (from_b < 0):
            part = from_a / (from_a - from_b)
            kept.append((a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])))
        if from_b >= 0:
            kept.append(b)
    return kept


def inside(point: Point, rings: Sequence[Sequence[Point]]) -> bool:
    """Whether a point is within closed lines, holes left out."""
    x, y = point
    crossings = 0
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise([ring[-1], *ring]):
            crossings += (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay)
    return crossings % 2 == 1
