"""The way of a line from one box to another, bent so as to pass others by."""

from sayso.report.network.boxes import Box

_STEPS = 16
"""Steps in which a line is followed to see what it runs through."""

_GAP = 5.0
"""Units between a box and its lines."""


class Curve:
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
