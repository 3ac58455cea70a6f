"""Events of corpora with roles of their own (WikiEvents, MEANTIME), and their two sides.

No corpus marks all kinds of event that PLOVER has, and these mark kinds that it has not: read
recall, which is given by gold's type as well, before precision. "predicate detection" takes for
an event whatever the record has as a predicate, as MEANTIME does. "detected" looks at the sides
of the events that were found, "end-to-end" at those of all: what is missed there is missing.
Which roles are which side is in schemes.toml.
"""

from collections import Counter
from collections.abc import Sequence

from benchmarks.counts import Count, Figure
from benchmarks.detection import SIDES, Found, count_sides, detect_all, detection, telling
from benchmarks.gold import Event, Pair
from benchmarks.schemes import ROLES


def in_sides(event: Event) -> Event:
    """Give a gold event with its arguments as sides."""
    names = Counter(argument.role.lower() for argument in event.arguments)
    actor, recipient = (
        tuple(a.span for a in event.arguments if a.role.lower() in roles)
        for roles in (ROLES.actor, ROLES.recipient)
    )
    mutual = any(names[role] > 1 for role in ROLES.mutual)
    return Event(actor=actor, recipient=recipient, reciprocal=mutual)


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give detection, the sides, and recall by the first part of gold's type."""
    found = detect_all(pairs)
    # Where nothing was detected, nothing is right: it is not that nothing was asked for.
    hits = [each for each in found if each.given is not None] or found
    whole = detection(pairs)
    kinds = sorted({_kind(each) for each in found})
    return [
        whole.figure("event detection"),
        Figure("event detection recall", whole.recall, f"of {whole.asked}"),
        telling(pairs).figure("predicate detection"),
        *_sides("detected", hits),
        *_sides("end-to-end", found),
        *(_recall(kind, [each for each in found if _kind(each) == kind]) for kind in kinds),
    ]


def _sides(name: str, found: Sequence[Found]) -> list[Figure]:
    counts = {side: count_sides(found, side, in_sides) for side in SIDES}
    return [
        sum(counts.values(), Count()).figure(f"{name} argument tokens"),
        *(count.figure(f"{name} {side} tokens") for side, count in counts.items()),
    ]


def _kind(found: Found) -> str:
    return (found.asked.type or "").partition(".")[0]


def _recall(kind: str, found: Sequence[Found]) -> Figure:
    hits = sum(each.given is not None for each in found)
    return Figure(f"{kind} recall", hits / (len(found) or 1), f"of {len(found)}")
