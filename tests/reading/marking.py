"""Marks written by hand: a text of which nothing is marked, and what a test changes of that."""

from typing import Any

import numpy as np

from sayso.reading.tagger.labels import TECHNIQUES
from sayso.reading.tagger.marks import Marks
from sayso.reading.tagger.pieces import pieces

SURE = 5.0


def blank(text: str, **changes: Any) -> Marks:  # noqa: ANN401
    """Give the marks of a text in which the network found nothing, but for `changes`."""
    coded = pieces(text)
    nothing = Marks(
        coded,
        tags=np.full((len(coded), 3, 3), -SURE, dtype=np.float32),
        cues=(),
        mentions=(),
        triggers=(),
        ties=(),
        predicates=np.full((len(coded), 2), -SURE, dtype=np.float32),
        framing=np.full((len(coded), len(TECHNIQUES)), -SURE, dtype=np.float16),
    )
    return nothing._replace(**changes)


def piece(text: str, word: str) -> int:
    """Give the first piece of a word's first place in a text."""
    return int(np.searchsorted(pieces(text).ends, text.index(word), side="right"))
