"""Sets of characters as sorted, disjoint spans."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.records.text import Span, Spans


def union(spans: Iterable[Span]) -> Spans:
    """Disjoint spans in text order that cover the same characters; touching ones are joined."""
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def within(spans: Sequence[Span], start: int, end: int) -> Spans:
    """Cut disjoint, ordered spans to what lies in `start:end`. Logarithmic, then local."""
    found = []
    at = max(0, bisect_right(spans, start, key=lambda span: span[0]) - 1)
    while at < len(spans) and spans[at][0] < end:
        cut = (max(start, spans[at][0]), min(end, spans[at][1]))
        if cut[0] < cut[1]:
            found.append(cut)
        at += 1
    return tuple(found)


def meet(one: Span, other: Span) -> bool:
    """Whether two spans have characters in common."""
    return one[0] < other[1] and other[0] < one[1]


def length(spans: Iterable[Span]) -> int:
    """Characters that disjoint spans hold."""
    return sum(end - start for start, end in spans)


def overlap(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """Characters of disjoint, ordered `spans` that lie in disjoint, ordered `others`."""
    return sum(length(within(others, start, end)) for start, end in spans)
