"""How certain: FactBank's labels on a scale from -3 (did not) to 3 (did) against gold's numbers.

A predicate is answered by the event whose trigger overlaps it most, else by the shortest
statement around it. Error and correlation are over the predicates answered, and say nothing
without `coverage`. Where gold chose among classes (MEANTIME), 3 is certain, below 0 negated,
the rest uncertain, and a predicate without an answer is missed.
"""

from collections.abc import Sequence
from math import nan
from statistics import correlation, fmean

from msgspec import Struct

from benchmarks.counts import Count, Figure, span_overlap
from benchmarks.gold import Marked, Pair
from sayso.records.text import Span

SCALE = {
    "CT+": 3.0, "PR+": 2.0, "PS+": 1.0,
    "CTu": 0.0, "Uu": 0.0,
    "PS-": -1.0, "PR-": -2.0, "CT-": -3.0,
}  # fmt: skip

Valued = tuple[Span, float]


class Answers(Struct, frozen=True):
    """What a system says: at triggers, and over the contents of statements."""

    at: list[Valued]
    over: list[Valued]

    def of(self, span: Span) -> float | None:
        """Say how certain what stands at a span is."""
        near = [(span_overlap(span, place), -i) for i, (place, _) in enumerate(self.at)]
        best = max(((shared, i) for shared, i in near if shared), default=None)
        if best is not None:
            return self.at[-best[1]][1]
        around = [
            (end - start, i)
            for i, ((start, end), _) in enumerate(self.over)
            if start <= span[0] and span[1] <= end
        ]
        return self.over[min(around)[1]][1] if around else None


class Judged(Struct, frozen=True):
    """One predicate: what gold says, what the system says if anything; `classed` by gold."""

    gold: float
    system: float | None
    classed: bool


def answers_of(document: Marked) -> Answers:
    """Collect a system's answers; a statement of an event answers at its trigger."""
    at = [(event.span, event.factuality) for event in document.events]
    over: list[tuple[Span | None, str | None]] = []
    triggers = {event.id: event.span for event in document.events if event.id and event.span}
    for statement in document.statements:
        if statement.ref in triggers:
            at.append((triggers[statement.ref], statement.factuality))
        else:
            over.append((statement.content, statement.factuality))
    return Answers(at=_valued(at), over=_valued(over))


def _valued(said: Sequence[tuple[Span | None, str | None]]) -> list[Valued]:
    return [(span, SCALE[label]) for span, label in said if span and label in SCALE]


def judge_all(pairs: Sequence[Pair]) -> list[Judged]:
    """Ask for every predicate that gold has a number for."""
    judged = []
    for gold, system in pairs:
        answers = answers_of(system)
        judged += [
            Judged(each.value, answers.of(each.span), each.certainty is not None)
            for each in gold.factuality
            if each.value is not None and gold.annotated(each.span)
        ]
    return judged


def class_of(value: float | None) -> str | None:
    """Give the class of a number; None where there is none."""
    if value is None:
        return None
    return "negated" if value < 0 else "certain" if value == SCALE["CT+"] else "uncertain"


def by_class(judged: Sequence[Judged]) -> dict[str, Count]:
    """Count each class that gold has."""
    said = [(class_of(each.gold), class_of(each.system)) for each in judged]
    return {
        kind: Count(
            right=sum(gold == system == kind for gold, system in said),
            given=sum(system == kind for _, system in said),
            asked=sum(gold == kind for gold, _ in said),
        )
        for kind in sorted({gold for gold, _ in said if gold})
    }


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give coverage, correlation and error, and the classes where gold has them."""
    judged = judge_all(pairs)
    covered = [(each.gold, each.system) for each in judged if each.system is not None]
    classed = [each for each in judged if each.classed]
    classes = by_class(classed)
    of = f"of {len(covered)}"
    error = fmean(abs(gold - system) for gold, system in covered) if covered else nan
    return [
        Figure("coverage", len(covered) / (len(judged) or 1), f"of {len(judged)}"),
        Figure("Pearson r", _pearson(covered), of),
        Figure("mean absolute error", error, of),
        *(_of_classes(classes, [e for e in classed if e.system is not None]) if classes else ()),
    ]


def _of_classes(classes: dict[str, Count], covered: Sequence[Judged]) -> list[Figure]:
    return [
        _macro("class macro F1", classes),
        _macro("covered class macro F1", by_class(covered)),
        *(count.figure(kind) for kind, count in classes.items()),
    ]


def _pearson(covered: Sequence[tuple[float, float]]) -> float:
    """Give the correlation; 0 where a side does not vary."""
    gold, system = [g for g, _ in covered], [s for _, s in covered]
    varied = len({*gold}) > 1 and len({*system}) > 1
    return correlation(gold, system) if varied else 0.0


def _macro(name: str, classes: dict[str, Count]) -> Figure:
    return Figure(name, fmean(c.f1 for c in classes.values()) if classes else 0.0)
