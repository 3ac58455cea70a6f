"""The map of an article: which borders, marks and names stand where on the drawing."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sayso.report.countries import country_name
from sayso.report.labels import Label, Labels
from sayso.report.outlines import Outline, Point, outlines
from sayso.report.view import WIDTH, Box, View, around, drawn, focus, view_of
from sayso.report.where import Spot

_HALF_THE_GLOBE = frozenset(["CONT", "OCN"])
"""Features too large to be a mark on any map of a scene."""

_RADII = {"settlement": 3.4, "site": 3.4}
_SOFT = {"division": (0.5, 13.0, 40.0), "area": (1.2, 18.0, 54.0)}
"""Degrees that a soft mark reaches from its middle, and the least and most of it as drawn: wide
enough that nobody takes it for a spot, and no claim to where its borders are."""

_LARGEST = 22.0
"""Degrees of a country that a map shows whole where the text is no finer than that country."""

_MOST_LABELS = 30
_KILOMETRES = 111.2
"""A degree of latitude."""

_BAR = 90.0


class Land(Struct, frozen=True, kw_only=True):
    """Outlines as one SVG path. `number` is the spot's whose country it is; 0 for all land that
    no spot names."""

    number: int
    path: str


class Mark(Struct, frozen=True, kw_only=True):
    """A spot on the drawing: a dot for a town, a square for a site, a soft circle for what has
    no one point; `radius` in units of the drawing. A country has a name alone."""

    number: int
    shape: Literal["country", "soft", "dot", "square"]
    x: float
    y: float
    radius: float
    label: Label | None


class Bar(Struct, frozen=True, kw_only=True):
    """The map's scale: how long a distance is as drawn."""

    kilometres: int
    length: float


class Map(Struct, frozen=True, kw_only=True):
    """A drawing of `view.WIDTH` by `view.HEIGHT`. `context` are names of countries that places
    lie in and that the text does not name; `beyond` are the
    numbers of the spots that do not fit on it."""

    land: tuple[Land, ...]
    marks: tuple[Mark, ...]
    context: tuple[Label, ...]
    beyond: frozenset[int]
    bar: Bar | None


def draw(spots: Sequence[Spot]) -> Map | None:
    """Draw the spots that have a point; None where there is none that a map can show."""
    placed = [(spot, _lon_lat(spot)) for spot in spots]
    seen = [(s, at) for s, at in placed if at and s.feature not in _HALF_THE_GLOBE]
    if not seen:
        return None
    view = view_of(_extent(seen))
    on_map = [(spot, at) for spot, at in seen if view.holds(at)]
    shown = {spot.number for spot, _ in on_map}
    visible = [each for each in outlines() if view.shows(each.box)]
    rings = _rings(visible, view)
    named = {s.code: s.number for s, _ in on_map if s.precision == "country" and s.code in rings}
    labels = Labels()
    marks = _marks(on_map, view, rings, labels)
    return Map(
        land=tuple(_land(rings, named)),
        marks=marks,
        context=tuple(_context(on_map, named, rings, labels)),
        beyond=frozenset(spot.number for spot in spots) - shown,
        bar=_bar(view),
    )


def _lon_lat(spot: Spot) -> Point | None:
    return (spot.point[1], spot.point[0]) if spot.point else None


def _extent(seen: Sequence[tuple[Spot, Point]]) -> Box:
    """The box to show: of the points, and where all of them are countries, of these whole."""
    box = focus([(at, len(spot.trail)) for spot, at in seen])
    if any(spot.precision != "country" for spot, _ in seen):
        return box
    inside = {s.code: at for s, at in seen if _holds(box, at)}
    wholes = [each.box for each in outlines() if _is_home(each, inside)]
    corners = [corner for whole in wholes for corner in (whole[:2], whole[2:])]
    return around([*corners, box[:2], box[2:]])


def _holds(box: Box, at: Point) -> bool:
    return box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]


def _is_home(each: Outline, inside: dict[str | None, Point]) -> bool:
    """Whether an outline is the main land of a country, and small enough to show whole."""
    west, south, east, north = each.box
    at = inside.get(each.code) if each.code else None
    return (
        bool(at) and _holds(each.box, at or (0, 0)) and max(east - west, north - south) < _LARGEST
    )


