"""Which events were found: the triggers overlap, one to one, whatever the type; and their sides."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from benchmarks.attributions import tokens_of
from benchmarks.counts import Count, match_spans
from benchmarks.gold import Event, Marked, Pair
from sayso.records.text import Span, Spans

SIDES = ("actor", "recipient")
NO_EVENT = Event()


class Found(Struct, frozen=True):
    """A gold event and the system's that answers it, if any, with their documents."""

    gold: Marked
    system: Marked
    asked: Event
    given: Event | None


def told(document: Marked, gold: Marked) -> list[tuple[Event, Span]]:
    """Give the events of a document, with where each is told, where gold was annotated."""
    return [
        (event, event.span)
        for event in document.events
        if event.span is not None and gold.annotated(event.span)
    ]


def detect(gold: Marked, system: Marked) -> list[Found]:
    """Match the events of one document by their triggers."""
    asked, given = told(gold, gold), told(system, gold)
    near = match_spans([span for _, span in asked], [span for _, span in given])
    return [
        Found(gold, system, event, given[near[i]][0] if i in near else None)
        for i, (event, _) in enumerate(asked)
    ]


def detect_all(pairs: Iterable[Pair]) -> list[Found]:
    """Match the events of every document."""
    return [found for gold, system in pairs for found in detect(gold, system)]


def detection(pairs: Iterable[Pair]) -> Count:
    """Count the events that were found."""
    total = Count()
    for gold, system in pairs:
        found = detect(gold, system)
        total += Count(
            right=sum(each.given is not None for each in found),
            given=len(told(system, gold)),
            asked=len(found),
        )
    return total


def telling(pairs: Iterable[Pair]) -> Count:
    """Count gold's events among the system's predicates, of whatever kind they are."""
    total = Count()
    for gold, system in pairs:
        asked = [span for _, span in told(gold, gold)]
        given = [each.span for each in system.predicates if gold.annotated(each.span)]
        total += Count(right=len(match_spans(asked, given)), given=len(given), asked=len(asked))
    return total


def count_side(text: str, asked: Event, given: Event, side: str) -> Count:
    """Count the tokens on one side of one event; of either side where gold's is reciprocal."""
    touched = tokens_of(text)
    gold, system = (touched(_spans(e, side, both=asked.reciprocal)) for e in (asked, given))
    return Count(right=len(gold & system), given=len(system), asked=len(gold))


def _spans(event: Event, side: str, *, both: bool) -> Spans:
    if both:
        return (event.actor or ()) + (event.recipient or ())
    spans: Spans | None = getattr(event, side)
    return spans or ()


def count_sides(
    found: Iterable[Found], side: str, sided: Callable[[Event], Event] = lambda event: event
) -> Count:
    """Count the tokens on one side of all events; `sided` gives a gold event its sides."""
    return sum(
        (
            count_side(each.gold.text, sided(each.asked), each.given or NO_EVENT, side)
            for each in found
        ),
        Count(),
    )
