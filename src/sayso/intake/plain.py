"""Plain text and Markdown: the text as it is, headings, marks and all."""

from collections.abc import Iterator

from sayso.intake import encoding, identity
from sayso.intake.base import Format, Source
from sayso.records.text import Document


class Plain(Format):
    """Whatever no other format claims, if it is text at all."""

    label = "plain text"
    suffixes = (".txt", ".text", ".md", ".markdown", ".asc")
    media_types = ("text/plain", "text/markdown")

    def read(self, source: Source) -> Iterator[Document]:
        """Yield one document. Raises IntakeError."""
        yield identity.document(source, encoding.decode(source, source.read()))
