"""A brief as a PDF for print and for the files of a case; needs `pip install 'sayso[pdf]'`.

The letters are Noto Sans', of which the file holds those that it uses. Scripts that are written
from right to left, or whose letters change with their neighbours, would come out wrong, and wrong
words are worse than none: such letters stand as U+FFFD, and the page says so.
"""

import io
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from importlib import import_module
from itertools import pairwise
from typing import Any, Final

from sayso.errors import SaysoError
from sayso.report.brief import facts
from sayso.report.brief.record import Brief, Entry, Footnote, Mark, Name, Quote, Section, Sentence
from sayso.report.words import one_line, plural

_FONT: Final = "Noto Sans"
_LETTERS: Final = ("LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER")
_NONE: Final = "\ufffd"
_WEB = ("http://", "https://")
_INK, _QUIET, _LINK, _AGAINST = "#1f1e1b", "#67625a", "#2a6086", "#b04a22"
_MARGIN = 62
_SHARED: Final[dict[str, object]] = {
    "fontName": _FONT, "bulletFontName": _FONT, "bulletFontSize": 8.5, "textColor": _INK,
    "allowWidows": 0, "allowOrphans": 0,
}  # fmt: skip
_LINES: Final[Mapping[str, dict[str, object]]] = {
    "title": {"fontSize": 20, "leading": 25, "spaceAfter": 8},
    "section": {
        "fontSize": 14,
        "leading": 18,
        "spaceBefore": 16,
        "spaceAfter": 5,
        "keepWithNext": 1,
    },
    "head": {"fontSize": 11.5, "leading": 15.5, "spaceBefore": 9, "keepWithNext": 1},
    "quiet": {"fontSize": 8.5, "leading": 12, "textColor": _QUIET, "spaceAfter": 2},
    "item": {"fontSize": 9.5, "leading": 14, "leftIndent": 12, "bulletIndent": 2, "spaceAfter": 2},
    "note": {"fontSize": 8.5, "leading": 12, "leftIndent": 22, "bulletIndent": 0, "spaceAfter": 3},
}


def pdf(brief: Brief) -> bytes:
    """Give the brief as a PDF file; the same brief gives the same bytes.

    Raises SaysoError where what makes a PDF is not installed.
    """
    kit = _kit()
    pen = _Pen(kit)
    story = list(_story(brief, pen))
    if pen.missing:
        left = f"{plural(pen.missing, 'letter')} could not be set and stand as {_NONE};"
        story.append(pen.line(f"{left} HTML and Markdown have all.", "quiet"))
    file = io.BytesIO()
    kit.template(
        file,
        title=facts.title(brief),
        author="sayso",
        lang="en",
        invariant=1,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
    ).build(story, onFirstPage=_number, onLaterPages=_number)
    return file.getvalue()


class _Kit:
    """The parts of ReportLab that are used, and the letters that the font has."""

    def __init__(self) -> None:
        try:
            fonts = import_module("fontpkg")
            styles = import_module("reportlab.lib.styles")
            platypus = import_module("reportlab.platypus")
            metrics = import_module("reportlab.pdfbase.pdfmetrics")
            font = import_module("reportlab.pdfbase.ttfonts").TTFont(_FONT, str(fonts.path(_FONT)))
        except (ImportError, LookupError) as error:
            raise SaysoError("a PDF needs ReportLab: pip install 'sayso[pdf]'") from error
        metrics.registerFont(font)
        self.letters = frozenset(font.face.charToGlyph)
        self.paragraph = platypus.Paragraph
        self.template = platypus.SimpleDocTemplate
        self.styles = {
            name: styles.ParagraphStyle(name, **(_SHARED | given)) for name, given in _LINES.items()
        }


@cache
def _kit() -> _Kit:
    return _Kit()


class _Pen:
    """Writes lines in ReportLab's markup; counts the letters that it cannot write."""

    def __init__(self, kit: _Kit) -> None:
        self._kit = kit
        self.missing = 0

    def line(self, markup: str, style: str, *, bullet: str | None = None) -> Any:  # noqa: ANN401
        """Make a paragraph of what is marked up already."""
        return self._kit.paragraph(markup, self._kit.styles[style], bulletText=bullet)

    def plain(self, text: str) -> str:
        """Escape text, with U+FFFD for each letter that cannot be set."""
        found = []
        for letter in unicodedata.normalize("NFC", facts.flat(text)):
            fits = ord(letter) in self._kit.letters and _is_set_alone(letter)
            self.missing += not fits and letter != _NONE
            found.append(letter if fits else _NONE)
        return escape("".join(found))


