"""Which stretches of two texts are the same, wherever they stand."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sayso.desk.families.signature import SHINGLE, Signature, shingles

# A run goes on over a gap of ten words on either side (a replaced phrase, a scanned line) while
# both sides stay within four words of each other: synonyms, figures spelled out, one clause more.
# Swept with RUN and the thresholds of match.py on half of the open families, by event; from 6 to
# 14 and from 3 to 6 nothing changes. Run `python -m benchmarks.families` again after a change.
GAP = 10
SLIP = 4
RUN = 6


class Run(Struct, frozen=True, array_like=True):
    """A stretch that both texts carry, as places in the words of each (start, end)."""

    left: int
    left_end: int
    right: int
    right_end: int


class Aligned(Struct, frozen=True, eq=False):
    """A signature unpacked for comparing: its shingles in order and sorted, and their places."""

    signature: Signature
    shingles: NDArray[np.uint64]
    sorted: NDArray[np.uint64]
    places: NDArray[np.intp]


def unpack(signature: Signature) -> Aligned:
    """Make a signature ready for `runs`."""
    hashes = shingles(np.frombuffer(signature.words, "<u4"))
    order = np.argsort(hashes, kind="stable")
    return Aligned(signature, hashes, hashes[order], order)


def runs(left: Aligned, right: Aligned) -> tuple[Run, ...]:
    """The stretches of six words that count and more that both carry, in the right one's order.

    A run holds small changes. Paragraphs may stand in another order. Of a passage that the left
    text has twice only the first is seen.
    """
    if not len(left.sorted) or not len(right.shingles):
        return ()
    at = np.searchsorted(left.sorted, right.shingles)
    at[at == len(left.sorted)] = 0
    there = np.flatnonzero(left.sorted[at] == right.shingles)
    here = left.places[at[there]]
    sizes, firsts = _chains(here, there)
    if not len(sizes):
        return ()
    chained = np.repeat(sizes > 1, sizes)  # a lone shingle is a common phrase: it breaks no run
    here, there = here[chained], there[chained]
    sizes, firsts = _chains(here, there)
    lasts = firsts + sizes - 1
    found = np.column_stack(
        (here[firsts], here[lasts] + SHINGLE, there[firsts], there[lasts] + SHINGLE)
    )
    long = np.minimum(found[:, 1] - found[:, 0], found[:, 3] - found[:, 2]) >= RUN
    return tuple(Run(*row) for row in found[long].tolist())


def _chains(here: NDArray[np.intp], there: NDArray[np.intp]) -> tuple[NDArray[np.intp], ...]:
    """Sizes and first entries of the chains of shared shingles."""
    if not len(there):
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    step, pace = np.diff(here), np.diff(there)
    broken = (pace > GAP) | (step <= 0) | (np.abs(step - pace) > SLIP)
    firsts = np.concatenate(([0], np.flatnonzero(broken) + 1))
    return np.diff(np.append(firsts, len(there))), firsts
