"""Grouping by mean likeness: a chain of likenesses does not join its ends."""

from collections import defaultdict
from collections.abc import Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def averaged(
    size: int, odds: Mapping[Pair, float], *, apart: float, least: float
) -> tuple[tuple[int, ...], ...]:
    """Group `range(size)`, always joining the two groups whose pairs' mean odds are the highest,
    while that is `least` or more. Pairs that `odds` lacks count as `apart`."""
    members = {number: [number] for number in range(size)}
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), value in odds.items():
        beside[one][other] = beside[other][one] = value - apart

    def mean(one: int, other: int) -> float:
        return apart + beside[one][other] / (len(members[one]) * len(members[other]))

    likely = ((-mean(*pair), *pair) for pair in odds)
    heap = [each for each in likely if -each[0] >= least]
    heapify(heap)
    while heap:
        value, one, other = heappop(heap)
        if one not in members or other not in members or -value != mean(one, other):
            continue
        members[one] = sorted((*members[one], *members.pop(other)))
        for third, total in beside.pop(other).items():
            del beside[third][other]
            if third != one:
                beside[one][third] = beside[third][one] = beside[one].get(third, 0.0) + total
        for third in beside[one]:
            if (value := mean(one, third)) >= least:
                heappush(heap, (-value, min(one, third), max(one, third)))
    return tuple(tuple(group) for group in sorted(members.values()))
