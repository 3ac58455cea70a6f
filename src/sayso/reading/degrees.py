"""How factual the predicates of a stretch are, on FactBank's scale."""

from typing import Final

from sayso.reading.tagger.marks import Marks
from sayso.records.text import Span
from sayso.records.vocabulary import Factuality

SURELY: Final = 0.0
"""Log odds from which a piece is taken for a predicate."""

BOUNDS: Final[tuple[tuple[float, Factuality], ...]] = (
    (2.3, "CT+"),
    (1.8, "PR+"),
    (1.3, "PS+"),
    (0.7, "Uu"),
    (0.4, "PS-"),
    (-0.3, "PR-"),
)
"""From which degree on a label holds; CT- below. The network's degrees lean towards what is usual,
that things happened: of what readers took for denied, half lies above 0. Set on UW's dev
sentences."""


def degree(marks: Marks, stretch: Span) -> float | None:
    """How factual the surest predicate of a stretch is, from -3 to 3; None where it has none."""
    predicates = marks.predicates[marks.pieces.touched(stretch)]
    if not len(predicates) or predicates[:, 0].max() < SURELY:
        return None
    return float(predicates[predicates[:, 0].argmax(), 1])


def label(value: float) -> Factuality:
    """The label for a degree."""
    return next((name for least, name in BOUNDS if value >= least), "CT-")
