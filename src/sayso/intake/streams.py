"""Streams whose first bytes can be looked at, packed or not."""

import gzip
import io
from typing import Any, BinaryIO, cast


def is_packed(stream: io.BufferedReader) -> bool:
    """Whether a stream is gzip's, by its first bytes."""
    return stream.peek(2)[:2] == b"\x1f\x8b"


def buffered(stream: BinaryIO) -> io.BufferedReader:
    """Make a stream whose first bytes can be looked at, over any stream of bytes."""
    return io.BufferedReader(cast(io.RawIOBase, stream))


def unpacked(packed: gzip.GzipFile) -> io.BufferedReader:
    """Make a stream of what a packed file holds, up to where it is broken."""
    return buffered(cast(BinaryIO, _Unpacked(packed)))


class _Unpacked(io.RawIOBase):
    """What a packed file holds; GzipFile itself keeps back what comes in one block with a break."""

    def __init__(self, packed: gzip.GzipFile) -> None:
        self._packed = packed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (Buffer has no name before 3.12)
        data = self._packed.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)
