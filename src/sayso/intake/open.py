"""The door: whatever a person names, as Documents, in the order they named it.

    file        by its first bytes, else its suffix, else as plain text; .gz is opened
    folder      every file in it whose suffix a format knows or that has none, by path
    -           standard input, by its first bytes
    http(s)://  fetched (see `fetch`), then like a file; a feed's pages are fetched too

An input that cannot be read is an IntakeError in its place, and the next one is read.
"""

import gzip
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit

from msgspec.structs import replace

from sayso.errors import IntakeError
from sayso.intake.base import MAX_BYTES, SECONDS, Format, Item, Source
from sayso.intake.docx import Docx
from sayso.intake.feed import Feed
from sayso.intake.later import LATER
from sayso.intake.memory import Memory, Visit
from sayso.intake.pace import Pace
from sayso.intake.pdf import Pdf
from sayso.intake.plain import Plain
from sayso.intake.reach import Reach, size_of
from sayso.intake.seen import Seen
from sayso.intake.table import Csv, Jsonl
from sayso.intake.warc import Warc
from sayso.intake.web import Web
from sayso.records.text import Document

PLAIN = Plain()

FORMATS: tuple[Format, ...] = (
    Warc(), Pdf(), Docx(), Web(), Feed(), *LATER, Jsonl(), Csv(), PLAIN,
)  # fmt: skip
"""Asked in this order: an archive may hold the marks of any other. A new format is a file beside
this one and its name here."""

STDIN = "-"


def documents(  # noqa: PLR0913 (options)
    inputs: Iterable[str | Path],
    *,
    allow_private: bool = False,
    max_bytes: int = MAX_BYTES,
    seconds: float = SECONDS,
    encoding: str | None = None,
    versions: bool = False,
    memory: Memory | None = None,
    reach: Reach | None = None,
) -> Iterator[Document | IntakeError]:
    """Read files, folders, "-" and URLs, one document at a time.

    `allow_private` lets URLs lead to private addresses, `max_bytes` bounds one document, whether
    it is a file or a line of a corpus, `seconds` one URL, and `encoding` is what the text inputs
    are in where they do not say so. An id that comes a second time is an IntakeError, and its
    document is left out: two texts under one name cannot be told apart later. With `versions`
    it comes as it is, for whoever keeps a document's versions. With a `memory` nothing is fetched
    that has not changed. `reach` is moved on as `inputs` are read, which are then all known.
    """
    door = _Door(
        allow_private=allow_private,
        max_bytes=max_bytes,
        seconds=seconds,
        encoding=encoding,
        memory=memory,
        reach=reach,
    )
    found = door.all(inputs)
    return found if versions else _once(found)


