import json

import pytest
from lxml.html import document_fromstring

from sayso.intake.markup import Declared, declared, listed

NOTHING = dict.fromkeys(["title", "byline", "publisher", "agency", "published", "modified", "url"])


def read(head: str, body: str = "<p>Text</p>") -> Declared:
    return declared(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def ld(node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_nothing_stated_is_nothing_found() -> None:
    body = "<p>Posted on 5 March 2024. Copyright 2024 The Tigris Ledger</p>"
    assert read("<title>Ambush</title>", body) == Declared(article=False, **NOTHING)


@pytest.mark.parametrize(
    ("node", "byline", "publisher", "agency"),
    [
        ({"author": {"name": "Jane Doe"}}, "Jane Doe", None, None),
        ({"author": ["By Jane Doe", {"name": "John Roe"}]}, "Jane Doe and John Roe", None, None),
        (
            {"author": {"name": "AFP"}, "publisher": "Ledger"},
            None,
            "Ledger",
            "Agence France-Presse",
        ),
        ({"author": [{"name": "Jane Doe"}, "Reuters"]}, "Jane Doe", None, "Reuters"),
        ({"author": "Ledger", "publisher": {"name": "Ledger"}}, None, "Ledger", None),
        ({"author": "https://social.example/janedoe"}, None, None, None),
        ({"sourceOrganization": {"name": "AP"}}, None, None, "Associated Press"),
        ({"author": None, "publisher": 7}, None, None, None),
    ],
)
def test_people_and_agencies_are_told_apart(
    node: dict[str, object], byline: str | None, publisher: str | None, agency: str | None
) -> None:
    found = read(ld({"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], **node}]}))
    assert (found.byline, found.publisher, found.agency) == (byline, publisher, agency)
    assert found.article


@pytest.mark.parametrize(
    ("head", "body", "modified"),
    [
        (ld({"@type": "NewsArticle", "dateModified": "2024-03-06T08:00Z"}), "",
         "2024-03-06T08:00:00+00:00"),
        ('<meta property="article:modified_time" content="2024-03-07">', "", "2024-03-07"),
        ('<meta property="article:published_time" content="2024-03-07">', "", None),
        ("", '<time itemprop="dateModified" datetime="2024-03-08">8 March</time>', "2024-03-08"),
        ("", "<p>Updated on 8 March 2024</p>", None),
    ],
)  # fmt: skip
def test_when_a_page_was_changed_is_what_it_states(
    head: str, body: str, modified: str | None
) -> None:
    assert read(head, body).modified == modified


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (ld({"@type": "NewsArticle", "datePublished": "2024-03-05"}), "", "2024-03-05"),
        (ld({"@type": "WebPage", "datePublished": "2024-03-05"}), "", None),
        ('<meta property="article:published_time" content="2024-03-05T08:00Z">', "",
         "2024-03-05T08:00:00+00:00"),
        ('<meta property="article:modified_time" content="2024-03-07">', "", None),
        ('<meta name="date" content="05.03.2024">', "", None),
        ("", '<span itemprop="datePublished" content="2024-03-05">5 March</span>', "2024-03-05"),
        ("", '<time datetime="2024-03-05">5 March</time>', "2024-03-05"),
        ("", '<time datetime="2024-03-05">5</time><time datetime="2024-03-01">1</time>', None),
        ("", "<time>5 March 2024</time>", None),
        ('<link rel="canonical" href="https://a.example/2024/03/05/x">', "", "2024-03-05"),
        ('<link rel="canonical" href="https://a.example/2024/x">', "<p>© 2024</p>", None),
    ],
)  # fmt: skip
def test_a_date_is_taken_only_where_the_markup_states_it(
    head: str, body: str, published: str | None
) -> None:
    assert read(head, body).published == published


@pytest.mark.parametrize("script", ["", "{", "[" * 50_000, '"text"', "null", '{"@type": 3}'])
def test_broken_json_ld_is_passed_over(script: str) -> None:
    found = read(
        f'<script type="application/ld+json">{script}</script><meta name="author" content="J">'
    )
    assert (found.article, found.byline) == (False, "J")


def test_names_are_listed_as_a_byline_has_them() -> None:
    assert listed(["A", "B", "B", "C"]) == "A, B and C"
    assert listed([]) is None
