"""How far long work has come, on a terminal's standard error and nowhere else."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from sayso.intake.reach import Reach
from sayso.report.words import harmless

_LINES = (".jsonl", ".ndjson")
_UNKNOWN = (".csv", ".tsv", ".gz", ".warc", ".parquet", ".xml", ".rss", ".atom", ".rdf")
"""Files that may hold many documents and do not say how many until they are read."""

_COUNTED_BYTES = 2_000_000_000
"""A corpus up to here is counted first, in a second or two; a larger one is read at once."""

_BLOCK = 1 << 20


class Meter:
    """Counts documents, and says what went wrong without breaking the bar.

    Where nobody knows how many there are, that follows from how far `reach` has come.
    """

    def __init__(
        self, console: Console, bar: Progress | None, total: int | None, reach: Reach
    ) -> None:
        self._console = console
        self._bar = bar
        self._reach = reach if total is None else None
        self._count = 0
        self._task = bar.add_task("reading", total=total) if bar else None

    def step(self) -> None:
        """Count one document."""
        if self._bar is None or self._task is None:
            return
        self._count += 1
        if self._reach and (share := self._reach.share):
            self._bar.update(self._task, total=likely(self._count, share))
        self._bar.advance(self._task)

    def say(self, message: str) -> None:
        """Put a line on standard error."""
        self._console.print(Text(harmless(message)), soft_wrap=True)


def likely(count: int, share: float) -> int:
    """Give the whole number of documents, if so many of them are so large a share."""
    return max(count, round(count / share))


@contextmanager
def meter(inputs: Sequence[str], *, visible: bool, reach: Reach) -> Iterator[Meter]:
    """Give a meter for the work on `inputs`, with a bar while standard error is a terminal.

    `reach` is to be moved on by whoever opens them.
    """
    console = Console(stderr=True)
    if not (visible and console.is_terminal):
        yield Meter(console, None, None, reach)
        return
    columns: tuple[ProgressColumn, ...] = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        yield Meter(console, bar, expected(inputs), reach)


def expected(inputs: Sequence[str]) -> int | None:
    """Count the documents that inputs hold, or None where only reading them would tell."""
    counts = [_count(given) for given in inputs]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _count(given: str) -> int | None:
    path = Path(given)
    suffix = path.suffix.lower()
    if given == "-" or "://" in given or suffix in _UNKNOWN or path.is_dir():
        return None
    if suffix not in _LINES or not path.exists():
        return 1
    return _lines(path) if path.stat().st_size <= _COUNTED_BYTES else None


def _lines(path: Path) -> int:
    count, last = 0, b"\n"
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            count += block.count(b"\n")
            last = block[-1:]
    return count + (last != b"\n")


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.1f}/s" if task.speed else "", style="dim")
