"""What kind of source an attribution has, whether a reader could look it up, and background.

A gold attribution is joined to the system's with the most characters of content in common, at
least half of those that the two cover; nested attributions share content, so cue and source
break ties. Accuracy is over the joined; what was not joined is the attribution scorer's matter.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.counts import Candidate, Count, Figure, match, set_overlap
from benchmarks.gold import Attribution, Pair
from sayso.records.text import Spans

LEAST_OVERLAP = 0.5

Joined = tuple[Attribution, Attribution | None]
"""A gold attribution and the system's that answers it, if any."""

Parts = tuple[frozenset[int], frozenset[int], frozenset[int]]
"""The characters of content, source and cue."""


def _characters(spans: Spans) -> frozenset[int]:
    return frozenset(place for start, end in spans for place in range(start, end))


def _parts(attribution: Attribution) -> Parts:
    return (
        _characters(attribution.content),
        _characters(attribution.source),
        _characters(attribution.cue),
    )


def _closeness(gold: Parts, system: Parts) -> tuple[float, float]:
    """Give the overlap that joins, and the one that breaks ties."""
    content, source, cue = (set_overlap(a, b) for a, b in zip(gold, system, strict=True))
    if gold[0] and system[0]:
        return content, source + cue
    if gold[1] and system[1]:
        return source, source + cue
    return cue, source + cue


def join_attributions(gold: Sequence[Attribution], system: Sequence[Attribution]) -> list[Joined]:
    """Join the attributions of one document one to one."""
    theirs = [_parts(attribution) for attribution in system]
    candidates = [
        Candidate((main, tie, -abs(i - j)), i, j)
        for i, ours in enumerate(map(_parts, gold))
        for j, other in enumerate(theirs)
        for main, tie in [_closeness(ours, other)]
        if main >= LEAST_OVERLAP
    ]
    found = match(candidates)
    return [
        (attribution, system[found[i]] if i in found else None)
        for i, attribution in enumerate(gold)
    ]


def join_all(pairs: Iterable[Pair]) -> list[Joined]:
    """Join the attributions of every document."""
    return [
        joined
        for gold, system in pairs
        for joined in join_attributions(gold.attributions, system.attributions)
    ]


def by_kind(joined: Iterable[Joined]) -> dict[str, Count]:
    """Count each kind of gold over joined attributions; an answer that is missing misses."""
    asked, given, right = Counter[str](), Counter[str](), Counter[str]()
    for gold, system in joined:
        kind = gold.source_kind or ""
        asked[kind] += 1
        if system is not None and system.source_kind is not None:
            given[system.source_kind] += 1
            right[kind] += kind == system.source_kind
    return {
        kind: Count(right=right[kind], given=given[kind], asked=asked[kind])
        for kind in sorted(asked)
    }


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give accuracy over the joined, macro F1 over gold's kinds, named and background."""
    everything = join_all(pairs)
    joined = [(gold, system) for gold, system in everything if system is not None]
    kinds = by_kind(joined)
    of = f"of {len(joined)} joined"
    background = Count(
        right=sum(gold.background and system.background for gold, system in joined),
        given=sum(system.background for _, system in joined),
        asked=sum(gold.background for gold, _ in everything),
    )
    return [
        _share("coverage", len(joined), len(everything), f"of {len(everything)}"),
        _share(
            "kind accuracy", sum(g.source_kind == s.source_kind for g, s in joined), len(joined), of
        ),
        Figure("kind macro F1", sum(c.f1 for c in kinds.values()) / (len(kinds) or 1), of),
        _share("named accuracy", sum(g.named == s.named for g, s in joined), len(joined), of),
        background.figure("background"),
        *(scores.figure(kind) for kind, scores in kinds.items()),
    ]


def _share(name: str, part: int, whole: int, detail: str) -> Figure:
    return Figure(name, part / whole if whole else 0.0, detail)
