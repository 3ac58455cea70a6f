"""Whether a confidence of .8 is right eight times in ten: expected calibration error.

An attribution is right when the attribution scorer finds a gold one in it; those that it sets
aside are left out. A relation is right when both ends and the type are. An event is right as a
whole when a gold event of its type overlaps its trigger and has its status, and when on either
side the two share a token or have nobody; it is right in its type when the first holds.

Items are put into ten bins by confidence, and the error is the distance between mean confidence
and share right, averaged over items.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import nan

from msgspec import Struct

from benchmarks.attributions import judge
from benchmarks.counts import Figure
from benchmarks.detection import SIDES, count_side, told
from benchmarks.events import same_status, typed
from benchmarks.gold import Event, Marked, Pair
from benchmarks.relations import in_gold_terms
from benchmarks.relations import judge as judge_relations

BINS = 10


class Outcome(Struct, frozen=True, order=True):
    """What was promised of one item, and what came of it."""

    confidence: float
    right: bool


def outcomes(pairs: Iterable[Pair]) -> Iterator[Outcome]:
    """Give every system attribution that is right or wrong."""
    for gold, system in pairs:
        judgement = judge(gold, system)
        right = set(judgement.found.values())
        for index in judgement.system.keys() - judgement.set_aside:
            confidence = system.attributions[index].confidence
            yield _outcome(confidence, f"{system.id}: attribution {index}", right=index in right)


def event_outcomes(pairs: Iterable[Pair], *, whole: bool) -> Iterator[Outcome]:
    """Give every system event where gold was annotated, right as a `whole` or in its type."""
    for gold, system in pairs:
        for index, (event, right) in enumerate(right_events(gold, system, whole=whole)):
            yield _outcome(event.confidence, f"{system.id}: event {index}", right=right)


def right_events(gold: Marked, system: Marked, *, whole: bool) -> Iterator[tuple[Event, bool]]:
    """Say of every system event where gold was annotated whether it is right."""
    asked, given = told(gold, gold), told(system, gold)
    answered = {j: asked[i][0] for i, j in typed(gold, system).items()}
    for index, (event, _) in enumerate(given):
        right = index in answered and (
            not whole or _right_as_a_whole(gold.text, answered[index], event)
        )
        yield event, right


def _right_as_a_whole(text: str, asked: Event, given: Event) -> bool:
    sides = [count_side(text, asked, given, side) for side in SIDES]
    return same_status(asked, given) and all(
        side.right or not side.asked + side.given for side in sides
    )


def relation_outcomes(pairs: Sequence[Pair]) -> Iterator[Outcome]:
    """Give every system relation of a type that gold knows."""
    for gold, system in in_gold_terms(pairs):
        right = set(judge_relations(gold, system).typed.values())
        for index, relation in enumerate(system.relations):
            confidence = relation.confidence
            yield _outcome(confidence, f"{system.id}: relation {index}", right=index in right)


def _outcome(confidence: float | None, what: str, *, right: bool) -> Outcome:
    """Raise ValueError for an item without a confidence."""
    if confidence is None:
        raise ValueError(f"{what} has no confidence")
    return Outcome(confidence, right)


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
    return _errors("calibration error", outcomes(pairs))


def event_figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give the same of events, right as a whole and in their type."""
    return [
        *_errors("calibration error", event_outcomes(pairs, whole=True)),
        *_errors("type calibration error", event_outcomes(pairs, whole=False)),
    ]


def relation_figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give the same of relations."""
    return _errors("calibration error", relation_outcomes(pairs))


def _errors(name: str, found: Iterable[Outcome]) -> list[Figure]:
    ranked = sorted(found)
    return [
        Figure(name, error(equal_width(ranked)), f"of {len(ranked)}, equal width"),
        Figure(f"{name}, equal mass", error(equal_mass(ranked)), f"of {len(ranked)}"),
    ]
