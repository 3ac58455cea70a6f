"""What the desk remembers of the URLs that it was fed from; see `intake.memory`.

Invariant: a visit to a page is in the desk only once its document is, and one to a feed only once
all that the feed led to was tried. So a run that is killed loses no document to a server's "not
modified".
"""

import zlib
from collections.abc import Callable, Iterable
from time import monotonic
from typing import Final

from sqlalchemy import Connection, delete, select

from sayso.desk.schema import visits
from sayso.desk.store import Store
from sayso.intake.memory import Visit

SOON: Final = 3600.0
"""Seconds in which a page that stands in a feed is not asked for again, unless the feed says that
it has changed. A feed is one request, its pages are thirty: they are asked a quarter as often."""


class Visits:
    """Keeps visits; `unchanged` is called for each page that is held and is what it was.

    With `anew` earlier visits do not count, and everything is fetched.
    """

    def __init__(self, store: Store, *, unchanged: Callable[[], None], anew: bool = False) -> None:
        self._store = store
        self._unchanged = unchanged
        self._anew = anew
        self._asked: dict[str, tuple[str, float]] = {}
        self._pages: dict[str, Visit] = {}
        self._feeds: dict[str, Visit] = {}
        self._ready: dict[str, Visit] = {}

    def last(self, url: str) -> Visit | None:
        """Give what is in the desk of a URL."""
        if self._anew:
            return None
        with self._store.reading() as connection:
            row = connection.execute(select(visits).where(visits.c.address == url)).one_or_none()
        if row is None:
            return None
        body = zlib.decompress(row.body) if row.body is not None else None
        return Visit(etag=row.etag, changed=row.changed, body=body)

    def lately(self, url: str, *, edition: str) -> bool:
        """Whether this edition was asked for less than `SOON` ago."""
        now = monotonic()
        before, at = self._asked.get(url, ("", now - SOON))
        if before == edition and now - at < SOON:
            return True
        self._asked[url] = (edition, now)
        return False

    def visited(self, url: str, visit: Visit) -> None:
        """Take note of a visit, to be kept when what came of it is."""
        if visit.etag or visit.changed:
            kept = self._pages if visit.body is None else self._feeds
            kept[url] = visit

    def unchanged(self, url: str) -> None:  # noqa: ARG002 (it is what it was)
        """Count a page that is what it was."""
        self._unchanged()

    def settle(self, names: Iterable[str]) -> None:
        """Take note that the documents with these ids are in the desk, or come in next."""
        for name in names:
            if visit := self._pages.pop(name, None):
                self._ready[name] = visit

    def settle_feeds(self) -> None:
        """Take note that all that feeds led to was tried."""
        self._ready |= self._feeds
        self._feeds = {}

    @property
    def waiting(self) -> bool:
        """Whether there are visits to be written."""
        return bool(self._ready)

    def write(self, connection: Connection) -> None:
        """Write what is settled; `written` is to be called once it is there for good."""
        if not self._ready:
            return
        for address in self._ready:
            connection.execute(delete(visits).where(visits.c.address == address))
        connection.execute(visits.insert(), [_row(*each) for each in self._ready.items()])

    def written(self) -> None:
        """Take note that what was written is there for good."""
        self._ready = {}


def _row(address: str, visit: Visit) -> dict[str, object]:
    return {
        "address": address,
        "etag": visit.etag,
        "changed": visit.changed,
        "body": None if visit.body is None else zlib.compress(visit.body),
    }
