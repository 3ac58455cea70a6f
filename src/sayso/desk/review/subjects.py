"""What judgements call a thing by: its document, its words' place in the text, its kind.

`entity:DOCUMENT:START-END`. An analysis gives its items other numbers each time; the words that a
person decided about stay where they are.
"""

import re
from typing import Final

from msgspec import Struct

from sayso.records.text import Span

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
