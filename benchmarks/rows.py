"""Tables of single sentences with an answer each, and what the system says of one of them."""

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from benchmarks.counts import span_overlap
from benchmarks.gold import Event, Marked
from sayso.records.text import Span
from sayso.records.vocabulary import EventType

PUBLISHED = "2024-05-15"
"""A date for all of them, so that "on Friday" is a day."""


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A sentence, and the event in it that is asked for: the words that tell it, and its type."""

    kind: str
    text: str
    trigger: str
    type: EventType

    @cached_property
    def span(self) -> Span:
        """Where the trigger is; it stands in the sentence once."""
        (span,) = spans_of(self.trigger, self.text)
        return span


def spans_of(words: str, text: str) -> list[Span]:
    """Find whole words in a text."""
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def documents(rows: Sequence[Row]) -> list[Marked]:
    """Give each sentence as a document, as many as there are rows."""
    return [
        Marked(id=f"row {number}", text=row.text, published=PUBLISHED)
        for number, row in enumerate(rows)
    ]


def answers(row: Row, system: Marked) -> list[Event]:
    """Give the system's events that answer a row, the one that fits the trigger best first.

    An event answers by a trigger that overlaps the row's, if it has the row's type or its trigger
    has no other words: "refused to meet" may well be a rejection that happened.
    """
    near = [
        (span_overlap(row.span, event.span), event)
        for event in system.events
        if event.span is not None and (event.type == row.type or _within(event.span, row.span))
    ]
    ranked = sorted(near, key=lambda pair: (-pair[0], pair[1].type != row.type))
    return [event for shared, event in ranked if shared]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
