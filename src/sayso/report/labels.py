"""Names on a map, placed so that they stand clear of each other."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from rich.cells import cell_len

from sayso.report.outlines import Point
from sayso.report.view import HEIGHT, WIDTH, inside
from sayso.report.words import shorten

_LONGEST = 26
"""Characters of a name; the list beside the map has the rest."""

_LETTER = 7.0
"""Units of the drawing that a letter is wide at the most, in the page's sans at 13.5 units."""

_LINE = 14.5
_CLEAR = 2.0
_EDGE = 3.0
_GRID = 15


class Label(Struct, frozen=True, kw_only=True):
    """A name centred on `x`, its baseline at `y`. `leader` is where a line to its place ends,
    None where it stands beside it."""

    text: str
    x: float
    y: float
    leader: Point | None = None


_Box = tuple[float, float, float, float]


class Labels:
    """Invariant: no two boxes in `_taken` that hold names overlap."""

    def __init__(self) -> None:
        self._taken: list[_Box] = []

    def keep_clear(self, at: Point, radius: float) -> None:
        """Let no name stand on a mark."""
        (x, y), off = at, radius + _CLEAR
        self._taken.append((x - off, y - off, x + off, y + off))

    def beside(self, name: str, at: Point, radius: float) -> Label | None:
        """Name a mark, close to it or on a short line; None where there is no room."""
        text = shorten(name, _LONGEST)
        for x, y, leader in _beside(at, radius, _wide(text)):
            if self._take(text, x, y):
                return Label(text=text, x=x, y=y, leader=at if leader else None)
        return None

    def within(self, name: str, at: Point, rings: Sequence[Sequence[Point]]) -> Label | None:
        """Name a country inside its part of the map, as near to `at` as there is room."""
        text = shorten(name, _LONGEST)
        grid = [
            (x + 0.5, y + 0.5)
            for x in range(_GRID, WIDTH, _GRID)
            for y in range(_GRID, HEIGHT, _GRID)
            if inside((x + 0.5, y + 0.5), rings)
        ]
        on_map = 0 <= at[0] <= WIDTH and 0 <= at[1] <= HEIGHT
        middle = at if on_map or not grid else _mean(grid)
        near = sorted(grid, key=lambda p: (p[0] - middle[0]) ** 2 + (p[1] - middle[1]) ** 2)
        for x, y in [middle, *near]:
            if self._take(text, x, y + 4):
                return Label(text=text, x=x, y=y + 4)
        return None

    def _take(self, text: str, x: float, y: float) -> bool:
        half = _wide(text) / 2
        box = (x - half, y - _LINE + 3, x + half, y + 3)
        if box[0] < _EDGE or box[1] < _EDGE or box[2] > WIDTH - _EDGE or box[3] > HEIGHT - _EDGE:
            return False
        if any(_overlap(box, other) for other in self._taken):
            return False
        self._taken.append(box)
        return True


def _wide(text: str) -> float:
    return cell_len(text) * _LETTER + 2


def _mean(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _overlap(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _beside(at: Point, radius: float, wide: float) -> Iterator[tuple[float, float, bool]]:
    """Middles of a name's baseline, the best first: right, left, above, below, then further
    off, where a line has to lead to the mark."""
    x, y = at
    off = radius + _CLEAR + 1
    for leader, gap in ((False, off), (True, off + 16), (True, off + 32)):
        side = gap + wide / 2
        high = gap if not leader else gap - 4
        yield x + side, y + 4, leader
        yield x - side, y + 4, leader
        yield x, y - high - 1, leader
        yield x, y + high + 10, leader
        yield x + side - 4, y - high + 4, leader
        yield x + side - 4, y + high + 4, leader
        yield x - side + 4, y - high + 4, leader
        yield x - side + 4, y + high + 4, leader
