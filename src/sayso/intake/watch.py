"""Inputs that are looked at again and again: what of them is due to be read.

A file is due when it is new or another one than was read, and has come to rest; a URL is asked at
its interval, and less and less often while it fails.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep, time
from typing import Final

from sayso.intake.formats import files_in

LOOK: Final = 5.0
"""Seconds from one look at folders to the next."""

REST: Final = 2.0
"""Seconds since a file was last written to, after which it counts as whole."""

LONGEST: Final = 16
"""Times its interval, how long a URL that keeps failing is left alone."""


class Watch:
    """What was read of `inputs` so far. URLs are asked every so many seconds."""

    def __init__(self, inputs: Sequence[str], *, every: float) -> None:
        self._inputs = inputs
        self._every = every
        self._read: dict[str, tuple[int, int]] = {}
        self._next: dict[str, float] = {}
        self._wait: dict[str, float] = {}

    def due(self) -> Iterator[str]:
        """Give the files and URLs that are due, which are taken as read."""
        for given in self._inputs:
            if "://" in given:
                yield from self._url(given)
            else:
                yield from self._files(Path(given))

    def failed(self, names: Iterable[str]) -> None:
        """Take note of what of the last round could not be read: those URLs may wait longer."""
        names = set(names)
        for url, wait in self._wait.items():
            longer = min(2 * wait, LONGEST * self._every)
            self._wait[url] = longer if url in names else self._every
            if url in names:
                self._next[url] = monotonic() + longer

    def rest(self) -> None:
        """Sleep until it is time to look again."""
        sleep(LOOK)

    def _url(self, url: str) -> Iterator[str]:
        now = monotonic()
        if now >= self._next.get(url, now):
            self._next[url] = now + self._wait.setdefault(url, self._every)
            yield url

    def _files(self, given: Path) -> Iterator[str]:
        for path in files_in(str(given)) if given.is_dir() else [given]:
            try:
                found = path.stat()
            except OSError:
                continue  # Gone, or not there yet.
            state = found.st_mtime_ns, found.st_size
            at_rest = not 0 <= time() - found.st_mtime < REST
            if at_rest and self._read.get(str(path)) != state:
                self._read[str(path)] = state
                yield str(path)
