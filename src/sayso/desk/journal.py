"""What came into the desk and was decided in it, in order, each entry sealed to the one before.

Invariant: numbers run from 1 without a gap, times never go back, and the hash of an entry is made
of its own facts and the hash before it. So whoever noted down the last hash can tell later that
nothing up to there was changed, taken out or slipped in.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from sayso.desk.clock import now
from sayso.desk.schema import journal
from sayso.records.desk import Entry, EntryKind

BEGINNING = "0" * 64
"""What stands before the first entry."""

_AT_ONCE = 2000


class Pen:
    """Writes entries. To be used within one writing transaction, which alone sees the last entry.

    `known` is the time of everything that this transaction writes: now, or the time of the last
    entry where the machine's clock has gone back since.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last = last(connection)
        self._new: list[Entry] = []
        self.known = max(now(), self._last.known if self._last else "")

    def note(self, kind: EntryKind, subject: int, digest: str) -> None:
        """Enter what was written to the row `subject`; `digest` is of all that it says."""
        before = self._last
        unsealed = Entry(
            number=before.number + 1 if before else 1,
            known=self.known,
            kind=kind,
            subject=subject,
            digest=digest,
            previous=before.hash if before else BEGINNING,
            hash="",
        )
        self._last = msgspec.structs.replace(unsealed, hash=seal(unsealed))
        self._new.append(self._last)

    def write(self) -> None:
        """Write what was noted."""
        if self._new:
            self._connection.execute(journal.insert(), [_row(each) for each in self._new])
            self._new = []


def seal(entry: Entry) -> str:
    """Make the hash that an entry must have."""
    facts = (entry.previous, entry.number, entry.known, entry.kind, entry.subject, entry.digest)
    return hashlib.sha256("\n".join(map(str, facts)).encode()).hexdigest()


def last(connection: Connection) -> Entry | None:
    """Give the last entry; None in a new desk."""
    found = connection.execute(select(journal).order_by(journal.c.id.desc()).limit(1)).one_or_none()
    return _entry(found) if found else None


def entries(connection: Connection) -> Iterator[Entry]:
    """Give all entries, from the first."""
    found = connection.execute(
        select(journal).order_by(journal.c.id), execution_options={"yield_per": _AT_ONCE}
    )
    return map(_entry, found)


def _row(entry: Entry) -> dict[str, object]:
    row = msgspec.structs.asdict(entry)
    row["id"] = row.pop("number")
    return row


def _entry(row: Row[Any]) -> Entry:
    facts = dict(row._mapping)  # noqa: SLF001 (public in spite of its name)
    return Entry(number=facts.pop("id"), **facts)