@cache
def _is_set_alone(letter: str) -> bool:
    if not unicodedata.category(letter).startswith(("L", "M")):
        return True
    return unicodedata.name(letter, "").startswith(_LETTERS)


def _story(brief: Brief, pen: _Pen) -> Iterator[Any]:
    yield pen.line(pen.plain(facts.title(brief)), "title")
    for fact in facts.facts(brief):
        yield pen.line(pen.plain(fact), "quiet")
    for section in brief.sections:
        yield from _section(section, pen)
    yield pen.line("Documents", "section")
    for cited in brief.documents:
        name = pen.plain(facts.name(cited))
        if (cited.url or "").startswith(_WEB):
            name = f'<a href="{escape(one_line(cited.url or ""))}">{name}</a>'
        detail = pen.plain(" · ".join(facts.details(cited)))
        quiet = f'<br/><font color="{_QUIET}">{detail}</font>'
        anchored = f'<a name="document-{cited.number}"/>{name}{quiet}'
        yield pen.line(anchored, "note", bullet=f"{cited.number}.")
    yield pen.line("Footnotes", "section")
    for note in brief.footnotes:
        yield pen.line(_note(note, pen), "note", bullet=f"{note.number}.")
    yield pen.line(pen.plain(facts.MADE), "quiet")


def _section(section: Section, pen: _Pen) -> Iterator[Any]:
    yield pen.line(pen.plain(section.title), "section")
    if section.remark:
        yield pen.line(pen.plain(section.remark), "quiet")
    for entry in section.entries:
        yield from _entry(entry, pen)
    if section.left:
        yield pen.line(f"{plural(section.left, 'more')}, left out here.", "quiet")


def _entry(entry: Entry, pen: _Pen) -> Iterator[Any]:
    label = _label(entry.label, pen)
    if entry.head:
        yield pen.line(_told(entry.head, pen), "head")
        yield pen.line(" · ".join(filter(None, (label, *map(pen.plain, entry.facts)))), "quiet")
    elif label and len(entry.sentences) > 1:
        yield pen.line(label, "head")
    alone = label and not entry.head and len(entry.sentences) == 1
    for sentence in entry.sentences:
        told = _told(sentence, pen)
        yield pen.line(f"{label}: {told}" if alone else told, "item", bullet="–")


def _label(label: str | None, pen: _Pen) -> str:
    if not label:
        return ""
    colour = _AGAINST if label in ("disputed", "denied", "withdrawn") else _QUIET
    return f'<font color="{colour}">{pen.plain(facts.capital(label))}</font>'


def _told(sentence: Sentence, pen: _Pen) -> str:
    told = ""
    for before, part in pairwise((None, *sentence.parts)):
        match part:
            case Quote():
                told += pen.plain(facts.quoted(part)) + _mark(part.note)
            case Mark():
                told += _mark(part.note, after=isinstance(before, Quote | Mark))
            case Name():
                told += pen.plain(f"“{part.words}”" if part.quoted else part.words)
            case str():
                told += pen.plain(part)
    return told


def _mark(number: int, *, after: bool = False) -> str:
    comma = ", " if after else ""
    return f'<super size="6.5">{comma}<a href="#note-{number}" color="{_LINK}">{number}</a></super>'


def _note(note: Footnote, pen: _Pen) -> str:
    before, after = (
        f'<font color="{_QUIET}">{pen.plain(each)}</font>' if each else ""
        for each in facts.context(note)
    )
    where = pen.plain(facts.place(note))
    return (
        f'<a name="note-{note.number}"/>{before}{pen.plain(note.words)}{after} '
        f'<font color="{_QUIET}">(<a href="#document-{note.source}">document {note.source}</a>, '
        f"{where})</font>"
    )


def _number(canvas: Any, page: Any) -> None:  # noqa: ANN401 (ReportLab's, which have no types)
    canvas.setFont(_FONT, 8)
    canvas.setFillColor(_QUIET)
    canvas.drawRightString(page.pagesize[0] - _MARGIN, _MARGIN / 2, str(page.page))
