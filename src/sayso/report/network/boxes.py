"""The boxes of a drawing: a side's name in one or two rows, and where it stands."""

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from sayso.report.network.settling import settled
from sayso.report.words import shorten

_NAME = 40
_ROW = 20
"""Characters of a name, and from how many on it stands in two rows."""

_LETTER = 7.2
"""Units that a letter is wide at the most, in the page's sans at 13 units."""

_SIDES = 18
_PADDING, _ROW_HEIGHT = 10.0, 16.0


class Box(Struct, frozen=True, kw_only=True):
    """A side, its name in one or two rows, centred on a point."""

    rows: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


def boxes(names: Sequence[str], pairs: list[tuple[int, int]], height: float) -> list[Box]:
    """Make a box for each name and let them settle in a drawing of some height."""
    rows = [_rows(shorten(name, _NAME)) for name in names]
    sizes = [
        complex(max(map(cell_len, each)) * _LETTER + _SIDES, len(each) * _ROW_HEIGHT + _PADDING)
        for each in rows
    ]
    return [
        Box(rows=each, x=at.real, y=at.imag, width=size.real, height=size.imag)
        for each, at, size in zip(rows, settled(sizes, pairs, height), sizes, strict=True)
    ]


def _rows(name: str) -> tuple[str, ...]:
    """Break a long name where its rows come out most alike."""
    words = name.split()
    if len(name) <= _ROW or len(words) == 1:
        return (name,)
    breaks = ((" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words)))
    return min(breaks, key=lambda rows: max(map(cell_len, rows)))
