"""Formats that people will try and that this version cannot read: each gets a word of advice."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.errors import IntakeError
from sayso.intake.base import Format, Source
from sayso.records.text import Document


@dataclass(frozen=True, kw_only=True)
class Later(Format):
    """One such format: `marks` are the bytes that it may begin with."""

    label: str
    advice: str
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    marks: tuple[bytes, ...] = ()

    def recognises(self, head: bytes) -> bool:
        """Whether `head` begins with one of the marks."""
        return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(self.marks)

    def read(self, source: Source) -> Iterator[Document | IntakeError]:
        """Raise IntakeError."""
        raise source.error(f"is {self.label}, which this version does not read yet", self.advice)


LATER: tuple[Format, ...] = (
    Later(
        label="a Parquet table",
        advice="Write it as JSONL, one object with id and text a line",
        suffixes=(".parquet",),
        marks=(b"PAR1",),
    ),
    Later(
        label="a rich-text or old Word document",
        advice="Save it as DOCX or PDF",
        suffixes=(".doc", ".rtf"),
        media_types=("application/msword", "application/rtf", "text/rtf"),
        marks=(b"{\\rtf", b"\xd0\xcf\x11\xe0"),
    ),
    Later(
        label="an OpenDocument text or an e-book",
        advice="Save it as DOCX, PDF or plain text",
        suffixes=(".odt", ".epub"),
        media_types=("application/vnd.oasis.opendocument.text", "application/epub+zip"),
    ),
    Later(
        label="an e-mail",
        advice="Save its text as a plain text file",
        suffixes=(".eml", ".msg", ".mbox"),
        media_types=("message/rfc822",),
    ),
)
