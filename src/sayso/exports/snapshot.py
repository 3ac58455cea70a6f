"""What an export asks of the desk: its documents at one moment, and the journal's seal then."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from sayso.desk.clock import as_of as stamp_of
from sayso.desk.journal import BEGINNING
from sayso.desk.review.rulings import readings
from sayso.desk.schema import journal, versions
from sayso.exports.article import Article
from sayso.exports.manifest import Desk


class Snapshot:
    """The desk as one connection sees it, which is one state throughout.

    With `as_of`, an ISO 8601 date or time, as it was known then.
    """

    def __init__(self, connection: Connection, *, as_of: str | None = None) -> None:
        self._connection = connection
        self._as_of = as_of
        self._known = stamp_of(as_of) if as_of else None

    def desk(self) -> Desk:
        """Tell which state this is."""
        last = select(journal).order_by(journal.c.id.desc()).limit(1)
        held = select(func.count(versions.c.document.distinct()))
        if self._known is not None:
            last = last.where(journal.c.known <= self._known)
            held = held.where(versions.c.known <= self._known)
        entry = self._connection.execute(last).one_or_none()
        return Desk(
            documents=self._connection.execute(held).scalar_one(),
            entries=entry.id if entry else 0,
            sealed=entry.hash if entry else BEGINNING,
            known=entry.known if entry else None,
            as_of=self._known,
        )

    def articles(self) -> Iterator[Article]:
        """Give the last analysis of each document as people left it, in the order in which they
        first came."""
        for one in readings(self._connection, as_of=self._as_of):
            yield Article(one.analysis, document=one.document)
