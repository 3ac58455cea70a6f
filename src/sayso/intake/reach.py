"""How far the reading of inputs has come, where nobody can say how many documents they hold.

What is opened takes a part of the way, by its size in bytes, and may divide that part again: a
folder among its files, a feed among its entries, a file by how much of it was read.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PAGE = 50_000
"""Bytes that stand for a web address, whose size is not known before it is fetched."""


class Reach:
    """A place between the beginning and the end, moved on by whoever reads."""

    def __init__(self) -> None:
        self._from, self._to = 0.0, 1.0
        self._inside: Callable[[], float] | None = None

    @property
    def share(self) -> float:
        """What is behind, between 0 and 1."""
        inside = self._inside() if self._inside else 0.0
        return self._from + (self._to - self._from) * min(inside, 1.0)

    def parts(self, sizes: Sequence[int]) -> Iterator[int]:
        """Give 0, 1, 2 ... and take what happens at each as a part of so much size."""
        begin, end, whole = self._from, self._to, sum(sizes) or 1
        before = 0
        for number, size in enumerate(sizes):
            self._from = begin + (end - begin) * before / whole
            before += size
            self._to = begin + (end - begin) * before / whole
            yield number
        self._from, self._to = end, end

    @contextmanager
    def through(self, stream: BinaryIO) -> Iterator[None]:
        """Measure what happens by the place in a file that is read."""
        size = os.fstat(stream.fileno()).st_size
        self._inside = (lambda: stream.tell() / size) if size else None
        try:
            yield
        finally:
            self._inside = None


def size_of(given: str) -> int:
    """Give the bytes of an input, or what stands for them; never nothing."""
    if "://" in given:
        return PAGE
    path = Path(given)
    try:
        files = path.rglob("*") if path.is_dir() else [path]
        return max(1, sum(file.stat().st_size for file in files))
    except OSError:
        return 1
