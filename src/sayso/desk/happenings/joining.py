"""Which occurrences tell of one event: candidates by what they share, then groups.

The two groups that are most alike on average become one, as long as any two are alike enough; so a
chain of likenesses does not join its ends. The answer does not depend on the order of documents.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.desk.happenings.averaging import Pair, averaged
from sayso.desk.happenings.comparing import Comparer, weights
from sayso.desk.happenings.occurrences import Occurrence

_ROOT = 4
"""Letters by which words of one root find each other, as in `comparing.derived`."""


def joined(found: Sequence[Occurrence], comparer: Comparer) -> tuple[tuple[Occurrence, ...], ...]:
    """Give occurrences by the event that they tell of, each group and all of them in text order."""
    ordered = sorted(found, key=lambda each: (each.document, each.start, each.end))
    most = weights()["most"]
    odds = {
        (one, other): max(-most, min(most, comparer.odds(ordered[one], ordered[other])))
        for one, other in candidates(ordered, comparer)
    }
    groups = averaged(len(ordered), odds, apart=-most, least=weights()["join"])
    return tuple(tuple(ordered[number] for number in group) for group in groups)


def candidates(found: Sequence[Occurrence], comparer: Comparer) -> list[Pair]:
    """Pairs worth comparing, in order: of one document or of neighbours, with a word, an act or
    a party in common."""
    inside: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(found):
        inside[each.document].append(number)
    holders: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, each in enumerate(found):
        for key in _keys(each):
            holders[each.document][key].append(number)
    pairs: set[Pair] = set()
    for document, numbers in inside.items():
        for neighbour in (document, *comparer.neighbours(document)):
            there = holders[neighbour]
            for one in numbers:
                shared = {other for key in _keys(found[one]) for other in there.get(key, ())}
                pairs.update((min(one, other), max(one, other)) for other in shared - {one})
    return sorted(pairs)


def _keys(each: Occurrence) -> Iterator[str]:
    yield from each.forms
    yield from (f"{form[:_ROOT]}-" for form in each.forms if len(form) > _ROOT)
    yield from (f"act {act}" for act in each.acts)
    yield from (f"near {form}" for form in each.near)
    yield from (f"party {name}" for name in each.before | each.behind)
