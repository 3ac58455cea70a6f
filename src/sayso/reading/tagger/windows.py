"""A text cut into windows that the encoder can hold, each with some of what stands around it."""

from typing import NamedTuple

import numpy as np

from sayso.reading.tagger.pieces import Ints

SIZE = 254
"""Pieces a window holds at most; two more are the encoder's own marks."""

CORE, BEFORE, AFTER = 196, 42, 16
"""When reading: what a window answers for, and what it sees before and after it (sum: SIZE)."""


class Window(NamedTuple):
    """Piece indices: the window sees [start, end) and answers for [core_start, core_end)."""

    start: int
    end: int
    core_start: int
    core_end: int


def cut(first: Ints, total: int, *, size: int, opening: int | None = None) -> list[tuple[int, int]]:
    """Cover [0, total) with runs of whole paragraphs of at most `size` pieces.

    A longer paragraph is cut where it must be. `opening` bounds the first run, which moves
    all later ones: training sees each text cut another way in every epoch.
    """
    runs, start, limit = [], 0, opening or size
    while start < total:
        end = min(start + limit, total)
        if end < total:
            last = int(np.searchsorted(first, end, side="right")) - 1
            if last >= 0 and first[last] > start:
                end = int(first[last])
        runs.append((start, end))
        start, limit = end, size
    return runs


def windows(first: Ints, total: int) -> list[Window]:
    """The windows in which a text is read. Each piece is in the core of exactly one."""
    return [
        Window(max(0, a - BEFORE), min(total, b + AFTER), a, b)
        for a, b in cut(first, total, size=CORE)
    ]
