"""Sentences in which every PLOVER event was labelled: found, typed, sided, and how sure.

Detection wants triggers that overlap, one to one. "typed event F1" wants the same type as well,
and is the figure to hold. Status, factuality, sides, place and time are looked at in the
events that were detected. An event that gold has as planned, possible or not done is "taken for
real" when the system says that it is `actual` or `historical`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import nan
from statistics import fmean

from benchmarks.counts import Candidate, Count, Figure, match, span_overlap
from benchmarks.detection import SIDES, Found, count_sides, detect_all, detection, told
from benchmarks.gold import Event, Marked, Pair
from sayso.records.text import Span

HAPPENED = frozenset({"actual", "historical"})

Hit = tuple[Event, Event]
"""A gold event and the system's that answers it."""


def typed(gold: Marked, system: Marked) -> dict[int, int]:
    """Match events of the same type by triggers that overlap: indices into what is told."""
    asked, given = told(gold, gold), told(system, gold)
    return match(
        Candidate((shared,), i, j)
        for i, (event, span) in enumerate(asked)
        for j, (other, other_span) in enumerate(given)
        if event.type == other.type and (shared := span_overlap(span, other_span))
    )


def by_type(pairs: Sequence[Pair]) -> dict[str, Count]:
    """Count the events of each type that either side has."""
    wanted, given, right = Counter[str](), Counter[str](), Counter[str]()
    for gold, system in pairs:
        asked = told(gold, gold)
        wanted.update(event.type or "" for event, _ in asked)
        given.update(event.type or "" for event, _ in told(system, gold))
        right.update(asked[i][0].type or "" for i in typed(gold, system))
    return {
        kind: Count(right=right[kind], given=given[kind], asked=wanted[kind])
        for kind in sorted(wanted.keys() | given.keys())
    }


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give detection, types, then what was said of the events that were detected."""
    kinds = by_type(pairs)
    everything = detect_all(pairs)
    # Where nothing was detected, nothing is right: it is not that nothing was asked for.
    found = [each for each in everything if each.given is not None] or everything
    hits = [(each.asked, each.given) for each in found if each.given is not None]
    return [
        detection(pairs).figure("event detection"),
        sum(kinds.values(), Count()).figure("typed event"),
        _share(
            "status and factuality accuracy", hits, lambda a, b: same_status(a, b) and sure(a, b)
        ),
        _share("status accuracy", hits, same_status),
        _share("factuality accuracy", hits, sure),
        _share(
            "taken for real",
            [hit for hit in hits if hit[0].status not in HAPPENED],
            lambda _, given: given.status in HAPPENED,
        ),
        *(count_sides(found, side).figure(f"{side} tokens") for side in SIDES),
        _count_places(found, Marked.place_of).figure("place"),
        _count_places(found, Marked.time_of).figure("time"),
        *(count.figure(kind) for kind, count in kinds.items()),
    ]


def same_status(asked: Event, given: Event) -> bool:
    """Say whether the system gave gold's status."""
    return asked.status == given.status


def sure(asked: Event, given: Event) -> bool:
    """Say whether the system gave gold's factuality."""
    return asked.factuality == given.factuality


def _share(name: str, hits: Sequence[Hit], right: Callable[[Event, Event], bool]) -> Figure:
    value = fmean(right(*hit) for hit in hits) if hits else nan
    return Figure(name, value, f"of {len(hits)}")


def _count_places(found: Iterable[Found], of: Callable[[Marked, Event], Span | None]) -> Count:
    """Count places, or times: one that overlaps gold's is right."""
    total = Count()
    for each in found:
        asked = of(each.gold, each.asked)
        given = each.given and of(each.system, each.given)
        total += Count(
            right=int(bool(asked and given and span_overlap(asked, given))),
            given=int(given is not None),
            asked=int(asked is not None),
        )
    return total
