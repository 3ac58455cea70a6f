"""What the formats have in common: one input, opened, and the two questions a format answers.

A new format is a file beside this one with a `Format` in it, and a line in `formats.FORMATS`. One
that holds or names others (a feed, an archive) has them read by the `Door` of its input.
"""

import io
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from sayso.errors import IntakeError
from sayso.records.text import Document

HEAD = 4096
"""Bytes of an input that a format may look at to recognise its own."""

MAX_BYTES = 50_000_000
"""Of one document. A long report is 5 MB of PDF; at this size a parser still fits in a laptop."""

SECONDS = 30.0
"""For one URL with all its redirects, name look-up aside."""


Item = TypeVar("Item")


class Door(Protocol):
    """Reads what another input holds, or leads to, as if a person had named it."""

    def inside(self, source: "Source") -> Iterator[Document | IntakeError]:
        """Read an input by its format. Raises IntakeError where it cannot be read."""

    def page(self, url: str, *, edition: str | None = None) -> Iterator[Document | IntakeError]:
        """Fetch and read a URL. Raises IntakeError where it cannot be.

        Nothing comes of one that is known to be what it was. With an `edition`, which is what is
        said elsewhere of its last change, nor of one that was asked for a moment ago.
        """

    def each(self, parts: Sequence[Item]) -> Iterator[Item]:
        """Give the parts of an input, which tells whoever watches how far it has come."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One input, open for reading.

    `name` is what the person gave. `charset` is the encoding that the person or the server
    stated, `media_type` the server's, `suffix` lower case with its dot or empty. `url` is where
    the bytes came from in the end, and `live` whether they were fetched there just now.
    """

    name: str
    stream: io.BufferedReader
    door: Door
    suffix: str = ""
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    live: bool = False
    max_bytes: int = MAX_BYTES

    def head(self) -> bytes:
        """Look at the first bytes, and leave them in place for whoever reads."""
        return self.stream.peek(HEAD)[:HEAD]

    def read(self) -> bytes:
        """Return all of it. Raises IntakeError when it is empty or larger than `max_bytes`."""
        data = self.stream.read(self.max_bytes + 1)
        if len(data) > self.max_bytes:
            raise self.too_large()
        if not data.strip():
            raise self.error("is empty", "Check that it was saved or downloaded completely")
        return data

    def line(self, number: int) -> "Source":
        """Make a source of one line of a corpus, for its name: the bytes are read already."""
        return replace(self, name=f"{self.name}:{number}", url=None, live=False)

    def error(self, reason: str, advice: str) -> IntakeError:
        """Make an IntakeError about this input."""
        return IntakeError(self.name, reason, advice)

    def too_large(self) -> IntakeError:
        """Make the IntakeError for a document past the limit."""
        return self.error(
            f"is larger than {self.max_bytes:,} bytes, the limit for one document",
            "Split it, or raise the limit",
        )


class Format(ABC):
    """One kind of input. `label` is what a reader calls it, the others are names it goes by."""

    label: str
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()

    def recognises(self, head: bytes) -> bool:  # noqa: ARG002
        """Whether these first bytes are this format's beyond doubt, whatever the name says."""
        return False

    @abstractmethod
    def read(self, source: Source) -> Iterator[Document | IntakeError]:
        """Yield what is in it. An IntakeError is yielded where reading goes on after it, and
        raised where it does not.
        """
