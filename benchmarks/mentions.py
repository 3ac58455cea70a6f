"""Referring expressions: the same type on the same span, or on spans that overlap one to one.

What sayso calls `Other` is none of re3d's types: gold does not mark it, and it is not counted.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from benchmarks.counts import Count, Figure, match_spans
from benchmarks.gold import Marked, Pair
from sayso.records.text import Span
from sayso.records.vocabulary import OTHER


class Scores(Struct, frozen=True, kw_only=True):
    """Counts over all types."""

    exact: Count = Count()
    overlap: Count = Count()

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(exact=self.exact + other.exact, overlap=self.overlap + other.overlap)


def _spans(document: Marked, kind: str) -> list[Span]:
    return sorted({mention.span for mention in document.mentions if mention.type == kind})


def score_type(pairs: Iterable[Pair], kind: str) -> Scores:
    """Count the mentions of one type. A span marked twice with it counts once."""
    total = Scores()
    for gold, system in pairs:
        asked, given = _spans(gold, kind), _spans(system, kind)
        near = match_spans(asked, given)
        same = len({*asked} & {*given})
        total += Scores(
            exact=Count(right=same, asked=len(asked), given=len(given)),
            overlap=Count(right=len(near), asked=len(asked), given=len(given)),
        )
    return total


def score(pairs: Sequence[Pair]) -> dict[str, Scores]:
    """Count each type that occurs on either side."""
    kinds = {mention.type for pair in pairs for document in pair for mention in document.mentions}
    return {kind: score_type(pairs, kind) for kind in sorted(kinds - {OTHER})}


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give micro F1 over all types, then F1 of each."""
    by_type = score(pairs)
    whole = sum(by_type.values(), Scores())
    return [
        whole.exact.figure("exact micro"),
        whole.overlap.figure("overlap micro"),
        *(scores.exact.figure(f"exact {kind}") for kind, scores in by_type.items()),
    ]
