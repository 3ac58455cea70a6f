"""How far a question has come that takes longer than a moment, on a terminal's standard error."""

import math
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.progress import Progress

MOMENT: Final = 1.0
"""Seconds for which nothing is shown."""


@contextmanager
def waiting(work: str) -> "Iterator[Callable[[float], None]]":
    """Give what to tell which share of some work is done; see `Watch`."""
    line = _Line(work)
    try:
        yield line.told
    finally:
        line.end()


class _Line:
    """The line, which is there once a moment has passed, until the end."""

    def __init__(self, work: str) -> None:
        self._work = work
        # Whoever reads a pipe wants no line that changes.
        self._after = time.monotonic() + MOMENT if sys.stderr.isatty() else math.inf
        self._bar: Progress | None = None

    def told(self, share: float) -> None:
        if self._bar is None and time.monotonic() > self._after:
            self._bar = _bar()
            self._bar.add_task(self._work, total=1)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=share)

    def end(self) -> None:
        if self._bar is not None:
            self._bar.stop()


def _bar() -> "Progress":
    from rich.console import Console  # noqa: PLC0415 (most questions are answered before)
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
