"""The events of a text: what the marks name, placed, dated, counted and answered for."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from sayso.reading.answering import Answering
from sayso.reading.degrees import degree
from sayso.reading.events.arguments import filled
from sayso.reading.events.certainty import certainty, mode
from sayso.reading.events.confidence import EventEvidence, curve, evidence
from sayso.reading.events.reach import SIDES, Reach, reached
from sayso.reading.events.shared import shared
from sayso.reading.events.tolls import tolls
from sayso.reading.events.triggers import chosen
from sayso.reading.events.unreal import possible
from sayso.reading.intervals import meet
from sayso.reading.tagger.labels import ARGUMENTS, EVENT_TYPES
from sayso.reading.tagger.marks import Marks, Trigger
from sayso.reading.tagger.spans import whole_words
from sayso.records.reading import Attribution, Event, Place, Quantity, Time
from sayso.records.text import Span, Spans

COUNTED = {"ASSAULT": ("killed", "injured"), "COERCE": ("detained",)}
"""The tolls that an event of a type may have."""


NEAR = 6
"""Events before that one may share its doer with."""

TELLING = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
"""Types of acts in words, whose doer did not also do what the words are about."""


_JOINING = re.compile(r"(?:and|or|but)\s+", re.IGNORECASE)


class EventScene(NamedTuple):
    """What the layers before have found in the text."""

    text: str
    sentences: Sequence[Span]
    places: Sequence[Place]
    times: Sequence[Time]
    attributions: Sequence[Attribution]


class Coded(NamedTuple):
    """An event without its tolls and its number, the sentence it is told in, and what speaks for
    it."""

    event: Event
    sentence: Span
    evidence: EventEvidence


def events(scene: EventScene, marks: Marks) -> tuple[Event, ...]:
    """Code every event that a text reports, denies or foresees, in text order.

    Sides, place, time and means are those of the trigger's own clause, or left empty.
    """
    found = coded(scene, marks)
    counted = _counted(scene.text, found)
    return tuple(
        replace(
            each.event,
            id=f"v{number}",
            quantity=tuple(counted[number]),
            confidence=curve().probability(each.evidence),
        )
        for number, each in enumerate(found)
    )


def coded(scene: EventScene, marks: Marks) -> list[Coded]:
    """The events of a text, in text order, before anything is made of their evidence."""
    opens = [start for start, _ in scene.sentences]
    answering = Answering(scene.attributions)
    contents = _contents(scene)
    found: list[Coded] = []
    said = ((trigger, _said(scene, marks, trigger)) for trigger in chosen(marks.triggers))
    kept = [(trigger, span) for trigger, span in said if _has_letters(scene.text, span)]
    spans = [span for _, span in kept]
    tellings = [span for trigger, span in kept if EVENT_TYPES[trigger.type] in TELLING]
    for trigger, span in kept:
        number = bisect_right(opens, span[0]) - 1
        if number >= 0 and span[1] <= scene.sentences[number][1]:
            sentence = scene.sentences[number]
            source = answering.of(span)
            reach = Reach(scene.text, sentence, span, contents.get(source), spans, tellings)
            each = _event(scene, marks, trigger, reach)
            event = shared(
                scene.text, sentence, [other.event for other in found[-NEAR:]], each.event
            )
            found.append(each._replace(event=replace(event, attribution=source)))
    return found


def _event(scene: EventScene, marks: Marks, trigger: Trigger, reach: Reach) -> Coded:
    sentence, span = reach.sentence, reach.trigger
    roles = {
        role: reached(reach, role, filled(scene.text, marks.pieces, trigger, role, sentence))
        for role in ARGUMENTS
    }
    roles["recipient"] = _others(roles["recipient"], roles["actor"])
    kind = EVENT_TYPES[trigger.type]
    sure = certainty(
        trigger,
        degree=degree(marks, span),
        left=possible(scene.text, sentence, span, kind),
    )
    event = Event(
        id="",
        type=kind,
        mode=mode(trigger),
        trigger=span,
        actor=roles["actor"],
        recipient=roles["recipient"],
        location=_place(scene.places, roles["place"]),
        time=_touched([(time.start, time.end) for time in scene.times], roles["time"]),
        instrument=roles["instrument"],
        status=sure.status,
        factuality=sure.factuality,
        confidence=0.0,
    )
    sides = [bool(roles[side]) for side in SIDES]
    return Coded(event, sentence, evidence(trigger, sure, marks.pieces, sentence, sides))


def _others(spans: Spans, taken: Spans) -> Spans:
    """The spans that share nothing with those that are taken: nobody does it to themselves, and
    of what is done together all are actors."""
    return tuple(each for each in spans if not any(map(partial(meet, each), taken)))


def _has_letters(text: str, span: Span) -> bool:
    """Whether a trigger is a word: no event is told by a figure alone."""
    return any(map(str.isalpha, text[slice(*span)]))


def _contents(scene: EventScene) -> dict[str | None, Spans]:
    return {each.id: each.content for each in scene.attributions}


def _said(scene: EventScene, marks: Marks, trigger: Trigger) -> Span:
    """The words of a trigger, without the "and" of a list that it stands in."""
    pieces = marks.pieces
    span = int(pieces.starts[trigger.first]), int(pieces.ends[trigger.end - 1])
    start, end = whole_words(scene.text, span)
    joining = _JOINING.match(scene.text, start, end)
    return (joining.end() if joining else start, end)


def _place(places: Sequence[Place], spans: Spans) -> int | None:
    """The first place named in the spans; "Kabul, Afghanistan" is in Kabul."""
    named = [(p.start, p.end) if p.use == "place" else (0, 0) for p in places]
    return _touched(named, spans)


def _touched(spans: Sequence[Span], others: Spans) -> int | None:
    """The number of the first span that overlaps any of the others."""
    for number, (start, end) in enumerate(spans):
        if any(start < other_end and other_start < end for other_start, other_end in others):
            return number
    return None


def _counted(text: str, found: Sequence[Coded]) -> list[list[Quantity]]:
    """The tolls of each event: a number in its sentence goes to the nearest event of a type that
    is counted so."""
    counted: list[list[Quantity]] = [[] for _ in found]
    for sentence in sorted({each.sentence for each in found}):
        inside = [n for n, each in enumerate(found) if each.sentence == sentence]
        for toll in tolls(text, sentence):
            fitting = [
                n for n in inside if toll.quantity.of in COUNTED.get(found[n].event.type, ())
            ]
            if fitting:
                nearest = min(fitting, key=lambda n: _apart(found[n].event.trigger, toll.span))
                counted[nearest].append(toll.quantity)
    return counted


def _apart(one: Span, other: Span) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])
