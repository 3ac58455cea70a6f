"""Where results go: a file or standard output, in whole pieces."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from types import FrameType
from typing import BinaryIO

import typer

from sayso.errors import SaysoError


class Output:
    """A sink of bytes. A piece that was begun is written to its end, whoever interrupts."""

    def __init__(self, path: Path | None) -> None:
        """Open `path`, or standard output for None. Raises BadParameter where it cannot be."""
        self._name = "standard output" if path is None else str(path)
        self._owned = path is not None
        self._full = False
        self._stream: BinaryIO = sys.stdout.buffer if path is None else _opened(path)

    def write(self, piece: bytes) -> None:
        """Write all of a piece through to the system, then let a held interrupt go on.

        Raises BrokenPipeError when nobody reads any more, SaysoError when there is no room.
        """
        try:
            with _uninterrupted():
                self._stream.write(piece)
                self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            self._full = True
            raise unwritten(self._name, error) from error

    def close(self) -> None:
        """Let go of a file; standard output is not ours to close."""
        if self._owned:
            # A full disk has been said; closing would try to write the rest once more.
            with suppress(OSError) if self._full else nullcontext():
                self._stream.close()


def put(path: Path | None, made: bytes) -> None:
    """Write a file, which is there when it is whole and not before; standard output for None.

    Raises BadParameter where no file can be, SaysoError when there is no room.
    """
    if path is None or (path.exists() and not path.is_file()):
        Output(path).write(made)
        return
    part = path.with_name(f"{path.name}.part")
    try:
        sink = Output(part)
        try:
            sink.write(made)
        finally:
            sink.close()
        part.replace(path)
    except OSError as error:
        raise unwritten(str(path), error) from error
    finally:
        part.unlink(missing_ok=True)


def unwritten(name: str, error: OSError) -> SaysoError:
    """Say what could not be written, why, and what to do."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    advice = "Make room, or write it somewhere else" if full else "Write it somewhere else"
    return SaysoError(f"{name} cannot be written ({error.strerror}). {advice}")


def writable(path: Path) -> None:
    """Leave a file as it is; raises BadParameter where it is plain that none can be written."""
    if path.is_dir():
        reason = "is a folder"
    elif not path.parent.is_dir():
        reason = f"cannot be written: there is no folder {path.parent}"
    elif not os.access(path if path.exists() else path.parent, os.W_OK):
        reason = "cannot be written: you may not write there"
    else:
        return
    raise typer.BadParameter(f"{path} {reason}", param_hint="--output")


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise typer.BadParameter(
            f"{path} cannot be written ({error.strerror})", param_hint="--output"
        ) from error


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold an interrupt back until the end; a second one, as when a pipe is stuck, goes through."""
    held: list[int] = []

    def hold(number: int, _: FrameType | None) -> None:
        if held:
            raise KeyboardInterrupt
        held.append(number)

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        raise KeyboardInterrupt
