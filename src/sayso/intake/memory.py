"""What is remembered of a URL from one visit to the next, so that nothing is fetched for nothing.

`intake` only asks; whoever keeps documents keeps this along with them (see `desk.visits`).
"""

from typing import Protocol

from msgspec import Struct


class Visit(Struct, frozen=True, kw_only=True):
    """What a server said when it last gave a URL: its ETag and Last-Modified, word for word.

    `body` is what a feed said: it leads to pages that may change while it does not.
    """

    etag: str | None = None
    changed: str | None = None
    body: bytes | None = None


class Memory(Protocol):
    """Keeps visits. What came of one has to be kept first: else it would be lost in a crash."""

    def last(self, url: str) -> Visit | None:
        """Give the last visit to `url`, None where there was none whose documents are kept."""

    def lately(self, url: str, *, edition: str) -> bool:
        """Whether this edition of a page was asked for a moment ago; from now on it was."""

    def visited(self, url: str, visit: Visit) -> None:
        """Take note of a visit; of the documents that came of it, none is kept yet."""

    def unchanged(self, url: str) -> None:
        """Take note that a page, whose document is kept, is what it was."""