def files_in(folder: str) -> list[Path]:
    """Give the files of a folder that are read: by path, those whose suffix a format knows or
    that have none; not what is hidden."""
    known = {suffix for each in FORMATS for suffix in each.suffixes} | {"", ".gz"}
    return [
        path
        for path in sorted(Path(folder).rglob("*"))
        if path.suffix.lower() in known
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _once(found: Iterable[Document | IntakeError]) -> Iterator[Document | IntakeError]:
    with Seen() as seen:
        for each in found:
            if isinstance(each, Document) and not seen.add(each.id):
                yield IntakeError(
                    each.id,
                    "is the id of an earlier document too",
                    "Give every document an id of its own",
                )
            else:
                yield each


@dataclass(frozen=True, kw_only=True)
class _Door:
    """Opens inputs, and what they hold and lead to. See `base.Door`."""

    allow_private: bool
    max_bytes: int
    seconds: float
    encoding: str | None
    memory: Memory | None
    reach: Reach | None
    pace: Pace = field(default_factory=Pace)

    def all(self, inputs: Iterable[str | Path]) -> Iterator[Document | IntakeError]:
        if self.reach is None:
            for given in inputs:
                yield from self._read(str(given))
            return
        names = list(map(str, inputs))
        for number in self.reach.parts(list(map(size_of, names))):
            yield from self._read(names[number])

    def each(self, parts: Sequence[Item]) -> Iterator[Item]:
        if self.reach is None:
            yield from parts
            return
        for number in self.reach.parts([1] * len(parts)):
            yield parts[number]

    def inside(self, source: Source) -> Iterator[Document | IntakeError]:
        yield from _parsed(source, _format(source))

    def page(self, url: str, *, edition: str | None = None) -> Iterator[Document | IntakeError]:
        if edition is not None and self.memory and self.memory.lately(url, edition=edition):
            return
        # A tenth of a second, which only those who name a URL should wait.
        from sayso.intake.fetch import fetch  # noqa: PLC0415

        before = self.memory.last(url) if self.memory else None
        self.pace.wait(url)
        answer = fetch(
            url,
            allow_private=self.allow_private,
            max_bytes=self.max_bytes,
            seconds=self.seconds,
            since=before,
        )
        data = answer.data
        if self.memory and before and answer.unchanged:
            if before.body is None:
                self.memory.unchanged(url)
                return
            data = before.body
        source = Source(
            name=url,
            stream=_buffered(io.BytesIO(data)),
            door=self,
            suffix=PurePosixPath(urlsplit(answer.url).path).suffix.lower(),
            media_type=answer.media_type,
            charset=answer.charset or self.encoding,
            url=answer.url,
            live=True,
            max_bytes=self.max_bytes,
        )
        chosen = _format(source)
        visit = Visit(etag=answer.etag, changed=answer.changed)
        for each in _parsed(source, chosen):
            if self.memory and isinstance(each, Document) and each.id == url:
                self.memory.visited(url, visit)
            yield each
        if self.memory and isinstance(chosen, Feed) and not answer.unchanged:
            self.memory.visited(url, replace(visit, body=data))

    def _read(self, given: str) -> Iterator[Document | IntakeError]:
        try:
            if given == STDIN:
                yield from self._pipe()
            elif "://" in given:
                yield from self.page(given)
            elif Path(given).is_dir():
                yield from self._folder(given)
            else:
                yield from self._file(given)
        except IntakeError as error:
            yield error
        except OSError as error:
            reason = error.strerror or str(error)
            advice = "Check the path and your rights"
            yield IntakeError(given, f"cannot be opened ({reason})", advice)

    def _pipe(self) -> Iterator[Document | IntakeError]:
        stream = _buffered(sys.stdin.buffer)
        try:
            yield from self.inside(self._source(STDIN, stream))
        finally:
            # Else standard input is closed along with its wrapper.
            stream.detach()

    def _folder(self, given: str) -> Iterator[Document | IntakeError]:
        files = list(map(os.fspath, files_in(given)))
        if not files:
            reason = "holds no file of a kind that is read"
            yield IntakeError(given, reason, "Name its files one by one")
        yield from self.all(files)

    def _file(self, given: str) -> Iterator[Document | IntakeError]:
        path = Path(given)
        with path.open("rb") as stream, self._through(stream):
            if stream.peek(2)[:2] != b"\x1f\x8b":
                yield from self.inside(self._source(given, stream, suffix=path.suffix))
                return
            try:
                with gzip.GzipFile(fileobj=stream) as unpacked:
                    inner = path.with_suffix("") if path.suffix.lower() == ".gz" else path
                    content = _buffered(cast(BinaryIO, _Unpacked(unpacked)))
                    yield from self.inside(self._source(given, content, suffix=inner.suffix))
            except (EOFError, gzip.BadGzipFile) as error:
                yield IntakeError(given, f"is broken ({error})", "Download or pack it again")

    def _through(self, stream: BinaryIO) -> AbstractContextManager[None]:
        return self.reach.through(stream) if self.reach else nullcontext()

    def _source(self, name: str, stream: io.BufferedReader, *, suffix: str = "") -> Source:
        return Source(
            name=name,
            stream=stream,
            door=self,
            suffix=suffix.lower(),
            charset=self.encoding,
            max_bytes=self.max_bytes,
        )


class _Unpacked(io.RawIOBase):
    """What a packed file holds, up to where it is broken: GzipFile itself keeps back what comes
    in one block with the break."""

    def __init__(self, packed: gzip.GzipFile) -> None:
        self._packed = packed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 (Buffer has no name before 3.12)
        data = self._packed.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    """Make a stream whose first bytes can be looked at, over any stream of bytes."""
    return io.BufferedReader(cast(io.RawIOBase, stream))


def _parsed(source: Source, chosen: Format) -> Iterator[Document | IntakeError]:
    try:
        yield from chosen.read(source)
    except (IntakeError, OSError, EOFError):
        raise
    except Exception as error:
        # What a hostile file makes of a parser is not foreseeable, and must not stop the rest.
        raise source.error(
            f"cannot be read as {chosen.label} ({type(error).__name__}: {error})",
            "It may be damaged: open it in its own program and save it again",
        ) from error


def _format(source: Source) -> Format:
    head = source.head()
    for test in (
        lambda each: each.recognises(head),
        lambda each: source.suffix in each.suffixes,
        lambda each: source.media_type in each.media_types,
    ):
        for each in FORMATS:
            if test(each):
                return each
    return PLAIN
