import re
import unicodedata
from html.parser import HTMLParser
from importlib.util import find_spec

import pypdfium2
import pytest
from msgspec.structs import replace

from sayso.errors import SaysoError
from sayso.report.brief import pdf as pdf_module
from sayso.report.brief.html import html
from sayso.report.brief.markdown import markdown
from sayso.report.brief.material import Material
from sayso.report.brief.pdf import pdf
from sayso.report.brief.record import Brief
from sayso.report.words import one_line
from tests.report.briefing import brief, claims, families, material

HOSTILE = (
    "<script>alert(1)</script> [x](javascript:y) **b** `c` | \u202egnp.exe \x1b[31m\x00 ]]> &amp;"
)

needs_pdf = pytest.mark.skipif(
    not (find_spec("reportlab") and find_spec("fontpkg")), reason="needs the extra `pdf`"
)


@pytest.fixture
def hostile() -> Brief:
    """A brief whose every word that may come from outside is out to do harm."""
    read = [
        replace(
            each,
            analysis=replace(
                each.analysis,
                publisher=HOSTILE,
                title=HOSTILE,
                url='https://a.example/"><script>x</script>?q=)\ud800',
            ),
        )
        for each in material().readings.values()
    ]
    made = [
        replace(
            claim,
            why=HOSTILE,
            proposition=HOSTILE,
            statements=tuple(
                replace(each, source=HOSTILE if each.source else None, origin=HOSTILE)
                for each in claim.statements
            ),
        )
        for claim in claims()
    ]
    found = brief("depot", on=Material(made, read, families()))
    notes = (replace(each, words=HOSTILE, before=HOSTILE) for each in found.footnotes)
    return replace(found, title=HOSTILE, footnotes=tuple(notes))


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]


def test_markdown_has_a_footnote_for_each_mark() -> None:
    text = markdown(brief("depot"))
    marked = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert marked == set(re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE))
    assert "**The Dune League burned a fuel depot near Agadez on Monday**, Captain" in text


def test_markdown_escapes_what_is_hostile(hostile: Brief) -> None:
    text = markdown(hostile)
    assert not re.search(r"(?<!\\)<(?!https)", text)
    assert not re.search(r"(?<!\\)\[x(?<!\\)\]\(", text)
    assert "\x1b" not in text
    assert "\u202e" not in text
    text.encode()


def test_a_page_has_no_tag_that_came_from_outside(hostile: Brief) -> None:
    page = _Page(html(hostile))
    assert "script" not in page.tags
    assert not [link for link in page.links if link.startswith("javascript")]
    assert "\x1b" not in html(hostile)
    html(hostile).encode()


def test_every_link_inside_a_page_leads_somewhere() -> None:
    page = _Page(html(brief("depot")))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_a_page_loads_nothing() -> None:
    page = html(brief("depot"))
    assert "default-src 'none'" in page
    assert not re.search(r"<(?:script|img|link|iframe)\b|\bsrc=|url\(", page)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", None])
def test_only_web_addresses_are_links(url: str | None) -> None:
    found = brief("depot")
    turned = replace(found, documents=tuple(replace(e, url=url) for e in found.documents))
    assert all(link.startswith("#") for link in _Page(html(turned)).links)
    assert "](" not in markdown(turned)


@needs_pdf
def test_a_pdf_has_every_footnote_and_is_the_same_each_time() -> None:
    found = brief("depot")
    made = pdf(found)
    assert made == pdf(found)
    text = _text(made)
    assert found.title in text
    for note in found.footnotes:
        assert _bare(note.words) in _bare(text)


@needs_pdf
def test_a_pdf_takes_what_is_hostile(hostile: Brief) -> None:
    assert "alert(1)" in _text(pdf(hostile))


@needs_pdf
@pytest.mark.parametrize(
    ("name", "shown"),
    [("Ľubomír Żółć", True), ("Олена Їжак", True), ("Ωρωπός", True), ("أغاديز", False)],
)
def test_a_pdf_sets_what_it_can_and_says_what_it_cannot(name: str, shown: bool) -> None:  # noqa: FBT001
    text = _text(pdf(replace(brief("depot"), title=name)))
    assert (_bare(name) in _bare(text)) == shown
    assert ("could not be set" in text) != shown


def test_without_reportlab_an_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(pdf_module, "import_module", missing)
    pdf_module._kit.cache_clear()  # noqa: SLF001 (a kit that was made stays)
    with pytest.raises(SaysoError, match=r"pip install 'sayso\[pdf\]'"):
        pdf(brief("depot"))


def _text(made: bytes) -> str:
    with pypdfium2.PdfDocument(made) as document:
        pages = []
        for page in document:
            words = page.get_textpage()
            pages.append(words.get_text_bounded())
            words.close()
            page.close()
    return one_line(" ".join(pages))


def _bare(text: str) -> str:
    """Without what a line's end changes."""
    return re.sub(r"[\s\u00ad\ufffe-]", "", unicodedata.normalize("NFC", text))
