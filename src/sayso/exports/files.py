"""The files of an export: they come under their final name all together, whole, or not at all.

Everything is written to a folder beside it, which takes the name when all of it is on the disk.
A run that is killed leaves at most that folder, whose name begins with a dot and ends in ".part".
"""

import hashlib
import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from msgspec import Struct

from sayso.errors import SaysoError

_BLOCK: Final = 1 << 20
_SCRATCH: Final = ".scratch"


class ExportError(SaysoError):
    """An export cannot be written; nothing of it is left under its name.

    `file` is what was to be written, `reason` what was found, `advice` what to do.
    """

    def __init__(self, file: str, reason: str, advice: str) -> None:
        super().__init__(file, reason, advice)
        self.file = file
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.file} {self.reason}. {self.advice}"


class File(Struct, frozen=True, kw_only=True):
    """A file as it is on the disk; `sha256` is the hex digest of its bytes."""

    name: str
    bytes: int
    sha256: str


class Folder:
    """A folder in the making. `scratch` is for what is needed meanwhile and thrown away."""

    def __init__(self, part: Path) -> None:
        self._part = part
        self._last = ExitStack()
        self.scratch = part / _SCRATCH
        self.scratch.mkdir()

    def path(self, name: str) -> Path:
        """Give where to write the file `name` now."""
        return self._part / name

    def create(self, name: str) -> BinaryIO:
        """Open a new file for bytes. Whoever asked closes it, if all goes well."""
        stream = self.path(name).open("xb")
        self.at_end(stream.close)
        return stream

    def at_end(self, let_go: Callable[[], None]) -> None:
        """Have something called when the folder is done with, whether all went well or not."""
        self._last.callback(_quietly, let_go)

    def drop(self) -> None:
        """Let go of what is open still."""
        self._last.close()

    def files(self) -> tuple[File, ...]:
        """Give what was written, by name. Every file must be closed."""
        found = sorted(path for path in self._part.iterdir() if path.is_file())
        return tuple(_told(path) for path in found)


@contextmanager
def folder(target: Path) -> Iterator[Folder]:
    """Give a folder that becomes `target` at the end, or disappears on an error.

    Raises ExportError where `target` is something already, or the disk is full.
    """
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise ExportError(str(target), "is there already", "Name a new folder for the export")
    if not target.absolute().parent.is_dir():
        raise ExportError(str(target), "is in no folder", "Make it, or name another one")
    part = target.absolute().with_name(f".{target.absolute().name}.{secrets.token_hex(4)}.part")
    try:
        part.mkdir()
        made = Folder(part)
        try:
            yield made
        finally:
            made.drop()
        shutil.rmtree(made.scratch)
        for path in part.iterdir():
            _settle(path)
        _settle(part)
        part.replace(target)
        _settle(target.absolute().parent)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(
            str(target), f"cannot be written ({reason})", "Make room, or name another folder"
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _quietly(let_go: Callable[[], None]) -> None:
    # A full disk has been said; closing would try to write the rest once more.
    with suppress(OSError):
        let_go()


def _settle(path: Path) -> None:
    """Have what was written reach the disk, so that a loss of power leaves no empty file."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _told(path: Path) -> File:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return File(name=path.name, bytes=path.stat().st_size, sha256=digest)
