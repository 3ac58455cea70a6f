"""Corpora: JSONL and CSV, one document a line, never more than one of them in memory.

    id, text, title?, published?, publisher?, url?, language?, byline?, agency?, modified?

`text` is taken exactly as it is: line ends, NULs and lone surrogates stay. Other keys are passed
over. Without an `id` a document is called after its line, `corpus.jsonl:3`. A line that is no
document is said, under that name, and the next one is read.
"""

import csv
import io
import json
import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from itertools import chain

from sayso.errors import IntakeError
from sayso.intake import dates, identity
from sayso.intake.base import Format, Source
from sayso.records.text import Document

DELIMITERS = (",", ";", "\t")

_BOM = b"\xef\xbb\xbf"

_ONE_OBJECT = re.compile(rb"\s*(\[|\{\s*\n)")
_OBJECT_WITH_TEXT = re.compile(rb'\s*\{\s*".*"text"\s*:')

_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")


class Jsonl(Format):
    """One JSON object a line, in UTF-8."""

    label = "JSONL"
    suffixes = (".jsonl", ".ndjson", ".json")
    media_types = ("application/jsonl", "application/x-ndjson", "application/json")

    def recognises(self, head: bytes) -> bool:
        """Whether the first line is an object that has a text."""
        return bool(_OBJECT_WITH_TEXT.match(head.removeprefix(_BOM).split(b"\n", 1)[0]))

    def read(self, source: Source) -> Iterator[Document | IntakeError]:
        """Yield a document or an error for each line that is not blank."""
        if _ONE_OBJECT.match(source.head()):
            raise source.error(
                "is one JSON value over several lines", 'Write one object with "text" a line'
            )
        empty = True
        for here, line in _lines(source):
            empty = False
            try:
                yield from _documents(here, _object(here, line))
            except IntakeError as error:
                yield error
        if empty:
            raise source.error("is empty", 'Write one object with "text" a line')


class Csv(Format):
    """A header line that names the column `text`, then a row a document; UTF-8 unless stated."""

    label = "CSV"
    suffixes = (".csv", ".tsv")
    media_types = ("text/csv", "text/tab-separated-values")

    def recognises(self, head: bytes) -> bool:
        """Whether the first line is a header with `id` and `text`."""
        header = head.removeprefix(_BOM).split(b"\n", 1)[0].decode("utf-8", "replace")
        return any({"id", "text"} <= set(_cells(header, mark)) for mark in DELIMITERS)

    def read(self, source: Source) -> Iterator[Document | IntakeError]:
        """Yield a document or an error for each row that is not blank."""
        # Else the reader holds to 131,072 characters a cell. The setting is the process's.
        csv.field_size_limit(source.max_bytes)
        with closing(_decoded(source)) as lines:
            yield from self._rows(source, lines)

    def _rows(self, source: Source, lines: Iterator[str]) -> Iterator[Document | IntakeError]:
        header = next(lines, "")
        delimiter = next((mark for mark in DELIMITERS if "text" in _cells(header, mark)), None)
        if delimiter is None:
            raise source.error(
                'has no column called "text"', 'Name the columns in the first line, "id,text"'
            )
        rows = csv.reader(chain([header], lines), delimiter=delimiter, strict=True)
        columns = [cell.strip().lower() for cell in next(rows)]
        more = True
        while more:
            here = source.line(rows.line_num + 1)
            try:
                row = next(rows, None)
                more = row is not None
                if row:
                    yield from _documents(here, _row(here, columns, row))
            except csv.Error as error:
                yield here.error(f"is no row of CSV ({error})", "Quote its cells")
            except IntakeError as error:
                yield error


def _lines(source: Source) -> Iterator[tuple[Source, bytes]]:
    """Lines that hold something. One past the limit comes cut, just long enough to be refused."""
    number = 0
    while line := source.stream.readline(source.max_bytes + 1):
        number += 1
        if line.removeprefix(_BOM).strip():
            yield source.line(number), line
        while line and not line.endswith(b"\n"):
            line = source.stream.readline(source.max_bytes)


def _object(here: Source, line: bytes) -> Mapping[str, object]:
    if len(line) > here.max_bytes:
        raise here.too_large()
    try:
        value = json.loads(line.removeprefix(_BOM).decode("utf-8"))
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 at byte {error.start:,} of the line"
        raise here.error(reason, "Convert the file to UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise here.error(f"is no JSON ({error})", "Write one object a line") from None
    if not isinstance(value, dict):
        raise here.error("is no JSON object", 'Write one object with "text" a line')
    return value


def _decoded(source: Source) -> Generator[str, None, None]:
    """Lines with their ends, in pieces no longer than a document may be."""
    wide = source.head().startswith((b"\xff\xfe", b"\xfe\xff"))
    text = io.TextIOWrapper(
        source.stream,
        encoding="utf-16" if wide else source.charset or "utf-8-sig",
        # A byte that does not fit is found in its row, and the rows around it are read.
        errors="surrogateescape",
        newline="",
    )
    try:
        while line := text.readline(source.max_bytes):
            yield line
    finally:
        # Else the wrapper closes the stream, which is not its own.
        text.detach()


def _cells(header: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"').lower() for cell in header.split(delimiter)]


def _row(here: Source, columns: list[str], row: list[str]) -> Mapping[str, object]:
    if len(row) != len(columns):
        raise here.error(
            f"has {len(row)} cells where the header names {len(columns)}",
            "Quote cells that hold the delimiter",
        )
    if any("\udc80" <= char <= "\udcff" for cell in row for char in cell):
        raise here.error("is not UTF-8", "Convert the file to UTF-8, or state its encoding")
    return dict(zip(columns, row, strict=True))


def _documents(here: Source, row: Mapping[str, object]) -> Iterator[Document | IntakeError]:
    """Yield the document of a row, and an error when it is read without its date."""
    text = row.get("text")
    if not isinstance(text, str):
        raise here.error('lacks "text"', 'Give every document a "text" that is a string')
    language = _LANGUAGE.match((_string(here, row, "language") or "").lower())
    stated = _string(here, row, "published")
    published = stated and dates.iso(stated)
    yield identity.document(
        here,
        text,
        id=_string(here, row, "id"),
        title=_string(here, row, "title"),
        publisher=_string(here, row, "publisher"),
        url=_string(here, row, "url"),
        published=published,
        # "en" and "en-GB" are codes; of any other word the text itself is the better witness.
        language_stated=language and language[0],
        byline=_string(here, row, "byline"),
        agency=_string(here, row, "agency"),
        modified=dates.iso(_string(here, row, "modified") or ""),
    )
    if stated and not published:
        yield here.error(
            f'is read without its date, since "{stated[:40]}" is not ISO 8601',
            "Write it as 2024-03-05",
        )


def _string(here: Source, row: Mapping[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is None or value == "":
        return None
    if key == "id" and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise here.error(f'has a "{key}" that is no string', "Write it in quotes, or leave it out")
    return value
