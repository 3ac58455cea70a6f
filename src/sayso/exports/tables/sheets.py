"""Files of rows: CSV for everybody, Parquet for many rows. A sheet takes rows one by one."""

import csv as commas
import io
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, BinaryIO, Final, Protocol

from sayso.exports.base import Task
from sayso.exports.files import ExportError
from sayso.exports.tables.columns import Cell, Column
from sayso.exports.text import label, printable, storable

_ACTIVE: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")  # noqa: RUF001 (they start formulas, too)
"""What a spreadsheet would take for a formula, behind any apostrophes."""

_GROUP: Final = 10_000
"""Rows that a Parquet file keeps together, and so the most that wait in memory a table."""


class Sheet(Protocol):
    """A file of rows."""

    def add(self, row: Sequence[Cell]) -> None:
        """Write one row, a cell a column."""

    def close(self) -> None:
        """Write what waits and close the file."""


Begin = Callable[[Task, str, Sequence[Column]], Sheet]
"""Opens a sheet by its name, without an ending, with its columns."""


class Csv:
    """CSV as RFC 4180 has it, in UTF-8, with a line of names; no cell does anything."""

    def __init__(self, stream: BinaryIO, columns: Sequence[Column]) -> None:
        # The bytes go out whole: a text layer over them would have its own idea of line ends.
        self._stream = stream
        self._buffer = io.StringIO(newline="")
        self._writer = commas.writer(self._buffer)
        self.add([column.name for column in columns])

    def add(self, row: Sequence[Cell]) -> None:
        """Write one row."""
        self._writer.writerow(list(map(_cell, row)))
        self._stream.write(self._buffer.getvalue().encode())
        self._buffer.seek(0)
        self._buffer.truncate()

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


class Tsv:
    """A line a row and a tab between cells, as event data are published: no cell has a line end
    or a tab in it, so that nothing is quoted."""

    def __init__(self, stream: BinaryIO, columns: Sequence[Column]) -> None:
        self._stream = stream
        self.add([column.name for column in columns])

    def add(self, row: Sequence[Cell]) -> None:
        """Write one row."""
        cells = (label(cell) if isinstance(cell, str) else cell for cell in map(_cell, row))
        line = "\t".join("" if cell is None else str(cell) for cell in cells)
        self._stream.write(f"{line}\n".encode())

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


class Parquet:
    """Parquet with Zstandard; the label of the Traffic Light Protocol is in the file's metadata,
    too. Needs pyarrow."""

    def __init__(
        self, stream: BinaryIO, columns: Sequence[Column], *, tlp: str | None = None
    ) -> None:
        try:
            # An extra, which has no types: checked alike with and without it.
            self._pa = import_module("pyarrow")
            parquet = import_module("pyarrow.parquet")
        except ModuleNotFoundError as error:
            raise ExportError(
                "Parquet", "needs pyarrow", "Install it: pip install 'sayso[parquet]'"
            ) from error
        self._schema = _schema(self._pa, columns, tlp)
        self._writer = parquet.ParquetWriter(stream, self._schema, compression="zstd")
        self._stream = stream
        self._waiting: list[list[Cell]] = [[] for _ in columns]

    def add(self, row: Sequence[Cell]) -> None:
        """Take one row, which is written with its group."""
        for waiting, cell in zip(self._waiting, row, strict=True):
            waiting.append(storable(cell) if isinstance(cell, str) else cell)
        if len(self._waiting[0]) >= _GROUP:
            self._flush()

    def close(self) -> None:
        """Write what waits and close the file."""
        self._flush()
        self._writer.close()
        self._stream.close()

    def give_up(self) -> None:
        """Keep the writer from closing a file that is gone, which it would try in the end."""
        self._writer.is_open = False

    def _flush(self) -> None:
        arrays = [
            self._pa.array(cells, type=field.type)
            for cells, field in zip(self._waiting, self._schema, strict=True)
        ]
        self._writer.write_table(self._pa.Table.from_arrays(arrays, schema=self._schema))
        self._waiting = [[] for _ in self._waiting]


def csv(task: Task, name: str, columns: Sequence[Column]) -> Sheet:
    """Open a sheet of commas."""
    return Csv(task.folder.create(f"{name}.csv"), columns)


def tsv(task: Task, name: str, columns: Sequence[Column]) -> Sheet:
    """Open a sheet of tabs."""
    return Tsv(task.folder.create(f"{name}.tsv"), columns)


def parquet(task: Task, name: str, columns: Sequence[Column]) -> Sheet:
    """Open a sheet of Parquet. Raises ExportError without pyarrow."""
    sheet = Parquet(task.folder.create(f"{name}.parquet"), columns, tlp=task.tlp)
    task.folder.at_end(sheet.give_up)
    return sheet


def _schema(pa: ModuleType, columns: Sequence[Column], tlp: str | None) -> Any:  # noqa: ANN401
    kinds = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
    }
    return pa.schema(
        [(column.name, kinds[column.kind]) for column in columns],
        metadata={"tlp": tlp} if tlp else None,
    )


def _cell(cell: Cell) -> Cell:
    """Make a cell for a text file. A number is no text and may begin with its sign."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if not isinstance(cell, str):
        return cell
    safe = printable(cell)
    return f"'{safe}" if _ACTIVE.match(safe) else safe
