"""The ties of an article as a drawing: boxes for sides, lines for what is said of them.

The same ties always give the same drawing: boxes begin on a spiral in the order of their ties,
push each other off and are pulled together by their lines, and are then moved clear of each other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from msgspec import Struct
from rich.cells import cell_len

from sayso.report.outlines import Point
from sayso.report.ties import Tie
from sayso.report.words import shorten

WIDTH = 560
"""Units of the drawing, which has one for a pixel where there is room."""

_BOXES = 22
_LINES = 44
"""What one drawing holds and can still be read; the list beside it has the rest."""

_NAME = 40
_ROW = 20
"""Characters of a name, and from how many on it stands in two rows."""

_LABEL = 28
_ROWS = 4
_LETTER = 7.2
_SMALL_LETTER = 6.2
"""Units that a letter is wide at the most, in the page's sans at 13 and at 11.5 units."""

_PADDING, _ROW_HEIGHT = 10.0, 16.0
_LABEL_HEIGHT = 14.0
_CLEAR = 26 + 32j
"""Units that boxes stay apart, to the side and up and down: room for the words of a line."""
_EDGE = 6.0
_LOWEST, _HIGHEST, _EACH = 150.0, 640.0, 34.0
"""The drawing's height, and what each box adds to it."""

_ROUNDS = 120
_STRETCH = 1.9
"""How much farther apart boxes are pushed to the sides than up and down: names lie flat."""

_BEND = 34.0
_AROUND = (0.0, 30.0, -30.0, 60.0, -60.0, 95.0, -95.0)
"""Units by which a line is bent so as to pass no box, the best first."""

_STEPS = 16
_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
_BESIDE = (0.0, 13.0, -13.0, 20.0, -20.0)
"""Where along a line and how far off its words may stand, the best first."""

_GAP = 5.0

DRAWN = 0.5
"""Confidence from which a tie is drawn: a line is read as a fact, whatever is written beside it."""


class Box(Struct, frozen=True, kw_only=True):
    """A side, its name in one or two rows, centred on a point."""

    rows: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


class Line(Struct, frozen=True, kw_only=True):
    """A tie as an SVG path, with its words in one row or more, and where their middle is, None
    where there is no room."""

    tie: Tie
    path: str
    label: tuple[str, ...]
    at: Point | None


