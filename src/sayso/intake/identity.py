"""What a document is called, and the digest that tells whether two texts are the same."""

import hashlib

from sayso.intake import bylines, language
from sayso.intake.base import Source
from sayso.records.text import Document


def sha256(text: str) -> str:
    """Return the hex digest of `text` in UTF-8, a lone surrogate as the three bytes it would be."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document(  # noqa: PLR0913
    source: Source,
    text: str,
    *,
    id: str | None = None,  # noqa: A002
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    language_stated: str | None = None,
    byline: str | None = None,
    agency: str | None = None,
    modified: str | None = None,
) -> Document:
    """Make the record. The id is the name the person gave unless the input states one.

    What a text says of its writer and agency stands in for what the markup does not. Raises
    IntakeError when `text` holds nothing but white space.
    """
    if not text or text.isspace():
        raise source.error("holds no text", "Check that it was saved or downloaded completely")
    return Document(
        id=source.name if id is None else id,
        text=text,
        sha256=sha256(text),
        title=title,
        publisher=publisher,
        url=url or source.url,
        published=published,
        language=language_stated or language.identify(text),
        byline=byline or bylines.byline(text),
        agency=agency or bylines.agency(text),
        modified=modified,
        live=source.live,
    )
