"""Web pages: the article without the page around it.

trafilatura finds the article; its paragraphs are joined by blank lines. What the markup states of
title, writers, publisher, agency and date goes into their fields; the date that trafilatura
offers is not taken, because it falls back on any date it can find, a copyright line's for one.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from lxml.etree import _Element
from lxml.html import HtmlElement

from sayso.intake import encoding, identity, markup
from sayso.intake.base import Format, Source
from sayso.intake.markup import Declared
from sayso.records.text import Document

FEWEST_WORDS = 15
"""Of an article: the shortest flash has a sentence."""

NOTICE_WORDS = 120
"""A page that is longer is not only a notice ("page not found"), whatever words it uses."""

# An overview has a linked heading to every few words of text; a page that does not call itself an
# article and links that densely is none.
LINKED_HEADINGS = 4
WORDS_PER_LINKED_HEADING = 40

_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table"})

_LINKED_HEADING = "//*[self::h2 or self::h3 or self::h4][.//a[@href] or ancestor::a]"

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_RIGHTS = re.compile(r"(?:©|\(c\) |copyright\b|all rights reserved)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)


class Web(Format):
    """A saved or fetched page."""

    label = "HTML"
    suffixes = (".html", ".htm", ".xhtml", ".shtml")
    media_types = ("text/html", "application/xhtml+xml")

    def recognises(self, head: bytes) -> bool:
        """Whether it begins as HTML does."""
        return bool(_HTML.match(head.removeprefix(b"\xef\xbb\xbf")))

    def read(self, source: Source) -> Iterator[Document]:
        """Yield one document. Raises IntakeError, also for a page that holds no article."""
        # A third of a second, which only those who read a page should wait.
        import trafilatura  # noqa: PLC0415
        from trafilatura.settings import Document as Extracted  # noqa: PLC0415

        data = source.read()
        tree = trafilatura.load_html(encoding.decode(source, data, stated=_stated(data)))
        if tree is None:
            raise source.error("is no HTML that can be read", "Save the page again")
        stated = markup.declared(tree)
        linked = len(tree.xpath(_LINKED_HEADING))
        visible = trafilatura.extract_metadata(tree, extensive=False)
        heading = " ".join((tree.findtext(".//title") or "").split())
        title = stated.title or _headline(tree, heading) or visible.title
        _unfold_layout(tree)
        found = trafilatura.bare_extraction(tree, include_comments=False)
        text = "\n\n".join(_blocks(found.body, title)) if isinstance(found, Extracted) else ""
        _check(source, text, f"{heading}\n{title}", stated, linked)
        yield identity.document(
            source,
            text,
            title=title,
            publisher=stated.publisher,
            url=source.url or stated.url,
            published=stated.published,
            byline=stated.byline or markup.listed((visible.author or "").split("; ")),
            agency=stated.agency,
            modified=stated.modified,
        )


def _stated(data: bytes) -> str | None:
    head = data[:4096]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    return found[1].decode("ascii") if found else None


def _unfold_layout(tree: HtmlElement) -> None:
    """Turn tables that hold the page, as pages of the nineties do, into plain divisions."""
    for table in tree.xpath("//table[.//p or .//table or .//h1 or .//h2 or .//h3]"):
        for element in (table, *table.xpath(".//tbody | .//tr | .//td | .//th")):
            element.tag = "div"


def _blocks(body: _Element, title: str | None) -> list[str]:
    """Return the paragraphs, less the title above them and the rights below."""
    blocks = [block for element in body for block in _text(element)]
    if blocks[:1] == [title]:
        del blocks[0]
    while blocks and _RIGHTS.match(blocks[-1]):
        del blocks[-1]
    return blocks


def _text(element: _Element) -> Iterator[str]:
    """Yield the paragraphs in one element of trafilatura's own markup."""
    if element.tag == "table":
        rows = (" | ".join(filter(None, map(_line, row))) for row in element.iter("row", "tr"))
        yield "\n".join(filter(None, rows))
        return
    inline = [_spaced(element.text)]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _paragraphs(inline)
            inline.clear()
            yield from _text(child)
        else:
            inline += _pieces(child)
        inline.append(_spaced(child.tail))
    yield from _paragraphs(inline)


def _paragraphs(pieces: list[str]) -> Iterator[str]:
    # A double line break is how pages without paragraphs make them.
    for part in re.split(r"\n\s*\n", "".join(pieces)):
        lines = (" ".join(line.split()) for line in part.split("\n"))
        if block := "\n".join(filter(None, lines)):
            yield block


def _pieces(element: _Element) -> Iterator[str]:
    """Yield the text of an element, a line end where it breaks a line."""
    yield "\n" if element.tag == "lb" else _spaced(element.text)
    for child in element:
        yield from _pieces(child)
        yield _spaced(child.tail)


def _spaced(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _line(element: _Element) -> str:
    return " ".join(" ".join(_pieces(element)).split())


def _headline(tree: HtmlElement, heading: str) -> str | None:
    """Return the longest heading that the page's title repeats: "Harbour strike - The Courier"."""
    headings = {" ".join(h.text_content().split()) for h in tree.xpath("//h1 | //h2 | //h3")}
    return max((h for h in headings if h and h in heading), key=len, default=None)


def _check(source: Source, text: str, headings: str, stated: Declared, linked: int) -> None:
    words = len(text.split())
    begun = f"{headings}\n{text[:500]}".casefold()
    if words < FEWEST_WORDS:
        reason = "is a page without an article"
    elif words < NOTICE_WORDS and any(notice in begun for notice in _notices()):
        reason = "is a notice in place of an article"
    elif (
        not stated.article
        and linked >= LINKED_HEADINGS
        and words < WORDS_PER_LINKED_HEADING * linked
    ):
        reason = "is an overview of articles and none itself"
    else:
        return
    raise source.error(reason, "Open the article in a browser, save that page, and give the file")


@cache
def _notices() -> tuple[str, ...]:
    lines = resources.files("sayso.intake").joinpath("notices.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
