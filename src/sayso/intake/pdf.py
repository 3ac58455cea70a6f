"""PDF: the text layer, its lines joined into the paragraphs that a reader sees.

Running heads, page numbers and the hyphens of broken words go. Nothing is recognised from
pictures. The title in a PDF's properties is taken only when the first page shows it: mostly it is
the name of somebody's file; the dates there are of files too, and never taken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_double
from functools import cache
from importlib import resources
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium
from msgspec import Struct
from pypdfium2 import raw

from sayso.errors import IntakeError
from sayso.intake import identity
from sayso.intake.base import Format, Source
from sayso.records.text import Document

TAIL = 1024
"""Bytes at the end in which the format wants its end mark."""

# In units of the usual distance between lines, of the font's size, of the column's width. Set by
# eye on pages printed by a browser and a word processor: lines of one paragraph differ by a few
# hundredths, paragraphs by half a line, an indent or a last line that ends early.
GAP = 1.25
SIZE = 0.08
INDENT = 0.8
SHORT = 0.85

EDGE_LINES = 2
"""At the top and at the bottom of a page, where running heads and page numbers stand."""

_PAGE_NUMBER = re.compile(
    r"(page )?#(( of |/| / )#)?|[-\u2013\u2014] ?# ?[-\u2013\u2014]", re.IGNORECASE
)
_LINE_ENDS = frozenset(map(ord, "\r\n"))

_WORD = re.compile(r"[\w-]+")
_ENDED = re.compile(r"[.!?:…][\"'\u201d\u2019)\]]*$")

# Type's ligatures are letters; soft hyphens and what has no character are nothing.
_UNDRESSED = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | dict.fromkeys("\x00\xad\ufffe", "")
)


class Pdf(Format):
    """A PDF with a text layer."""

    label = "PDF"
    suffixes = (".pdf",)
    media_types = ("application/pdf",)

    def recognises(self, head: bytes) -> bool:
        """Whether the format's mark is near the beginning, where readers accept it."""
        return b"%PDF-" in head[:1024]

    def read(self, source: Source) -> Iterator[Document | IntakeError]:
        """Yield one document, and an error when much of it is pictures. Raises IntakeError."""
        data = source.read()
        if b"%%EOF" not in data.rstrip(b"\0\t\r\n ")[-TAIL:]:
            raise source.error("is cut off: the PDF has no end", "Download or save it again")
        pdf = _opened(source, data)
        try:
            pages = [_lines(page) for page in pdf]
            title = pdf.get_metadata_value("Title").strip()
        finally:
            pdf.close()
        blank = [number for number, lines in enumerate(pages, 1) if not lines]
        if len(blank) == len(pages):
            raise source.error(
                "has no text: its pages are pictures, as a scanner makes them",
                "Recognise the text first, with ocrmypdf for instance",
            )
        paragraphs = _paragraphs(pages)
        yield identity.document(
            source,
            "\n\n".join(paragraphs),
            title=title if title and title in " ".join(paragraphs[:5]) else None,
        )
        if len(blank) >= len(pages) / 2:
            yield source.error(
                f"is read in part: {len(blank)} of its {len(pages)} pages have no text",
                "Recognise the text first, with ocrmypdf for instance",
            )


class _Line(Struct, frozen=True):
    """One line of a page, in points from the lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    broken: bool
    """Whether it ends within a word, at a hyphen that is not in `text`."""


def _opened(source: Source, data: bytes) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise source.error(
                "is locked with a password", "Open it, and print it to a new PDF"
            ) from None
        raise source.error(
            f"is no PDF that can be opened ({error})", "Download or save it again"
        ) from None
    if len(pdf) == 0:
        raise source.error("has no pages", "Download or save it again")
    return pdf


def _lines(page: pdfium.PdfPage) -> list[_Line]:
    textpage = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(textpage, n) for n in range(textpage.count_chars())]
    lines = []
    start = 0
    for n, code in enumerate([*codes, ord("\n")]):
        broken = n < len(codes) and raw.FPDFText_IsHyphen(textpage, n) == 1
        if not broken and code not in _LINE_ENDS:
            continue
        text = " ".join("".join(map(chr, codes[start:n])).translate(_UNDRESSED).split())
        if text:
            lines.append(_line(textpage, start, n - 1, text=text, broken=broken))
        start = n + 1
    return lines


def _line(textpage: pdfium.PdfTextPage, first: int, last: int, *, text: str, broken: bool) -> _Line:
    left, base = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(textpage, first, left, base)
    return _Line(
        text=text,
        left=left.value,
        right=textpage.get_charbox(last)[2],
        base=base.value,
        size=raw.FPDFText_GetFontSize(textpage, first),
        broken=broken,
    )


def _paragraphs(pages: Sequence[list[_Line]]) -> list[str]:
    lines = [line for page in _without_edges(pages) for line in page]
    if not lines:
        return []
    gaps = [(a.base - b.base) / a.size for a, b in pairwise(lines) if a.base > b.base and a.size]
    usual = median(gaps) if gaps else 1.0
    words = frozenset(word for line in lines for word in _WORD.findall(line.text.lower()))
    paragraphs = [lines[0].text]
    # The right edge of a paragraph so far stands for the column's.
    right = lines[0].right
    for before, line in pairwise(lines):
        if _begins_paragraph(before, line, usual=usual, right=right):
            paragraphs.append(line.text)
            right = line.right
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line.text, broken=before.broken, words=words)
            right = max(right, line.right)
    return paragraphs


def _without_edges(pages: Sequence[list[_Line]]) -> Iterable[list[_Line]]:
    """Return the pages less their running heads and numbers."""
    edges = [[*page[:EDGE_LINES], *page[EDGE_LINES:][-EDGE_LINES:]] for page in pages]
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    often = max(2, len(pages) / 2)
    for page, edge in zip(pages, edges, strict=True):
        keys = {_key(line) for line in edge}
        running = {key for key in keys if counts[key] >= often or _PAGE_NUMBER.fullmatch(key)}
        yield [line for line in page if not (line in edge and _key(line) in running)]


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _begins_paragraph(before: _Line, line: _Line, *, usual: float, right: float) -> bool:
    if before.broken:
        return False
    ended = bool(_ENDED.search(before.text))
    if line.base >= before.base - SIZE * line.size:
        # A new page or column; or the rest of the same line, which has no end in between.
        return ended
    return (
        abs(line.size - before.size) > SIZE * before.size
        or before.base - line.base > GAP * usual * before.size
        or line.left - before.left > INDENT * line.size
        or (ended and before.right - before.left < SHORT * (right - before.left))
    )


def _joined(text: str, line: str, *, broken: bool, words: frozenset[str]) -> str:
    if not broken and not (text.endswith("-") and line[:1].islower()):
        return f"{text} {line}"
    text = text.removesuffix("-")
    begun, rest = _WORD.findall(f"_{text}")[-1].lstrip("_").lower(), _WORD.match(line)
    ended = rest[0].lower() if rest else ""
    # "Lake-" + "backed" keeps its hyphen, "provin-" + "cial" does not. What stands elsewhere in
    # the document decides, then the words that reporters hang on others.
    compound = f"{begun}-{ended}" in words or (
        f"{begun}{ended}" not in words and (ended in _hung() or not line[:1].islower())
    )
    return f"{text}-{line}" if compound else text + line


@cache
def _hung() -> frozenset[str]:
    lines = resources.files("sayso.intake").joinpath("hyphens.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
