"""Where the boxes of a drawing come to stand: points that push and pull each other until they rest.

The same boxes and lines always come to stand alike. Points are complex numbers, in units of the
drawing, `sizes` a box's width and height in one number, `pairs` the boxes that a line joins.
"""

from itertools import combinations
from typing import Final

WIDTH: Final = 560
"""Units of the drawing, which has one for a pixel where there is room."""

_CLEAR = 26 + 32j
"""Units that boxes stay apart, to the side and up and down: room for the words of a line."""
_EDGE = 6.0

_ROUNDS = 120
_STRETCH = 1.9
"""How much farther apart boxes are pushed to the sides than up and down: names lie flat."""


def settled(sizes: list[complex], pairs: list[tuple[int, int]], height: float) -> list[complex]:
    """Give the middle of each box, clear of the others."""
    count = len(sizes)
    points = _fitted(_rested(count, _joined(count, pairs)), sizes, height)
    _part(points, sizes, height)
    return points


def _joined(count: int, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the lines, and one from the first box to the first of every part that no line leads
    to, so that parts stay beside each other."""
    joined, reached = list(dict.fromkeys(pairs)), {0}
    for box in range(count):
        if box not in reached:
            joined.append((0, box))
        reached |= _reach(box, pairs)
    return joined


def _reach(box: int, pairs: list[tuple[int, int]]) -> set[int]:
    reached, new = set(), {box}
    while new:
        reached |= new
        new = {other for a, b in pairs for other in (a, b) if {a, b} & new} - reached
    return reached


def _rested(count: int, pairs: list[tuple[int, int]]) -> list[complex]:
    """Give points that are pushed apart and pulled along their lines until they rest, after
    Fruchterman and Reingold (1991), lines one unit long."""
    golden = complex(-0.7373688780783197, 0.6754902942615238)
    points = [(0.4 + index) ** 0.5 * golden**index for index in range(count)]
    for turn in range(_ROUNDS):
        moves = [-0.06 * point for point in points]
        for a, b in combinations(range(count), 2):
            off = points[a] - points[b] or 0.01 + 0.01j
            push = off / max(abs(off) ** 2, 0.01)
            moves[a] += push
            moves[b] -= push
        for a, b in pairs:
            pull = (points[b] - points[a]) * abs(points[b] - points[a])
            moves[a] += pull
            moves[b] -= pull
        reach = 0.5 * (1 - turn / _ROUNDS) + 0.01
        points = [p + m / max(1.0, abs(m) / reach) for p, m in zip(points, moves, strict=True)]
    return points


def _fitted(points: list[complex], sizes: list[complex], height: float) -> list[complex]:
    """Spread points over the drawing, each as far from its edges as its box needs."""
    xs, ys = _even([p.real for p in points]), _even([p.imag for p in points])
    room = complex(WIDTH - 2 * _EDGE, height - 2 * _EDGE)
    return [
        complex(
            _EDGE + size.real / 2 + x * (room.real - size.real),
            _EDGE + size.imag / 2 + y * (room.imag - size.imag),
        )
        for x, y, size in zip(xs, ys, sizes, strict=True)
    ]


def _even(values: list[float]) -> list[float]:
    """Bring values between 0 and 1, halfway to where their ranks would have them, so that a
    crowd opens up."""
    least, most = min(values), max(values)
    ranks = {
        index: rank for rank, index in enumerate(sorted(range(len(values)), key=values.__getitem__))
    }
    last = max(1, len(values) - 1)
    return [
        (value - least) / (most - least or 1.0) / 2 + ranks[index] / last / 2
        for index, value in enumerate(values)
    ]


def _part(points: list[complex], sizes: list[complex], height: float) -> None:
    """Move boxes clear of each other, to the side or up and down, whichever is shorter."""
    for _ in range(_ROUNDS):
        moved = False
        for a, b in combinations(range(len(points)), 2):
            off, both = points[b] - points[a], (sizes[a] + sizes[b]) / 2 + _CLEAR
            x, y = both.real - abs(off.real), both.imag - abs(off.imag)
            if x <= 0 or y <= 0:
                continue
            moved = True
            if x < y * _STRETCH:
                move = complex(x / 2 if off.real >= 0 else -x / 2, 0)
            else:
                move = complex(0, y / 2 if off.imag >= 0 else -y / 2)
            points[a] = _inside(points[a] - move, sizes[a], height)
            points[b] = _inside(points[b] + move, sizes[b], height)
        if not moved:
            return


def _inside(point: complex, size: complex, height: float) -> complex:
    side, top = size.real / 2 + _EDGE, size.imag / 2 + _EDGE
    return complex(
        min(max(point.real, side), WIDTH - side), min(max(point.imag, top), height - top)
    )
