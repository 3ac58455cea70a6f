"""WARC: what a crawler saved, page by page as it stands in the file, one page in memory at a time.

Pages and papers are read (HTML, PDF, DOCX, and the plain text that extraction left in `conversion`
records); scripts, pictures, redirects and the crawler's own notes are passed over, as other files
are in a folder. A document is called after its address, and a page that was saved twice has two
versions.

warcio takes records apart. What it overlooks is looked for here: a file that ends too early, and
records whose stated length is wrong, after which reading goes on at the next one.
"""

import zlib
from collections.abc import Iterator
from email.message import Message
from io import BufferedReader, BytesIO
from typing import Any, Final, cast

from msgspec import Struct

from sayso.errors import IntakeError
from sayso.intake.base import Format, Source
from sayso.records.text import Document

_HTML: Final = ("text/html", "application/xhtml+xml")
_PAPERS: Final = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
_READ: Final = {
    "response": (*_HTML, *_PAPERS),
    "resource": (*_HTML, *_PAPERS),
    "conversion": ("text/plain",),
}
"""Kinds of record, and the media types that hold documents in each. The plain text of a response is
robots.txt and its like."""

_REDIRECTS: Final = range(300, 400)
_OK: Final = 200
_LINE: Final = 65_536
_PART: Final = 65_536
_SAVE: Final = "Open it in a browser, save the page, and give the file"

Record = Any
"""warcio has no types."""


class _Block(Struct, frozen=True, kw_only=True):
    """What stands in a record: all of it, or its beginning where it is `longer` than is read.
    `whole` is whether the record ends where it says."""

    data: bytes
    longer: bool
    whole: bool


class Warc(Format):
    """A WARC file, packed or not."""

    label = "a WARC archive"
    suffixes = (".warc",)
    media_types = ("application/warc",)

    def recognises(self, head: bytes) -> bool:
        """Whether it begins as a record does."""
        return head.startswith(b"WARC/")

    def read(self, source: Source) -> Iterator[Document | IntakeError]:
        """Yield a document or an error for each page, and an error for each damage at its place."""
        stream = _Steady(source)
        count, damaged = 0, False
        for record in _records(stream):
            block = _block(record, source.max_bytes) if record else None
            if block is None or not block.whole:
                damaged = True
                continue
            if damaged:
                yield source.error(
                    f"is damaged after {count:,} records: what stands there is none",
                    "Reading goes on at the next one; compare the file with where it came from",
                )
            count, damaged = count + 1, False
            try:
                yield from _read(source, record, block)
            except IntakeError as error:
                yield error
        if damaged or stream.broken:
            yield source.error(
                f"is cut off after {count:,} records", "Those are read; download it again"
            )


class _Steady:
    """The bytes of an archive, to their end or to where they cannot be read any further.

    What came before an error is given first: a whole record must not be lost to what follows.
    """

    def __init__(self, source: Source) -> None:
        self._stream = source.stream
        self.broken = False

    def read(self, size: int) -> bytes:
        """Give up to `size` bytes."""
        try:
            return self._stream.read1(size)
        except (EOFError, OSError, zlib.error):
            self.broken = True
            return b""


def _records(stream: _Steady) -> Iterator[Record | None]:
    """Give records, each to be read before the next, and None where something else stands."""
    # Half a tenth of a second, which only those who read an archive should wait.
    from warcio.bufferedreaders import BufferedReader as Lines  # noqa: PLC0415
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415

    loader = ArcWarcRecordLoader(arc2warc=False)
    lines = Lines(stream)
    while line := lines.readline(_LINE):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            yield None
            continue
        try:
            record = loader.parse_record_stream(lines, line, "warc", no_record_parse=True)
        except ArchiveLoadFailed:
            yield None
            continue
        stated = record.rec_headers.get_header("Content-Length") or ""
        yield record if stated.strip().isdigit() else None


def _block(record: Record, most: int) -> _Block:
    """Read to the end of a record."""
    kept: list[bytes] = []
    read = 0
    while part := record.raw_stream.read(_PART):
        read += len(part)
        if record.length <= most or not kept:
            kept.append(part)
    return _Block(data=b"".join(kept), longer=record.length > most, whole=read == record.length)


def _read(source: Source, record: Record, block: _Block) -> Iterator[Document | IntakeError]:
    """Read the page that a record holds, if it holds one. Raises IntakeError where it cannot be."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    record.raw_stream = BytesIO(block.data)
    if record.rec_type == "response":
        record.http_headers = _answer(record, url)
        if record.http_headers is None:
            return
    label = Message()
    headers = record.http_headers or record.rec_headers
    label["Content-Type"] = headers.get_header("Content-Type") or ""
    if not url or label.get_content_type() not in _READ.get(record.rec_type, ()):
        return
    page = Source(
        name=url,
        stream=BufferedReader(cast(Any, BytesIO(_body(record, url, source.max_bytes)))),
        door=source.door,
        media_type=label.get_content_type(),
        charset=label.get_content_charset() or source.charset,
        url=url,
        max_bytes=source.max_bytes,
    )
    if block.longer:
        raise page.too_large()
    yield from source.door.inside(page)
    if cut := record.rec_headers.get_header("WARC-Truncated"):
        yield page.error(
            f"is read as far as the crawler kept it, which cut it off ({cut})",
            "Compare it with the page",
        )


def _answer(record: Record, url: str) -> Record | None:
    """Read the headers of a server's answer; None for one that leads elsewhere, or is no page."""
    from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415

    try:
        found = ArcWarcRecordLoader(verify_http=False).load_http_headers(
            "response", url, record.raw_stream, record.length
        )
    except EOFError:
        return None
    status = int(code) if found and (code := found.get_statuscode()).isdigit() else None
    if status is None or status in _REDIRECTS:
        return None
    if status != _OK and "html" in (found.get_header("Content-Type") or ""):
        raise IntakeError(url, f"was answered with {status} when it was saved", _SAVE)
    return found if status == _OK else None


def _body(record: Record, url: str, most: int) -> bytes:
    """Unpack the body of a page. Raises IntakeError for a packing that cannot be undone."""
    from warcio.bufferedreaders import BufferedReader as Lines  # noqa: PLC0415

    packing = record.http_headers and record.http_headers.get_header("Content-Encoding")
    if packing and packing.lower() not in {"identity", *Lines.get_supported_decompressors()}:
        raise IntakeError(
            url,
            f"is packed by {packing}, which is not read here",
            "Install the package brotli" if packing == "br" else _SAVE,
        )
    return bytes(record.content_stream().read(most + 1))