def _rings(visible: Sequence[Outline], view: View) -> dict[str | None, list[list[Point]]]:
    rings: dict[str | None, list[list[Point]]] = {}
    for each in visible:
        if line := drawn(each.points, view):
            rings.setdefault(each.code, []).append(line)
    return rings


def _land(rings: dict[str | None, list[list[Point]]], named: dict[str | None, int]) -> list[Land]:
    rest = [ring for code, each in rings.items() if code not in named for ring in each]
    found = [Land(number=0, path=_path(rest))] if rest else []
    return found + [Land(number=n, path=_path(rings[code])) for code, n in named.items()]


def _path(rings: Sequence[Sequence[Point]]) -> str:
    """Write closed lines in tenths, every point as its way from the one before: half the size."""
    parts = []
    for ring in rings:
        tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths)]
        start, *way = (f"{x / 10:g} {y / 10:g}" for x, y in [tenths[0], *steps])
        parts.append(f"M{start}l{' '.join(way)}Z")
    return "".join(parts)


def _marks(
    on_map: Sequence[tuple[Spot, Point]],
    view: View,
    rings: dict[str | None, list[list[Point]]],
    labels: Labels,
) -> tuple[Mark, ...]:
    """The finest marks come last, on top; they get their names first."""
    found: list[Mark] = []
    bare = [_mark(spot, view.at(at), view) for spot, at in on_map]
    for mark in bare:
        if mark.shape in ("dot", "square"):
            labels.keep_clear((mark.x, mark.y), mark.radius)
    order = {"dot": 0, "square": 0, "soft": 1, "country": 2}
    pairs = sorted(zip(on_map, bare, strict=True), key=lambda pair: order[pair[1].shape])
    for (spot, _), mark in pairs[:_MOST_LABELS]:
        at = (mark.x, mark.y)
        if mark.shape == "country":
            label = labels.within(spot.name, at, rings.get(spot.code, []))
        elif mark.shape == "soft":
            label = labels.within(spot.name, at, []) or labels.beside(spot.name, at, 0)
        else:
            label = labels.beside(spot.name, at, mark.radius)
        found.append(replace(mark, label=label))
    found += [mark for _, mark in pairs[_MOST_LABELS:]]
    return tuple(reversed(found))


def _mark(spot: Spot, at: Point, view: View) -> Mark:
    shape: Literal["country", "soft", "dot", "square"] = "dot"
    radius = _RADII.get(spot.precision or "", 0.0)
    if spot.precision in _SOFT:
        degrees, least, most = _SOFT[spot.precision]
        shape, radius = "soft", min(most, max(least, degrees * view.scale))
    elif spot.precision == "country":
        shape = "country"
    elif spot.precision is None:
        shape, radius = "soft", _SOFT["area"][1]
    elif spot.precision == "site":
        shape = "square"
    return Mark(number=spot.number, shape=shape, x=at[0], y=at[1], radius=radius, label=None)


def _context(
    on_map: Sequence[tuple[Spot, Point]],
    named: dict[str | None, int],
    rings: dict[str | None, list[list[Point]]],
    labels: Labels,
) -> list[Label]:
    codes = dict.fromkeys(s.code for s, _ in on_map if s.code in rings and s.code not in named)
    found = []
    for code in codes:
        biggest = max(rings[code], key=len)
        middle = (
            sum(x for x, _ in biggest) / len(biggest),
            sum(y for _, y in biggest) / len(biggest),
        )
        if label := labels.within(country_name(code) or "", middle, rings[code]):
            found.append(label)
    return found


def _bar(view: View) -> Bar | None:
    """The longest round distance that is short enough; none for a map of half the world, whose
    scale differs from place to place."""
    kilometre = view.scale / _KILOMETRES
    fitting = [n for n in (10, 20, 50, 100, 200, 500) if n * kilometre <= _BAR]
    too_wide = WIDTH / kilometre > 6_000  # noqa: PLR2004
    return (
        None
        if too_wide or not fitting
        else Bar(kilometres=fitting[-1], length=fitting[-1] * kilometre)
    )
