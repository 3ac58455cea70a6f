"""A published text, before anyone has read it."""

from msgspec import Struct

Span = tuple[int, int]
"""`text[start:end]`: code points, half open."""

Spans = tuple[Span, ...]
"""One thing that the text may say in several pieces, in text order."""


class Document(Struct, frozen=True, kw_only=True):
    """One publication as it came in. `text` is exact: nothing cleans it once offsets exist.

    What the source did not say is None. `published` and `modified` are ISO 8601, `language`
    ISO 639-1, `sha256` the hex digest of `text` in UTF-8. `live` is whether it was taken off the
    web just now, and so says what the page says now.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    byline: str | None = None
    agency: str | None = None
    modified: str | None = None
    live: bool = False
