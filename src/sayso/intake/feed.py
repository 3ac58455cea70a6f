"""Feeds, RSS and Atom: an entry is an article, in full or behind its link.

feedparser reads all kinds and forgives what feeds get wrong. An entry that carries its whole text
is read from the feed; of any other the page that it links to is fetched. What the page states of
itself counts first, and what the entry states stands in for the rest.
"""

import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape, unescape
from io import BufferedReader, BytesIO
from typing import Any, Final, cast
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from sayso.errors import IntakeError
from sayso.intake import dates, markup
from sayso.intake.base import Format, Source
from sayso.records.text import Document

FULL_WORDS: Final = 120
"""Of what an entry may carry and still only be a summary. Feeds of summaries have 20 to 60 words,
abstracts up to a hundred; a report that is shorter costs a look at its page."""

_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE\s+rss[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_END = re.compile(
    rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^>]+>")

# How a text ends that goes on elsewhere: "...", "[…]", "Read more", "Continue reading »".
_GOES_ON = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|(?:read|see) (?:more|on|the (?:full|whole) (?:story|article))"
    r"|continue reading|full (?:story|article))\W*\Z",
    re.IGNORECASE,
)


class _Entry(Struct, frozen=True, kw_only=True):
    """What an entry states; `html` is the longest text that it carries."""

    name: str
    link: str | None
    title: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    modified: str | None
    html: str


class Feed(Format):
    """RSS 0.9 to 2.0 and Atom."""

    label = "a feed"
    suffixes = (".xml", ".rss", ".atom", ".rdf")
    media_types = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")

    def recognises(self, head: bytes) -> bool:
        """Whether the first element is a feed's."""
        return bool(_FEED.match(head.removeprefix(b"\xef\xbb\xbf")))

    def read(self, source: Source) -> Iterator[Document | IntakeError]:
        """Yield a document or an error for each entry, as they stand in the feed.

        Of entries that go by one name only the last edition is read. Raises IntakeError for XML
        that is no feed.
        """
        data = source.read()
        for entry in source.door.each(_entries(source, data)):
            try:
                yield from _documents(source, entry)
            except IntakeError as error:
                yield error
        if not _END.search(data[-1000:]):
            yield source.error(
                "is cut off: entries at its end are missing or incomplete", "Download it again"
            )


def _entries(source: Source, data: bytes) -> list[_Entry]:
    # A tenth of a second, which only those who read a feed should wait.
    import feedparser  # noqa: PLC0415

    told = {"content-type": f"application/xml; charset={source.charset}"} if source.charset else {}
    found = feedparser.parse(
        BytesIO(data), response_headers=told | {"content-location": source.url or ""}
    )
    if not found.version:
        raise source.error(
            "is XML, but no feed, which is the only kind that is read",
            "Give the URLs of its articles, or save them as HTML",
        )
    entries: dict[str, _Entry] = {}
    for raw in found.entries:
        entry = _entry(source, found.feed, raw, rss=found.version.startswith("rss"))
        held = entries.setdefault(entry.name, entry)
        # Feeds begin with what is newest, so of equals the first one counts.
        if (entry.modified or "") > (held.modified or ""):
            entries[entry.name] = entry
    return list(entries.values())


def _entry(source: Source, feed: dict[str, Any], raw: dict[str, Any], *, rss: bool) -> _Entry:
    link = _link(raw)
    carried = [str(part.get("value") or "") for part in raw.get("content", [])]
    carried.append(_said(raw, "summary") or "")
    origin = raw.get("source") or {}
    title = _plain(_said(raw, "title"))
    published, modified = _when(raw, "published"), _when(raw, "updated")
    if rss and published is None:
        # What feedparser takes for a change is dc:date there, RSS 1.0's only date.
        published, modified = modified, None
    writers = [_said(each, "name") or "" for each in raw.get("authors", [])]
    return _Entry(
        name=link or _said(raw, "id") or f"{source.name}: {title or 'an entry without a title'}",
        link=link,
        title=title,
        publisher=_plain(_said(origin, "title") or _said(feed, "title")),
        byline=markup.listed(filter(None, map(_plain, writers))),
        published=published,
        modified=modified,
        html=max(carried, key=len),
    )


def _documents(source: Source, entry: _Entry) -> Iterator[Document | IntakeError]:
    if _whole(entry.html):
        found = source.door.inside(_page(source, entry))
    elif entry.link is not None:
        found = source.door.page(entry.link, edition=entry.modified or entry.published or "")
    else:
        raise IntakeError(
            entry.name,
            "is an entry with a summary and without a link",
            "Find the article, and give its URL",
        )
    for each in found:
        yield _completed(each, entry) if isinstance(each, Document) else each


def _whole(html: str) -> bool:
    text = _plain(html) or ""
    return len(text.split()) >= FULL_WORDS and not _GOES_ON.search(text)


def _page(source: Source, entry: _Entry) -> Source:
    """The entry's text as a page of its own; the markup says that it is an article."""
    heading = escape(entry.title or "")
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{heading}</title>'
        f'<meta property="og:type" content="article"></head>'
        f"<body><article>{entry.html}</article></body></html>"
    )
    data = page.encode("utf-8", "surrogatepass")
    return Source(
        name=entry.name,
        stream=BufferedReader(cast(Any, BytesIO(data))),
        door=source.door,
        suffix=".html",
        url=entry.link,
        live=source.live,
        max_bytes=source.max_bytes,
    )


def _completed(document: Document, entry: _Entry) -> Document:
    """Let the entry state what the page does not."""
    return msgspec.structs.replace(
        document,
        title=document.title or entry.title,
        publisher=document.publisher or entry.publisher,
        byline=document.byline or entry.byline,
        published=document.published or entry.published,
        modified=document.modified or entry.modified,
    )


def _link(raw: dict[str, Any]) -> str | None:
    link = _said(raw, "link")
    try:
        return link if link and urlsplit(link).scheme in ("http", "https") else None
    except ValueError:
        return None


def _when(raw: dict[str, Any], name: str) -> str | None:
    # Asked in a plain way: feedparser gives the one date for the other where one is missing.
    stated = dict.get(raw, name)
    if not stated:
        return None
    if exact := dates.iso(str(stated)):
        return exact
    parsed = dict.get(raw, f"{name}_parsed")
    return datetime.fromtimestamp(timegm(parsed), UTC).isoformat() if parsed else None


def _said(raw: dict[str, Any], name: str) -> str | None:
    value = raw.get(name)
    text = str(value).strip() if value else ""
    return text or None


def _plain(html: str | None) -> str | None:
    return " ".join(unescape(_TAG.sub(" ", html or "")).split()) or None
