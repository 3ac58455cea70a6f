"""Which stretches of two texts are the same, wherever they stand."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sayso.desk.families.signature import SHINGLE, Signature, shingles

# A run goes on over a gap of ten words on either side (a replaced phrase, a scanned line) while
# both sides stay within four words of each other: synonyms, figures spelled out, one clause more.
# Swept with RUN on half of the open families, by event: a gap of 6 loses scanned copies, from 10
# to 14, slips of 3 to 6 and runs of 4 and 6 make no difference.
# Run `python -m benchmarks.families accuracy` again after a change.
GAP = 10
SLIP = 4
RUN = 6


class Run(Struct, frozen=True, array_like=True):
    """A stretch that both texts carry, as places in the words of each (start, end)."""

    left: int
    left_end: int
    right: int
    right_end: int


class Sorted(Struct, frozen=True, eq=False):
    """A text unpacked to be compared with many: its shingles by hash, and where each stands."""

    signature: Signature
    hashes: NDArray[np.uint64]
    places: NDArray[np.intp]


def unpack(signature: Signature) -> Sorted:
    """Make a signature ready for `runs`."""
    hashes = _shingles(signature)
    order = hashes.argsort(kind="stable")
    return Sorted(signature, hashes[order], order)


def runs(left: Sorted, right: Signature) -> tuple[Run, ...]:
    """The stretches of six words that count and more that both carry.

    A run holds small changes. Paragraphs may stand in another order. A passage that one text has
    twice (a headline made of the first sentence) may lie in two runs.
    """
    hashes = _shingles(right)
    if not len(left.hashes) or not len(hashes):
        return ()
    first = left.hashes.searchsorted(hashes)
    first[first == len(left.hashes)] = 0
    there = (left.hashes[first] == hashes).nonzero()[0]
    first = first[there]
    found = _chained(left.places[first], there)
    last = left.hashes.searchsorted(hashes[there], side="right") - 1
    again = last > first
    return found + _chained(left.places[last[again]], there[again]) if again.any() else found


def _chained(here: NDArray[np.intp], there: NDArray[np.intp]) -> tuple[Run, ...]:
    """The runs of a list of shared shingles, by their places in either text."""
    firsts, sizes = _chains(here, there)
    linked = np.repeat(sizes > 1, sizes)  # a lone shingle is a common phrase: it breaks no run
    here, there = here[linked], there[linked]
    firsts, sizes = _chains(here, there)
    lasts = firsts + sizes - 1
    bounds = (here[firsts], here[lasts] + SHINGLE, there[firsts], there[lasts] + SHINGLE)
    found = (Run(*places) for places in zip(*(bound.tolist() for bound in bounds), strict=True))
    return tuple(
        run for run in found if min(run.left_end - run.left, run.right_end - run.right) >= RUN
    )


def _shingles(signature: Signature) -> NDArray[np.uint64]:
    return shingles(np.frombuffer(signature.words, "<u4"))


def _chains(here: NDArray[np.intp], there: NDArray[np.intp]) -> tuple[NDArray[np.intp], ...]:
    """First entries and sizes of the chains of shared shingles."""
    if not len(there):
        return there, there
    step, pace = here[1:] - here[:-1], there[1:] - there[:-1]
    broken = (pace > GAP) | (step <= 0) | (np.abs(step - pace) > SLIP)
    bounds = np.concatenate(([0], broken.nonzero()[0] + 1, [len(there)]))
    return bounds[:-1], bounds[1:] - bounds[:-1]
