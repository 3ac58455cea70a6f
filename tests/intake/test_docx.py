import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sayso.errors import IntakeError
from sayso.records.text import Document

TextOf = Callable[..., str]
Refusal = Callable[..., IntakeError]


def packed(word: Word) -> bytes:
    data = io.BytesIO()
    word.save(data)
    return data.getvalue()


def archive(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            zipped.writestr(name, content)
    return data.getvalue()


def with_main_part(word: Word, xml: bytes) -> bytes:
    """The same package around another main part."""
    with zipfile.ZipFile(io.BytesIO(packed(word))) as zipped:
        members = {name: zipped.read(name) for name in zipped.namelist()}
    return archive(members | {"word/document.xml": xml})


@pytest.fixture
def word() -> Word:
    word = docx.Document()
    word.add_heading("Truce on the Khabur", 0)
    word.add_paragraph("Two soldiers were killed on Tuesday,\nthe provincial council said.")
    word.add_paragraph("")
    table = word.add_table(rows=2, cols=2)
    for n, text in enumerate(["Post", "Held by", "Hasaka", "the Front"]):
        table.cell(n // 2, n % 2).text = text
    word.add_paragraph("“We kept the truce,” a spokesman for the Lake Front said.")
    return word


TEXT = (
    "Truce on the Khabur\n\n"
    "Two soldiers were killed on Tuesday,\nthe provincial council said.\n\n"
    "Post | Held by\nHasaka | the Front\n\n"
    "“We kept the truce,” a spokesman for the Lake Front said."
)


def test_paragraphs_and_tables_come_in_order(text_of: TextOf, word: Word) -> None:
    assert text_of("a.docx", packed(word)) == TEXT


def test_insertions_are_read_and_deletions_are_not(text_of: TextOf, word: Word) -> None:
    review = (
        f"<w:p {nsdecls('w')}><w:r><w:t>Nobody </w:t></w:r>"
        '<w:ins w:id="1" w:author="ed"><w:r><w:t>in the town</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="ed"><w:r><w:delText>here</w:delText></w:r></w:del>'
        "<w:r><w:tab/><w:t>spoke.</w:t></w:r></w:p>"
    )
    word.element.body.insert(0, parse_xml(review))
    assert text_of("a.docx", packed(word)) == f"Nobody in the town\tspoke.\n\n{TEXT}"


@pytest.mark.parametrize(
    ("title", "taken"), [("Truce on the Khabur", "Truce on the Khabur"), ("Template 4", None)]
)
def test_a_title_is_taken_only_when_the_text_shows_it(
    read: Callable[..., list[Document]], word: Word, title: str, taken: str | None
) -> None:
    word.core_properties.title = title
    (found,) = read("a.docx", packed(word))
    assert (found.title, found.published, found.byline) == (taken, None, None)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_truncated_docx_is_said(refusal: Refusal, word: Word, share: float) -> None:
    data = packed(word)
    assert "is a broken ZIP archive" in refusal("a.docx", data[: int(share * len(data))]).reason


def test_another_archive_is_said(refusal: Refusal) -> None:
    data = archive({"mimetype": b"application/epub+zip", "a.xhtml": b"<p>Two soldiers</p>"})
    assert refusal("a.epub", data).reason == "is a ZIP archive without a Word document"


def test_an_empty_docx_is_said(refusal: Refusal) -> None:
    assert refusal("a.docx", packed(docx.Document())).reason == "holds no text"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(
    refusal: Refusal, word: Word, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = with_main_part(word, b"<w:document>" + b" " * 2_000_000)
    assert len(bomb) < 50_000
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    assert (
        "the limit for one document is 1,000,000"
        in refusal("a.docx", bomb, max_bytes=1_000_000).reason
    )


def test_an_entity_bomb_is_refused(refusal: Refusal, word: Word) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha">{levels}]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )
    error = refusal("a.docx", with_main_part(word, bomb.encode()))
    assert "declares XML entities" in error.reason


def test_xml_that_does_not_parse_is_said(refusal: Refusal, word: Word) -> None:
    error = refusal("a.docx", with_main_part(word, b"<w:document><w:body>"))
    assert error.reason.startswith("cannot be read as DOCX")
