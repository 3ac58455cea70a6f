"""How factual the predicates of a stretch are, on FactBank's scale."""

from typing import Final

import numpy as np

from sayso.reading.tagger.marks import Marks
from sayso.records.text import Span
from sayso.records.vocabulary import Factuality

SURELY: Final = 0.0
"""Log odds from which a piece is taken for a predicate."""

BOUNDS: Final[tuple[tuple[float, Factuality], ...]] = (
    (2.5, "CT+"),
    (1.5, "PR+"),
    (0.5, "PS+"),
    (-0.5, "Uu"),
    (-1.2, "PS-"),
    (-1.8, "PR-"),
)
"""From which degree on a label holds; CT- below. Half way between two, but nearer to nothing where
something is denied, of which the network has seen little and is never sure."""


def degree(marks: Marks, stretch: Span) -> float | None:
    """How factual the surest predicate of a stretch is, from -3 to 3; None where it has none."""
    first = int(np.searchsorted(marks.pieces.ends, stretch[0], side="right"))
    end = int(np.searchsorted(marks.pieces.starts, stretch[1], side="left"))
    odds = marks.predicates[first:end, 0]
    if not len(odds) or odds.max() < SURELY:
        return None
    return float(marks.predicates[first + int(odds.argmax()), 1])


def label(value: float) -> Factuality:
    """The label for a degree."""
    return next((name for least, name in BOUNDS if value >= least), "CT-")
