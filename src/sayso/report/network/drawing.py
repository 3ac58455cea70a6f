"""The ties of an article as a drawing: boxes for sides, lines for what is said of them.

The same ties always give the same drawing: boxes begin on a spiral in the order of their ties,
push each other off and are pulled together by their lines, and are then moved clear of each other.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from sayso.report.network.boxes import Box, boxes
from sayso.report.network.lines import Line, lines
from sayso.report.ties import Tie

_BOXES = 22
_LINES = 44
"""What one drawing holds and can still be read; the list beside it has the rest."""

_LOWEST, _HIGHEST, _EACH = 150.0, 640.0, 34.0
"""The drawing's height, and what each box adds to it."""

DRAWN = 0.5
"""Confidence from which a tie is drawn: a line is read as a fact, whatever is written beside it."""


class Network(Struct, frozen=True, kw_only=True):
    """A drawing of settling.WIDTH by `height` units. `more` ties are not in it."""

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
    made = boxes([names[key] for key in order], pairs, height)
    return Network(
        boxes=tuple(made),
        lines=tuple(lines(drawn, pairs, made)),
        height=height,
        more=len(ties) - len(drawn),
    )
