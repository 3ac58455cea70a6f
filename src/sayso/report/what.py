"""What an article tells to have happened: its events, each with who says so and how surely."""

from collections.abc import Iterator

from msgspec import UNSET, Struct
from msgspec.structs import replace

from sayso.records.reading import Analysis, Event, Quantity
from sayso.records.text import Span, Spans
from sayso.records.vocabulary import EventStatus, EventType, Factuality
from sayso.report.certainty import estimatives
from sayso.report.paragraphs import sentences_of
from sayso.report.parties import Parties, Party, Say, Says
from sayso.report.sources import Source
from sayso.report.trail import Trail, trails
from sayso.report.words import one_line

MOST = 300
"""Events that a page lists; the record has all of them."""


class Happening(Struct, frozen=True, kw_only=True):
    """One event, numbered from 1 in the order of `What`. `words` name the act in the text;
    `facts` are its place, time, means and toll as far as the text gives them; `confidence` is that
    it is read right as a whole; `estimates` are the estimative words of the statement."""

    number: int
    words: str
    type: EventType
    mode: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    facts: tuple[str, ...]
    status: EventStatus
    factuality: Factuality
    confidence: float
    estimates: tuple[str, ...]
    say: Say
    trail: Trail


class What(Struct, frozen=True, kw_only=True):
    """The events that are shown: first what the outlet asserts itself, then what else is in its
    own voice, then what sources say, each in text order. `more` are not shown."""

    shown: tuple[Happening, ...]
    more: int


def events_of(analysis: Analysis) -> tuple[Event, ...]:
    """Give the events, none where that layer was not computed."""
    return () if analysis.events is UNSET else analysis.events


def what(analysis: Analysis, found: tuple[Source, ...], *, most: int = MOST) -> What | None:
    """Give the events, of more than `most` those that are surest to be read right; None where the
    layer was not computed or found none. `found` is from `sources`."""
    events = events_of(analysis)
    if not events:
        return None
    reading = _Reading(analysis, found)
    surest = sorted(events, key=lambda event: -event.confidence)[:most]
    shown = [
        replace(reading.happening(event), number=number)
        for number, event in enumerate(sorted(surest, key=_order), 1)
    ]
    return What(shown=tuple(shown), more=max(0, len(events) - most))


def _order(event: Event) -> tuple[bool, bool, Span]:
    return event.attribution is not None, event.factuality != "CT+", event.trigger


class _Reading:
    """One analysis, as far as its events need it."""

    def __init__(self, analysis: Analysis, found: tuple[Source, ...]) -> None:
        self._text = analysis.text
        self._trail = trails(analysis)
        self._estimative = estimatives(analysis.text)
        self._parties = Parties(analysis)
        self._says = Says(found)
        self._places = () if analysis.places is UNSET else analysis.places
        self._times = () if analysis.times is UNSET else analysis.times
        self._sentences = [(one.start, one.end) for one in sentences_of(analysis)]
        statements = () if analysis.statements is UNSET else analysis.statements
        self._stated = {one.ref: one.content for one in statements if one.kind == "event"}

    def happening(self, event: Event) -> Happening:
        start, end = event.trigger
        trail = self._trail([event.trigger])
        spans = self._trail([event.trigger, *event.actor, *event.recipient]).spans
        return Happening(
            number=0,
            words=one_line(self._text[start:end]),
            type=event.type,
            mode=one_line(event.mode) if event.mode else None,
            actors=self._sides(event.actor),
            recipients=self._sides(event.recipient),
            facts=tuple(self._facts(event)),
            status=event.status,
            factuality=event.factuality,
            confidence=event.confidence,
            estimates=self._estimative(self._statement(event, trail)),
            say=self._says.say(event.attribution),
            trail=replace(trail, spans=spans),
        )

    def _sides(self, spans: Spans) -> tuple[Party, ...]:
        found = {party.key: party for party in map(self._parties.party, spans)}
        return tuple(found.values())

    def _statement(self, event: Event, trail: Trail) -> Spans:
        """Give the words in which it is stated: the statement's, or else its sentence's."""
        if event.id in self._stated:
            return (self._stated[event.id],)
        return tuple(self._sentences[trail.sentence - 1 : trail.sentence])

    def _facts(self, event: Event) -> Iterator[str]:
        if event.location is not None and 0 <= event.location < len(self._places):
            yield f"in {one_line(self._places[event.location].name)}"
        if event.time is not None and 0 <= event.time < len(self._times):
            time = self._times[event.time]
            yield one_line(self._text[time.start : time.end])
        if event.instrument:
            means = ", ".join(one_line(self._text[a:b]) for a, b in event.instrument)
            yield f"with {means}"
        yield from map(_toll, event.quantity)


def _toll(quantity: Quantity) -> str:
    said = one_line(quantity.text)
    return said if quantity.of == "other" else f"{quantity.of}: {said}"
