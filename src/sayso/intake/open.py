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
from typing import BinaryIO
from urllib.parse import urlsplit

from msgspec.structs import replace

from sayso.errors import IntakeError
from sayso.intake.base import MAX_BYTES, SECONDS, Item, Source
from sayso.intake.feed import Feed
from sayso.intake.formats import files_in, format_of, parsed
from sayso.intake.memory import Memory, Visit
from sayso.intake.pace import Pace
from sayso.intake.reach import Reach, size_of
from sayso.intake.seen import Seen
from sayso.intake.streams import buffered, is_packed, unpacked
from sayso.records.text import Document

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
        yield from parsed(source, format_of(source))

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
            stream=buffered(io.BytesIO(data)),
            door=self,
            suffix=PurePosixPath(urlsplit(answer.url).path).suffix.lower(),
            media_type=answer.media_type,
            charset=answer.charset or self.encoding,
            url=answer.url,
            live=True,
            max_bytes=self.max_bytes,
        )
        chosen = format_of(source)
        visit = Visit(etag=answer.etag, changed=answer.changed)
        for each in parsed(source, chosen):
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
        stream = buffered(sys.stdin.buffer)
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
            if not is_packed(stream):
                yield from self.inside(self._source(given, stream, suffix=path.suffix))
                return
            try:
                with gzip.GzipFile(fileobj=stream) as packed:
                    inner = path.with_suffix("") if path.suffix.lower() == ".gz" else path
                    content = self._source(given, unpacked(packed), suffix=inner.suffix)
                    yield from self.inside(content)
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
