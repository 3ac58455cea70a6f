"""The door: whatever a person names, as Documents, in the order they named it.

    file        by its first bytes, else its suffix, else as plain text; .gz is opened
    folder      every file in it whose suffix a format knows or that has none, by path
    -           standard input, by its first bytes
    http(s)://  fetched (see `fetch`), then like a file

An input that cannot be read is an IntakeError in its place, and the next one is read.
"""

import gzip
import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from sayso.errors import IntakeError
from sayso.intake.base import MAX_BYTES, SECONDS, Format, Source
from sayso.intake.docx import Docx
from sayso.intake.later import LATER
from sayso.intake.pdf import Pdf
from sayso.intake.plain import Plain
from sayso.intake.seen import Seen
from sayso.intake.table import Csv, Jsonl
from sayso.intake.web import Web
from sayso.records.text import Document

PLAIN = Plain()

FORMATS: tuple[Format, ...] = (Pdf(), Docx(), Web(), *LATER, Jsonl(), Csv(), PLAIN)
"""Asked in this order. A new format is a file beside this one and its name here."""

STDIN = "-"


def documents(
    inputs: Iterable[str | Path],
    *,
    allow_private: bool = False,
    max_bytes: int = MAX_BYTES,
    seconds: float = SECONDS,
    encoding: str | None = None,
) -> Iterator[Document | IntakeError]:
    """Read files, folders, "-" and URLs, one document at a time.

    `allow_private` lets URLs lead to private addresses, `max_bytes` bounds one document, whether
    it is a file or a line of a corpus, `seconds` one URL, and `encoding` is what the text inputs
    are in where they do not say so. An id that comes a second time is an IntakeError, and its
    document is left out: two texts under one name cannot be told apart later.
    """
    options = _Options(
        allow_private=allow_private, max_bytes=max_bytes, seconds=seconds, encoding=encoding
    )
    with Seen() as seen:
        for given in inputs:
            for found in _read(str(given), options):
                if isinstance(found, Document) and not seen.add(found.id):
                    yield IntakeError(
                        found.id,
                        "is the id of an earlier document too",
                        "Give every document an id of its own",
                    )
                else:
                    yield found


@dataclass(frozen=True, kw_only=True)
class _Options:
    allow_private: bool
    max_bytes: int
    seconds: float
    encoding: str | None


def _read(given: str, options: _Options) -> Iterator[Document | IntakeError]:
    try:
        if given == STDIN:
            yield from _pipe(options)
        elif "://" in given:
            yield from _page(given, options)
        elif Path(given).is_dir():
            yield from _folder(given, options)
        else:
            yield from _file(given, options)
    except IntakeError as error:
        yield error
    except OSError as error:
        reason = error.strerror or str(error)
        yield IntakeError(given, f"cannot be opened ({reason})", "Check the path and your rights")


def _pipe(options: _Options) -> Iterator[Document | IntakeError]:
    stream = _buffered(sys.stdin.buffer)
    try:
        yield from _parsed(_source(STDIN, stream, options))
    finally:
        # Else standard input is closed along with its wrapper.
        stream.detach()


def _page(url: str, options: _Options) -> Iterator[Document | IntakeError]:
    # A tenth of a second, which only those who name a URL should wait.
    from sayso.intake.fetch import fetch  # noqa: PLC0415

    answer = fetch(
        url,
        allow_private=options.allow_private,
        max_bytes=options.max_bytes,
        seconds=options.seconds,
    )
    yield from _parsed(
        Source(
            name=url,
            stream=_buffered(io.BytesIO(answer.data)),
            suffix=PurePosixPath(urlsplit(answer.url).path).suffix.lower(),
            media_type=answer.media_type,
            charset=answer.charset or options.encoding,
            url=answer.url,
            max_bytes=options.max_bytes,
        )
    )


def _folder(given: str, options: _Options) -> Iterator[Document | IntakeError]:
    known = {suffix for each in FORMATS for suffix in each.suffixes} | {"", ".gz"}
    files = [
        path
        for path in sorted(Path(given).rglob("*"))
        if path.suffix.lower() in known
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(given).parts)
    ]
    if not files:
        reason = "holds no file of a kind that is read"
        yield IntakeError(given, reason, "Name its files one by one")
    for path in files:
        yield from _read(os.fspath(path), options)


def _file(given: str, options: _Options) -> Iterator[Document | IntakeError]:
    path = Path(given)
    with path.open("rb") as stream:
        if stream.peek(2)[:2] != b"\x1f\x8b":
            yield from _parsed(_source(given, stream, options, suffix=path.suffix))
            return
        try:
            with gzip.GzipFile(fileobj=stream) as unpacked:
                inner = path.with_suffix("") if path.suffix.lower() == ".gz" else path
                content = _buffered(cast(BinaryIO, unpacked))
                yield from _parsed(_source(given, content, options, suffix=inner.suffix))
        except (EOFError, gzip.BadGzipFile) as error:
            yield IntakeError(given, f"is broken ({error})", "Download or pack it again")


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    """Make a stream whose first bytes can be looked at, over any stream of bytes."""
    return io.BufferedReader(cast(io.RawIOBase, stream))


def _source(name: str, stream: io.BufferedReader, options: _Options, *, suffix: str = "") -> Source:
    return Source(
        name=name,
        stream=stream,
        suffix=suffix.lower(),
        charset=options.encoding,
        max_bytes=options.max_bytes,
    )


def _parsed(source: Source) -> Iterator[Document | IntakeError]:
    chosen = _format(source)
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
