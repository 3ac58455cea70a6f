"""Analyses into the desk, in small transactions, so that whatever happens loses seconds of work.

What the desk holds already is passed over, so that adding the same inputs again goes on where a
killed run ended and comes to the same desk. A document is known by its id, else by its address;
another text under the same one is a new version of it, be it in another input, in the same one or
on the same page later.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import msgspec
from sqlalchemy import Connection, and_, or_, select

from sayso.desk import copies, partition
from sayso.desk.identity import address, digest
from sayso.desk.schema import names, versions
from sayso.desk.spans import outside
from sayso.desk.store import Store
from sayso.desk.visits import Visits
from sayso.desk.writing import Arrival, write
from sayso.errors import IntakeError, RecordError
from sayso.intake.identity import sha256
from sayso.records.desk import Outcome
from sayso.records.reading import Analysis
from sayso.records.text import Document

BATCH: Final = 256
SECONDS: Final = 1.0
"""A transaction takes in so many documents, or as many as come in this time."""

Found = Document | IntakeError


class Adder:
    """Takes analyses in; to be closed, which writes what waits and brings families up to date.

    `program` names what makes the analyses, with its version. `again` adds new analyses of texts
    that are held. `tally` counts outcomes of what was written so far. `visits` is the memory for
    those who fetch what is added.
    """

    def __init__(self, store: Store, *, program: str, again: bool = False) -> None:
        self.tally: Counter[Outcome] = Counter()
        self.visits = Visits(store, unchanged=self._hold, anew=again)
        self._store = store
        self._program = program
        self._again = again
        self._told: Callable[[], None] | None = None
        self._wanted: dict[tuple[str, str], Document] = {}
        self._waiting: list[Arrival] = []
        self._called: set[str] = set()
        self._since = 0.0

    def wanted(self, found: Iterable[Found], *, held: Callable[[], None]) -> Iterator[Found]:
        """Leave out documents that need no reading, calling `held` for each; pass errors on.

        What is known of the others beside their text is remembered until they are added. Where a
        page that is fetched now is back at an earlier text, that is news; in a file it is not.
        """
        self._told = held
        for item in found:
            if isinstance(item, Document):
                if not self._again and self._holds(item):
                    self.visits.settle([item.id])
                    self._hold()
                    continue
                self._wanted[item.id, item.sha256] = msgspec.structs.replace(item, text="")
            yield item

    def add(self, analysis: Analysis) -> None:
        """Take in one analysis, which is written with the next transaction.

        Raises RecordError for one that does not fit its text, and StoreError when what waited
        cannot be written; it waits on.
        """
        _check(analysis)
        came = self._wanted.pop((analysis.id, analysis.sha256), None)
        arrival = Arrival(
            analysis=analysis,
            digest=digest(analysis),
            address=address(analysis.url),
            live=came is not None and came.live,
            modified=came.modified if came else None,
        )
        # One transaction holds a document once: no row of it then depends on another one.
        if not self._called.isdisjoint(_called(arrival)):
            self.flush()
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(arrival)
        self._called |= _called(arrival)
        if len(self._waiting) >= BATCH or time.monotonic() - self._since >= SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self.visits.settle(each.analysis.id for each in self._waiting)
        if not self._waiting and not self.visits.waiting:
            return
        with self._store.writing() as connection:
            written = write(connection, self._waiting, program=self._program, again=self._again)
            copies.relate(connection, written.texts, replaced=written.replaced)
            self.visits.write(connection)
        self.visits.written()
        self.tally += Counter(written.outcomes)
        self._waiting, self._called = [], set()

    def close(self) -> None:
        """Write what waits and bring the families up to date. More may be added after it."""
        self.visits.settle_feeds()
        self.flush()
        self._wanted.clear()
        partition.refresh(self._store)

    def _hold(self) -> None:
        self.tally["held"] += 1
        if self._told:
            self._told()

    def _holds(self, document: Document) -> bool:
        with self._store.reading() as connection:
            known = digests(connection, document.id, address(document.url))
        return digest(document) in (known[-1:] if document.live else known)


def digests(connection: Connection, id: str, at: str | None) -> list[str]:  # noqa: A002
    """Give the digests of the versions of the document with this id, else this address."""
    called = or_(
        and_(names.c.kind == "id", names.c.name == id),
        and_(names.c.kind == "address", names.c.name == at),
    )
    found = connection.execute(
        select(names.c.kind, versions.c.digest)
        .join(versions, versions.c.document == names.c.document)
        .where(called)
        .order_by(versions.c.id)
    ).all()
    by_id = [row.digest for row in found if row.kind == "id"]
    return by_id or [row.digest for row in found]


def _called(arrival: Arrival) -> set[str]:
    return {f"id {arrival.analysis.id}", f"address {arrival.address or arrival.analysis.id}"}


def _check(analysis: Analysis) -> None:
    if sha256(analysis.text) != analysis.sha256:
        raise RecordError("the digest is not that of the text", id=analysis.id)
    for name, (start, end) in outside(analysis):
        raise RecordError(f"{name} is [{start}, {end}], which the text has not", id=analysis.id)
