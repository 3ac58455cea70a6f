"""Saved pages, with all that stands around an article. `pages/` was written for these tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import IntakeError
from sayso.records.text import Document

Read = Callable[..., list[Document | IntakeError]]
Refusal = Callable[..., IntakeError]

PAGES = Path(__file__).parent / "pages"


@pytest.fixture
def page(read: Read) -> Callable[[str], Document]:
    def page(name: str) -> Document:
        (found,) = read(name, (PAGES / name).read_bytes())
        assert isinstance(found, Document), found
        return found

    return page


@pytest.mark.parametrize("name", ["news", "blog"])
def test_a_page_gives_what_a_reader_calls_the_article(
    page: Callable[[str], Document], name: str
) -> None:
    expected = (PAGES / f"{name}.txt").read_text("utf-8")
    assert page(f"{name}.html").text + "\n" == expected


def test_a_page_laid_out_in_tables_gives_its_article(page: Callable[[str], Document]) -> None:
    text = page("tables.html").text
    assert text.startswith("By Mary Major\n\nBASRA, Iraq (AP) -- Dockers at Umm Qasr stayed away")
    assert "“nothing that a family can live on”.\n\nThe port authority" in text
    assert "The café by the gate" in text
    assert text.endswith("\n\nA spokesman for the governor declined to comment.")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        (
            "news.html",
            {
                "title": "Two soldiers killed in ambush near Mosul bridge",
                "byline": "Jane Doe and John Roe",
                "publisher": "The Tigris Ledger",
                "agency": None,
                "published": "2024-03-05T08:30:00+03:00",
                "url": "https://ledger.example/iraq/two-soldiers-killed",
            },
        ),
        (
            "blog.html",
            {
                "title": "Notes from the ferry landing",
                "byline": "Nadia Poe",
                "publisher": "River Notes",
                "published": "2024-03-09",
            },
        ),
        # Dates stand in these two pages, in a masthead and a footer; neither is stated.
        (
            "tables.html",
            {
                "title": "Harbour strike enters second week",
                "byline": "Mary Major",
                "publisher": None,
                "agency": "Associated Press",
                "published": None,
                "url": None,
            },
        ),
        (
            "flash.html",
            {
                "title": "Patrol attacked near Sinjar",
                "byline": None,
                "agency": "Reuters",
                "published": None,
            },
        ),
    ],
)
def test_title_writers_publisher_agency_and_date_are_fields(
    page: Callable[[str], Document], name: str, fields: dict[str, str | None]
) -> None:
    found = page(name)
    assert {key: getattr(found, key) for key in fields} == fields


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("overview.html", "is an overview of articles and none itself"),
        ("missing.html", "is a notice in place of an article"),
        ("empty_app.html", "is a page without an article"),
    ],
)
def test_a_page_that_is_no_article_is_said(refusal: Refusal, name: str, reason: str) -> None:
    assert refusal(name, (PAGES / name).read_bytes()).reason == reason


def html(body: str, head: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


ARTICLE = (
    "<article><p>Two soldiers were killed on Tuesday when gunmen opened fire on a patrol near the"
    " old café, the council said.</p><p>A spokesman for the Lake Front denied any part in it, and"
    " said that it kept the truce.</p></article>"
)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "utf-8"),
        ("<meta charset='macintosh'>", "mac_roman"),
    ],
)
def test_the_encoding_is_declared_or_found(
    text_of: Callable[..., str], head: str, encoding: str
) -> None:
    assert "near the old café, the council" in text_of(
        "a.html", html(ARTICLE, head).encode(encoding)
    )


def test_an_entity_bomb_stays_small(read: Read) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    data = (
        f'<!DOCTYPE html [<!ENTITY e0 "ha">{levels}]><html><body>{ARTICLE}<p>&e9;</p></body></html>'
    )
    (found,) = read("a.html", data.encode())
    size = len(found.text if isinstance(found, Document) else found.reason)
    assert size < 1_000


def test_deep_nesting_is_read_or_said(read: Read) -> None:
    depth = 20_000
    (found,) = read("a.html", html("<div>" * depth + ARTICLE + "</div>" * depth).encode())
    assert isinstance(found, Document | IntakeError)


def test_rubbish_in_html_is_said(refusal: Refusal) -> None:
    assert "is no text" in refusal("a.html", b"<!DOCTYPE html>" + bytes(range(256)) * 20).reason


def test_xhtml_with_a_declaration_is_read(text_of: Callable[..., str]) -> None:
    data = f'<?xml version="1.0" encoding="UTF-8"?>\n{html(ARTICLE)}'
    assert text_of("saved", data.encode()).startswith("Two soldiers")
