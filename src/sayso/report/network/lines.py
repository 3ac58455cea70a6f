"""The lines of a drawing, with the words on them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct
from rich.cells import cell_len

from sayso.report.network.boxes import Box
from sayso.report.network.curves import Curve
from sayso.report.network.settling import WIDTH
from sayso.report.outlines import Point
from sayso.report.ties import Tie
from sayso.report.words import shorten

_LABEL = 28
_ROWS = 4
"""Characters of a row of a line's words, and how many rows there may be."""

_LETTER = 6.2
"""Units that a letter is wide at the most, in the page's sans at 11.5 units."""

_MARGIN = 4
_ROW_HEIGHT = 14.0

_BEND = 34.0
_AROUND = (0.0, 30.0, -30.0, 60.0, -60.0, 95.0, -95.0)
"""Units by which a line is bent so as to pass no box, the best first."""

_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)
_BESIDE = (0.0, 13.0, -13.0, 20.0, -20.0)
"""Where along a line and how far off its words may stand, the best first."""


class Line(Struct, frozen=True, kw_only=True):
    """A tie as an SVG path, with its words in one row or more, and where their middle is, None
    where there is no room."""

    tie: Tie
    path: str
    label: tuple[str, ...]
    at: Point | None


def lines(drawn: Sequence[Tie], pairs: list[tuple[int, int]], boxes: list[Box]) -> Iterator[Line]:
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
        curves = [Curve(boxes[a], boxes[b], sign * (bend + more)) for more in _AROUND]
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


def _free(
    label: tuple[str, ...], curve: Curve, taken: list[tuple[float, float, float, float]]
) -> Point | None:
    """Find where the words of a line stand clear of boxes and other words, and take it."""
    width = max(map(cell_len, label)) * _LETTER + _MARGIN
    height = len(label) * _ROW_HEIGHT
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
