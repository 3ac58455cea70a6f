"""Tables for a terminal, as wide as it is.

Nothing is cut off: a cell that is too long for its column goes on in the next line. What needs the
whole width, words and what a command takes, stands on lines of its own below its row.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console

TAKEN: Final = frozenset({"subject", "other", "one", "copies"})
"""Columns of what is copied into a command: below a row, these are not broken into lines."""

_INDENT: Final = 2
_BELOW: Final = 6
_BETWEEN: Final = 3
_LEAST: Final = 5


def write(
    console: "Console",
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    title: str = "",
    below: Collection[str] = (),
) -> None:
    """Write a table; the columns named in `below` stand below their rows, the first of them
    without its name. A column that is empty throughout is not shown."""
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    shown = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    head = [at for at in shown if columns[at] not in below]
    under = [at for at in shown if columns[at] in below]
    widths = _widths([[columns[at], *(row[at] for row in rows)] for at in head], console.width)
    if title:
        console.print(Text(f"{title}\n", "bold"))
    console.print(_line([columns[at] for at in head], widths, style="bold"))
    console.print(Text(f" {'─' * (console.width - 2)}"))
    for row in rows:
        console.print(_line([row[at] for at in head], widths))
        for at in under:
            if not row[at]:
                continue
            line = Text() if at == under[0] else Text(f"{columns[at]}  ", "dim")
            line.append(row[at])
            if columns[at] in TAKEN:
                console.print(Text(" " * _BELOW) + line, soft_wrap=True)
            else:
                console.print(Padding(line, (0, 0, 0, _BELOW), expand=False))
        if any(row[at] for at in under):
            console.print()
    if not rows or not any(rows[-1][at] for at in under):
        console.print()


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is: as its longest cell, or where there is no room for it less. Those
    that have most give way first, and none breaks a word as long as another has two."""
    from rich.cells import cell_len  # noqa: PLC0415

    widths = [max(map(cell_len, cells)) for cells in columns]
    words = [max(cell_len(word) for cell in cells for word in cell.split()) for cells in columns]
    room -= _INDENT + _BETWEEN * len(widths)
    for least in (words, [_LEAST] * len(widths)):
        while sum(widths) > room:
            giving = [at for at, width in enumerate(widths) if width > least[at]]
            if not giving:
                break
            widths[max(giving, key=widths.__getitem__)] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], *, style: str = "") -> object:
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    made = Table.grid(padding=(0, _BETWEEN, 0, 0))
    for width in widths:
        made.add_column(width=width, overflow="fold")
    made.add_row(*(Text(cell, style) for cell in cells))
    return Padding(made, (0, 0, 0, _INDENT), expand=False)
