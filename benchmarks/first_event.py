"""One event a document (PLOVER's sentences, CAMEO's): its type, and who did it to whom.

Gold's one event is compared with the first that the system gives, wherever that is, as what a
coder that may give one event only would answer; documents with more in gold are left out.
Where gold's types are CAMEO's four classes, the system's types are turned into these first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import fmean

from msgspec import Struct
from msgspec.structs import replace

from benchmarks.counts import Count, Figure
from benchmarks.detection import NO_EVENT, SIDES, count_side
from benchmarks.gold import Event, Pair
from benchmarks.schemes import CLASSES


class Answer(Struct, frozen=True):
    """Gold's event, all that the system gave in the same words, and the text they are about."""

    text: str
    gold: Event
    given: tuple[Event, ...]

    @property
    def first(self) -> Event:
        """The event that counts."""
        return self.given[0] if self.given else NO_EVENT


def answers(pairs: Sequence[Pair]) -> list[Answer]:
    """Give the documents with one event in gold."""
    types = {event.type for gold, _ in pairs for event in gold.events}
    by_class = bool(types) and types <= {*CLASSES.values()}
    return [
        Answer(gold.text, gold.events[0], tuple(_in_classes(system.events, wanted=by_class)))
        for gold, system in pairs
        if len(gold.events) == 1
    ]


def _in_classes(events: Iterable[Event], *, wanted: bool) -> Iterable[Event]:
    for event in events:
        yield replace(event, type=CLASSES.get(event.type or "", event.type)) if wanted else event


def side_tokens(asked: Sequence[Answer], side: str) -> Count:
    """Count the tokens of one side, where gold has it."""
    total = Count()
    for answer in asked:
        if getattr(answer.gold, side) is None:
            continue
        total += count_side(answer.text, answer.gold, answer.first, side)
    return total


def by_type(asked: Iterable[Answer]) -> dict[str, Count]:
    """Count each of gold's types."""
    wanted, given, right = Counter[str](), Counter[str](), Counter[str]()
    for answer in asked:
        if answer.gold.type is None:
            continue
        wanted[answer.gold.type] += 1
        if answer.first.type is not None:
            given[answer.first.type] += 1
            right[answer.gold.type] += answer.gold.type == answer.first.type
    return {
        kind: Count(right=right[kind], given=given[kind], asked=wanted[kind])
        for kind in sorted(wanted)
    }


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give macro F1 over gold's types, accuracy, the sides, then F1 of each type."""
    asked = answers(pairs)
    typed = [answer for answer in asked if answer.gold.type is not None]
    moded = [answer for answer in asked if answer.gold.mode]
    kinds = by_type(asked)
    return [
        Figure(
            "type macro F1",
            fmean(count.f1 for count in kinds.values()) if kinds else 0.0,
            f"of {len(kinds)} types",
        ),
        _share("type accuracy", [a.gold.type == a.first.type for a in typed]),
        _share(
            "type accuracy, any event", [a.gold.type in {e.type for e in a.given} for a in typed]
        ),
        _share("mode accuracy", [a.gold.mode == a.first.mode for a in moded]),
        *(side_tokens(asked, side).figure(f"{side} tokens") for side in SIDES),
        *(count.figure(kind) for kind, count in kinds.items()),
    ]


def _share(name: str, right: Sequence[bool]) -> Figure:
    return Figure(name, sum(right) / (len(right) or 1), f"of {len(right)}")
