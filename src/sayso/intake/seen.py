"""Which ids have come before, for a corpus of any size.

The ids lie in SQLite's temporary database, which keeps them in memory while they are few and in
a file that is gone with the process once they are not: ten million cost a fixed few megabytes.
"""

import sqlite3
from types import TracebackType
from typing import Self


class Seen:
    """A set of strings that only grows, closed by the `with` statement that opened it."""

    def __init__(self) -> None:
        self._ids = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._ids.execute("PRAGMA journal_mode = OFF")
        self._ids.execute("CREATE TABLE seen (id BLOB PRIMARY KEY) WITHOUT ROWID")
        self._ids.execute("BEGIN")

    def add(self, id: str) -> bool:  # noqa: A002
        """Whether `id` is new; it is not from now on."""
        row = (id.encode("utf-8", "surrogatepass"),)
        return self._ids.execute("INSERT OR IGNORE INTO seen VALUES (?)", row).rowcount == 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ids.close()
