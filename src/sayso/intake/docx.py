"""Word documents: the running text, paragraph by paragraph, tables row by row.

Insertions under review are read and deletions are not, as in Word's final view. Headers, footers,
footnotes, comments and text boxes are left out.
"""

import io
import zipfile
from collections.abc import Iterator

from lxml.etree import _Element

from sayso.intake import identity
from sayso.intake.base import Format, Source
from sayso.records.text import Document

MAIN = "word/document.xml"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_T = f"{_W}t"
_TEXT = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "txbxContent"))


class Docx(Format):
    """A ZIP archive with a Word document in it."""

    label = "DOCX"
    suffixes = (".docx",)
    media_types = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)

    def recognises(self, head: bytes) -> bool:
        """Whether it is a ZIP archive: other kinds of them get a better error here."""
        return head.startswith(b"PK\x03\x04")

    def read(self, source: Source) -> Iterator[Document]:
        """Yield one document. Raises IntakeError."""
        # A tenth of a second, which only those who read a DOCX should wait.
        import docx  # noqa: PLC0415

        data = source.read()
        _check(source, data)
        word = docx.Document(io.BytesIO(data))
        # Below python-docx's own paragraphs, which leave out what is inserted under review.
        blocks = list(_blocks(word.element.body))
        title = word.core_properties.title.strip()
        yield identity.document(
            source,
            "\n\n".join(blocks),
            # Templates leave titles behind; one that the text repeats is its own.
            title=title if title and title in blocks else None,
        )


def _check(source: Source, data: bytes) -> None:
    """Refuse what is no Word document, and what would not stop growing, before it is unpacked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise source.error(
            "is a broken ZIP archive, where DOCX was expected", "Download or save it again"
        ) from None
    with archive:
        if MAIN not in archive.namelist():
            raise source.error(
                "is a ZIP archive without a Word document", "Unpack it, and give the files in it"
            )
        # zipfile never unpacks more of a member than the size that it declares.
        unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > source.max_bytes:
            raise source.error(
                f"unpacks to {unpacked:,} bytes, and the limit for one document is "
                f"{source.max_bytes:,}",
                "Make its pictures smaller, or raise the limit, if you trust it",
            )
        if b"<!DOCTYPE" in archive.read(MAIN):
            raise source.error(
                "declares XML entities, which no Word document needs",
                "Do not trust it: open it in Word with care, and save it again",
            )


def _blocks(container: _Element) -> Iterator[str]:
    """Paragraphs and tables of a body or a content control, in order."""
    for element in container:
        if element.tag == f"{_W}p":
            text = _paragraph(element)
        elif element.tag == f"{_W}tbl":
            text = "\n".join(filter(None, map(_row, element.iter(f"{_W}tr"))))
        else:
            yield from _blocks(element)
            continue
        if text:
            yield text


def _row(row: _Element) -> str:
    cells = (
        " ".join(filter(None, map(_paragraph, cell.iter(f"{_W}p")))) for cell in row.iter(f"{_W}tc")
    )
    return " | ".join(filter(None, cells))


def _paragraph(element: _Element) -> str:
    return "".join(_runs(element)).strip()


def _runs(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag == _T:
            yield child.text or ""
        elif child.tag in _TEXT:
            yield _TEXT[child.tag]
        elif child.tag not in _LEFT_OUT:
            yield from _runs(child)