class Network(Struct, frozen=True, kw_only=True):
    """A drawing of `WIDTH` by `height` units. `more` ties are not in it."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    height: float
    more: int


def draw(ties: Sequence[Tie]) -> Network | None:
    """Draw the ties that are likelier right than wrong, those of the most tied sides where there
    are too many; None without any."""
    apart = [tie for tie in ties if tie.confidence >= DRAWN]
    degree = Counter(key for tie in apart for key in (tie.source.key, tie.target.key))
    kept = {key for key, _ in degree.most_common(_BOXES)}
    drawn = [tie for tie in apart if {tie.source.key, tie.target.key} <= kept][:_LINES]
    if not drawn:
        return None
    names = {side.key: side.name for tie in drawn for side in (tie.source, tie.target)}
    order = sorted(names, key=lambda key: -degree[key])
    number = {key: index for index, key in enumerate(order)}
    pairs = [(number[tie.source.key], number[tie.target.key]) for tie in drawn]
    height = min(_HIGHEST, _LOWEST + _EACH * len(order))
    boxes = _boxes([_rows(shorten(names[key], _NAME)) for key in order], pairs, height)
    return Network(
        boxes=tuple(boxes),
        lines=tuple(_lines(drawn, pairs, boxes)),
        height=height,
        more=len(ties) - len(drawn),
    )


def _rows(name: str) -> tuple[str, ...]:
    """Break a long name where its rows come out most alike."""
    words = name.split()
    if len(name) <= _ROW or len(words) == 1:
        return (name,)
    breaks = ((" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words)))
    return min(breaks, key=lambda rows: max(map(cell_len, rows)))


def _boxes(names: list[tuple[str, ...]], pairs: list[tuple[int, int]], height: float) -> list[Box]:
    sizes = [
        complex(max(map(cell_len, rows)) * _LETTER + 18, len(rows) * _ROW_HEIGHT + _PADDING)
        for rows in names
    ]
    points = _fitted(_settled(len(names), _joined(len(names), pairs)), sizes, height)
    _part(points, sizes, height)
    return [
        Box(rows=rows, x=at.real, y=at.imag, width=size.real, height=size.imag)
        for rows, at, size in zip(names, points, sizes, strict=True)
    ]


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


def _settled(count: int, pairs: list[tuple[int, int]]) -> list[complex]:
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


def _lines(drawn: list[Tie], pairs: list[tuple[int, int]], boxes: list[Box]) -> Iterator[Line]:
    """Draw the lines, those between the same two boxes bent apart, and all of them around what
    boxes they can."""
    beside = Counter(frozenset(pair) for pair in pairs)
    seen: Counter[frozenset[int]] = Counter()
    taken = [(box.x, box.y, box.width, box.height) for box in boxes]
    for tie, (a, b) in zip(drawn, pairs, strict=True):
        both = frozenset((a, b))
        bend = _BEND * (seen[both] - (beside[both] - 1) / 2)
        seen[both] += 1
        others = [box for number, box in enumerate(boxes) if number not in both]
        sign = 1 if a < b else -1
        curves = [_Curve(boxes[a], boxes[b], sign * (bend + more)) for more in _AROUND]
        curve = next((one for one in curves if not one.passes(others)), curves[0])
        labels = _labels(tie)
        places = ((label, at) for label in labels if (at := _free(label, curve, taken)))
        label, at = next(places, (labels[0], None))
        yield Line(tie=tie, path=curve.path(), label=label, at=at)


def _labels(tie: Tie) -> list[tuple[str, ...]]:
    """Give the words of a line in one row and, where there are several, one below the other."""
    first = "not " if tie.certainty == "denied" else ""
    one = shorten(tie.verb, _LABEL)
    rows = tuple(shorten(first + each, _LABEL) for each in tie.types[:_ROWS])
    return [(one,), rows] if 1 < len(tie.types) <= _ROWS else [(one,)]


class _Curve:
    """A line from the edge of one box to that of another, bent to its left by some units."""

    def __init__(self, a: Box, b: Box, bend: float) -> None:
        begin, end = complex(a.x, a.y), complex(b.x, b.y)
        along = end - begin
        self.left = along / abs(along) * -1j if along else 0j
        self._middle = (begin + end) / 2 + 2 * bend * self.left
        self._begin = _at_edge(a, self._middle)
        self._end = _at_edge(b, self._middle)

    def at(self, part: float) -> complex:
        """Where the line is after a part of its way."""
        rest = 1 - part
        return rest * rest * self._begin + 2 * rest * part * self._middle + part * part * self._end

    def passes(self, boxes: list[Box]) -> bool:
        """Whether it runs through one of some boxes."""
        points = [self.at(step / _STEPS) for step in range(1, _STEPS)]
        return any(_within(box, point) for box in boxes for point in points)

    def path(self) -> str:
        """Give the line as an SVG path."""
        (a, b), (c, d), (e, f) = ((p.real, p.imag) for p in (self._begin, self._middle, self._end))
        return f"M{a:.1f} {b:.1f}Q{c:.1f} {d:.1f} {e:.1f} {f:.1f}"


def _within(box: Box, point: complex) -> bool:
    x, y = abs(point.real - box.x), abs(point.imag - box.y)
    return x < box.width / 2 + _GAP and y < box.height / 2 + _GAP


def _at_edge(box: Box, toward: complex) -> complex:
    """Where a line from the middle of a box toward a point leaves it, and a little beyond."""
    middle = complex(box.x, box.y)
    off = toward - middle
    if not off:
        return middle
    half = (box.width / 2 + _GAP, box.height / 2 + _GAP)
    shares = [h / abs(o) for h, o in zip(half, (off.real, off.imag), strict=True) if o]
    return middle + off * min(*shares, 1.0)


def _free(
    label: tuple[str, ...], curve: _Curve, taken: list[tuple[float, float, float, float]]
) -> Point | None:
    """Find where the words of a line stand clear of boxes and other words, and take it."""
    width = max(map(cell_len, label)) * _SMALL_LETTER + 4
    height = len(label) * _LABEL_HEIGHT
    for off, part in product(_BESIDE, _PLACES):
        at = curve.at(part) + off * curve.left
        x, y = at.real, at.imag
        inside = width / 2 <= x <= WIDTH - width / 2 and y > height / 2
        if inside and not any(
            abs(x - tx) < (width + tw) / 2 and abs(y - ty) < (height + th) / 2
            for tx, ty, tw, th in taken
        ):
            taken.append((x, y, width, height))
            return x, y
    return None
