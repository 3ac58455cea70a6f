"""What a page's markup states of its article: headline, writers, publisher, agency, date, address.

Only what is written for machines counts (JSON-LD, meta tags, microdata, `time`, the URL): a date
in the running text or a copyright line is when something happened, not when this was published.
"""

import json
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement
from msgspec import Struct

from sayso.intake import bylines, dates

# In order of trust: what means publication, then what mostly does.
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "citation_publication_date", "dc.date.issued", "dcterms.issued",
    "dcterms.date", "dc.date", "publishdate", "publish-date", "publication_date", "pubdate", "date",
)  # fmt: skip
_CHANGES = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
_TITLES = ("og:title", "citation_title", "parsely-title", "sailthru.title", "dc.title", "headline")
_WRITERS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator")
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "application-name")
_ADDRESSES = ("og:url", "twitter:url")


class Declared(Struct, frozen=True, kw_only=True):
    """What the markup states. `article` is whether it calls the page an article."""

    article: bool
    title: str | None
    byline: str | None
    publisher: str | None
    agency: str | None
    published: str | None
    modified: str | None
    url: str | None


def declared(tree: HtmlElement) -> Declared:
    """Read the markup of a parsed page. What it does not state is None."""
    node = next(_articles(tree), {})
    meta = _meta(tree)
    url = _first([*tree.xpath("//link[@rel='canonical']/@href"), *_values(meta, _ADDRESSES)])
    publisher = _first([*_names(node.get("publisher")), *_values(meta, _PUBLISHERS)])
    writers = _names(node.get("author")) or _values(meta, _WRITERS)
    agencies = map(bylines.agency_called, [*_names(node.get("sourceOrganization")), *writers])
    return Declared(
        article=bool(node) or meta.get("og:type", "").lower() == "article",
        title=_first([*_names(node.get("headline")), *_values(meta, _TITLES)]),
        byline=listed(name for name in writers if name != publisher),
        publisher=publisher,
        agency=_first(agencies),
        published=_published(tree, node, meta, url),
        modified=_modified(tree, node, meta),
        url=url if url and url.startswith(("http://", "https://")) else None,
    )


def listed(names: Iterable[str]) -> str | None:
    """Writers as a byline has them, "A, B and C"; agencies and addresses are no writers."""
    people = [
        name.removeprefix("By ").removeprefix("by ").strip()
        for name in dict.fromkeys(names)
        if "://" not in name and not bylines.agency_called(name)
    ]
    *others, last = people or [""]
    return f"{', '.join(others)} and {last}" if others else last or None


def _published(
    tree: HtmlElement, node: dict[str, object], meta: dict[str, str], url: str | None
) -> str | None:
    stated = [*_names(node.get("datePublished")), *_values(meta, _DATES)]
    stated += tree.xpath("//*[@itemprop='datePublished']/@content")
    stated += tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    # A page with one time has it for its article; among several there is no telling.
    if len(times := set(tree.xpath("//time/@datetime"))) == 1:
        stated += times
    return _first([*map(dates.iso, stated), dates.in_url(url) if url else None])


def _modified(tree: HtmlElement, node: dict[str, object], meta: dict[str, str]) -> str | None:
    stated = [*_names(node.get("dateModified")), *_values(meta, _CHANGES)]
    stated += tree.xpath("//*[@itemprop='dateModified']/@content")
    stated += tree.xpath("//time[@itemprop='dateModified']/@datetime")
    return _first(map(dates.iso, stated))


def _articles(tree: HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            # Half of a template; the meta tags say the same.
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).endswith(("Article", "BlogPosting", "Report")) for kind in kinds):
                yield node


def _nodes(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"))


def _names(value: object) -> list[str]:
    """Flatten a name, an object with a name, or a list of them."""
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return [text] if text else []


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name:
            found.setdefault(name.lower(), " ".join(element.get("content").split()))
    return found


def _values(meta: dict[str, str], names: Iterable[str]) -> list[str]:
    return [meta[name] for name in names if meta.get(name)]


def _first(found: Iterable[str | None]) -> str | None:
    return next(filter(None, found), None)
