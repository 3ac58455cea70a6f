"""Whether a confidence of .8 is right eight times in ten: expected calibration error.

An attribution is right when the attribution scorer finds a gold one in it; those that it sets
aside are left out. Attributions are put into ten bins by confidence, and the error is the
distance between mean confidence and share right, averaged over attributions.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from math import nan

from msgspec import Struct

from benchmarks.attributions import judge
from benchmarks.counts import Figure
from benchmarks.gold import Pair

BINS = 10


class Outcome(Struct, frozen=True, order=True):
    """What was promised of one attribution, and what came of it."""

    confidence: float
    right: bool


def outcomes(pairs: Iterable[Pair]) -> list[Outcome]:
    """Give every system attribution that is right or wrong, the least confident first.

    Raises ValueError for an attribution without a confidence.
    """
    found = []
    for gold, system in pairs:
        judgement = judge(gold, system)
        right = set(judgement.found.values())
        for index in judgement.system.keys() - judgement.set_aside:
            confidence = system.attributions[index].confidence
            if confidence is None:
                raise ValueError(f"{system.id}: attribution {index} has no confidence")
            found.append(Outcome(confidence, index in right))
    return sorted(found)


def equal_width(ranked: Sequence[Outcome]) -> list[list[Outcome]]:
    """Put outcomes into bins of a tenth each; those that stay empty are left out."""

    def bin_of(outcome: Outcome) -> int:
        return min(int(outcome.confidence * BINS), BINS - 1)

    return [list(group) for _, group in groupby(ranked, key=bin_of)]


def equal_mass(ranked: Sequence[Outcome]) -> list[list[Outcome]]:
    """Put outcomes into ten bins of as many each as can be."""
    bounds = [round(len(ranked) * part / BINS) for part in range(BINS + 1)]
    return [list(ranked[start:end]) for start, end in pairwise(bounds) if start < end]


def error(bins: Sequence[Sequence[Outcome]]) -> float:
    """Give the expected calibration error; not a number where nothing was marked."""
    gaps = [abs(sum(o.confidence for o in each) - sum(o.right for o in each)) for each in bins]
    size = sum(map(len, bins))
    return sum(gaps) / size if size else nan


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give the error with bins of equal width, the reported one, and of equal mass."""
    ranked = outcomes(pairs)
    return [
        Figure("calibration error", error(equal_width(ranked)), f"of {len(ranked)}, equal width"),
        Figure("calibration error, equal mass", error(equal_mass(ranked)), f"of {len(ranked)}"),
    ]
