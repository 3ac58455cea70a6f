"""What judgements call a thing by: its kind, its document, its words' place in the text.

`entity:DOCUMENT:START-END` is an entity by a mention of it; `plain:`, `event:` and `relation:` are
statements, by their content, by the event's trigger, by the words from one side to the other. An
analysis gives its items other numbers each time; the words that a person decided about stay where
they are.
"""

import re
from typing import Final, get_args

from msgspec import Struct

from sayso.records.reading import Analysis, Event, Relation, Statement
from sayso.records.text import Span
from sayso.records.vocabulary import StatementKind

STATEMENTS: Final = get_args(StatementKind)
"""The kinds of subject that are statements."""

_SUBJECT: Final = re.compile(
    r"(?P<kind>[a-z]+):(?P<document>.+):(?P<start>\d+)-(?P<end>\d+)", re.DOTALL
)


class Subject(Struct, frozen=True):
    """A kind of item ("entity", or a kind of statement) at a span of a document's text."""

    kind: str
    document: str
    span: Span

    def __str__(self) -> str:
        return f"{self.kind}:{self.document}:{self.span[0]}-{self.span[1]}"


def parse(subject: str) -> Subject | None:
    """Read a subject; None for what is none, such as a claim's."""
    found = _SUBJECT.fullmatch(subject)
    if found is None:
        return None
    return Subject(found["kind"], found["document"], (int(found["start"]), int(found["end"])))


def of_statement(statement: Statement, analysis: Analysis, *, document: str) -> Subject:
    """Give what judgements call a statement of an analysis; `document` is the desk's name."""
    span = statement.content
    stated = referred(statement, analysis)
    if isinstance(stated, Event):
        span = stated.trigger
    elif isinstance(stated, Relation):
        span = (
            min(stated.source[0], stated.target[0]),
            max(stated.source[1], stated.target[1]),
        )
    return Subject(statement.kind, document, span)


def referred(statement: Statement, analysis: Analysis) -> Event | Relation | None:
    """Give the event or relation that a statement states; None for a plain one."""
    found: tuple[Event | Relation, ...] = ()
    if statement.kind == "event":
        found = analysis.events or ()
    elif statement.kind == "relation":
        found = analysis.relations or ()
    return next((one for one in found if one.id == statement.ref), None)


def overlap(one: Span, other: Span) -> float:
    """Give the share of two spans' joint extent that both cover."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)
