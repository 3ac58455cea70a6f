"""Analyses into the desk, in small transactions, so that whatever happens loses seconds of work.

What the desk holds already is passed over, so that adding the same inputs again goes on where a
killed run ended and comes to the same desk. A document is known by its id, else by its address;
another text under the same one is a new version of it.
"""

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from sqlalchemy import Connection, and_, or_, select

from sayso.desk import copies, partition
from sayso.desk.identity import address, digest
from sayso.desk.schema import names, versions
from sayso.desk.spans import outside
from sayso.desk.store import Store
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
    that are held. `live` names the ids of pages that are fetched now: where such a page is back at
    an earlier text, that is news, and in a file it is not. `tally` counts outcomes of what was
    written so far.
    """

    def __init__(
        self, store: Store, *, program: str, again: bool = False, live: Collection[str] = ()
    ) -> None:
        self.tally: Counter[Outcome] = Counter()
        self._store = store
        self._program = program
        self._again = again
        self._live = frozenset(live)
        self._waiting: list[Arrival] = []
        self._called: set[str] = set()
        self._since = 0.0

    def wanted(self, found: Iterable[Found], *, held: Callable[[], None]) -> Iterator[Found]:
        """Leave out documents that need no reading, calling `held` for each; pass errors on."""
        for item in found:
            if isinstance(item, Document) and not self._again and self._holds(item):
                self.tally["held"] += 1
                held()
            else:
                yield item

    def add(self, analysis: Analysis) -> None:
        """Take in one analysis, which is written with the next transaction.

        Raises RecordError for one that does not fit its text, and StoreError when what waited
        cannot be written; it waits on.
        """
        _check(analysis)
        arrival = Arrival(
            analysis=analysis,
            digest=digest(analysis),
            address=address(analysis.url),
            live=analysis.id in self._live,
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
        if not self._waiting:
            return
        with self._store.writing() as connection:
            written = write(connection, self._waiting, program=self._program, again=self._again)
            copies.relate(connection, written.texts, replaced=written.replaced)
        self.tally += Counter(written.outcomes)
        self._waiting, self._called = [], set()

    def close(self) -> None:
        """Write what waits and bring the families up to date."""
        self.flush()
        partition.refresh(self._store)

    def _holds(self, document: Document) -> bool:
        with self._store.reading() as connection:
            known = digests(connection, document.id, address(document.url))
        return digest(document) in (known[-1:] if document.id in self._live else known)


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
