"""Ties between two spans: both ends overlap gold's, one to one, and the type is the same.

re3d's gold has types of its own: the system's are turned into these first (schemes.toml). "either
way round" lets the ends of a relation that says the same from both change places.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from benchmarks.counts import Candidate, Count, Figure, match, span_overlap
from benchmarks.gold import Marked, Pair, Relation
from benchmarks.schemes import RE3D, SYMMETRIC


class Judgement(Struct, frozen=True):
    """The relations of one document on both sides, and which system one answers which gold one."""

    asked: Sequence[Relation]
    given: Sequence[Relation]
    typed: dict[int, int]
    untyped: dict[int, int]


def judge(gold: Marked, system: Marked, *, symmetric: AbstractSet[str] = frozenset()) -> Judgement:
    """Match the relations of one document; gold's of a type in `symmetric` either way round."""
    asked, given = gold.relations, system.relations
    near = [
        Candidate((shared,), i, j)
        for i, a in enumerate(asked)
        for j, b in enumerate(given)
        if (shared := _closeness(a, b, either=a.type in symmetric))
    ]
    same = [c for c in near if asked[c.gold].type == given[c.system].type]
    return Judgement(asked, given, typed=match(same), untyped=match(near))


def _closeness(a: Relation, b: Relation, *, either: bool) -> float:
    ways = [(b.source, b.target), *([(b.target, b.source)] if either else ())]
    both = [(span_overlap(a.source, one), span_overlap(a.target, other)) for one, other in ways]
    return max((one + other for one, other in both if one and other), default=0.0)


def in_gold_terms(pairs: Sequence[Pair]) -> list[Pair]:
    """Give the system's relations gold's type names; what gold has no name for is left out."""
    types = {relation.type for gold, _ in pairs for relation in gold.relations}
    if not types or not types <= {*RE3D.values()}:
        return list(pairs)
    return [(gold, replace(system, relations=_renamed(system.relations))) for gold, system in pairs]


def _renamed(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(replace(r, type=RE3D[r.type]) for r in relations if r.type in RE3D)


def by_type(judged: Iterable[Judgement]) -> dict[str, Count]:
    """Count the relations of each type that either side has."""
    wanted, given, right = Counter[str](), Counter[str](), Counter[str]()
    for each in judged:
        wanted.update(relation.type for relation in each.asked)
        given.update(relation.type for relation in each.given)
        right.update(each.asked[i].type for i in each.typed)
    return {
        kind: Count(right=right[kind], given=given[kind], asked=wanted[kind])
        for kind in sorted(wanted.keys() | given.keys())
    }


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give micro F1 with and without the type, then F1 of each type."""
    renamed = in_gold_terms(pairs)
    judged = [judge(gold, system) for gold, system in renamed]
    either = [judge(gold, system, symmetric=SYMMETRIC) for gold, system in renamed]
    kinds = by_type(judged)
    untyped = sum(
        (Count(right=len(j.untyped), given=len(j.given), asked=len(j.asked)) for j in judged),
        Count(),
    )
    return [
        sum(kinds.values(), Count()).figure("typed"),
        sum(by_type(either).values(), Count()).figure("typed, either way round,"),
        untyped.figure("untyped"),
        _factuality(judged),
        *(count.figure(kind) for kind, count in kinds.items()),
    ]


def _factuality(judged: Iterable[Judgement]) -> Figure:
    """Give the accuracy of factuality in relations that were found, where gold says it."""
    right = [
        each.asked[i].factuality == each.given[j].factuality
        for each in judged
        for i, j in each.typed.items()
        if each.asked[i].factuality is not None
    ]
    return Figure("factuality accuracy", sum(right) / (len(right) or 1), f"of {len(right)}")
