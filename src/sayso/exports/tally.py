"""How many rows came into an export, went out of it, or were left out, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct, UnsetType

Row = TypeVar("Row")


class LeftOut(Struct, frozen=True, kw_only=True):
    """How many rows were left out for one reason."""

    why: str
    rows: int


class Rows(Struct, frozen=True, kw_only=True):
    """What became of the rows of one kind: `taken` is `written` and `left_out` together.

    `not_read` counts the documents in which nobody looked for them: no row from these does not
    mean that there is none.
    """

    of: str
    taken: int
    written: int
    left_out: tuple[LeftOut, ...]
    not_read: int


class Tally:
    """Counts rows by kind."""

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()
        self._left: dict[str, Counter[str]] = defaultdict(Counter)
        self._not_read: Counter[str] = Counter()

    def take(self, kind: str, rows: Iterable[Row] | UnsetType) -> Iterator[Row]:
        """Give rows, each counted as it comes. A layer that was not computed has none."""
        # A kind that has no row is told of, too.
        self._taken[kind] += 0
        if isinstance(rows, UnsetType):
            self._not_read[kind] += 1
            return
        for row in rows:
            self._taken[kind] += 1
            yield row

    def leave_out(self, kind: str, why: str) -> None:
        """Count a row that was taken as left out."""
        self._left[kind][why] += 1

    def rows(self) -> tuple[Rows, ...]:
        """Give the counts, by kind in the order that they were first taken in."""
        return tuple(
            Rows(
                of=kind,
                taken=taken,
                written=taken - self._left[kind].total(),
                left_out=tuple(
                    LeftOut(why=why, rows=rows) for why, rows in sorted(self._left[kind].items())
                ),
                not_read=self._not_read[kind],
            )
            for kind, taken in self._taken.items()
        )
