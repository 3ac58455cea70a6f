"""Which cells are worth comparing: blocks of those whose names may agree.

Each cell is filed under the keys of its names and looks under fewer, so that a short name finds
the fuller ones and a full one its like. Of a block that is too large to be looked through, the
cells with most in common are taken, among its largest, so that the work grows with the number of
cells alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.desk.actors.cells import Cell, Company
from sayso.desk.actors.comparing import Compared, agreed, compare
from sayso.desk.actors.names import LEVEL, filed, sought

_BLOCK: Final = 30
"""Cells of a block that one is compared with at the most,"""
_LOOKED: Final = 150
"""taken from so many."""


def candidates(cells: Sequence[Cell], company: Company) -> Iterator[list[Compared]]:
    """Give for each cell, in order, those that it may be one with, likeliest first. A pair comes
    once: with the cell whose name is shorter, or else comes later."""
    order = {cell.subject: number for number, cell in enumerate(cells)}
    blocks = _blocks(cells)
    for cell in cells:
        near = {
            other.subject: (other, grade)
            for found in sought(cell.key, person=cell.person)
            for other in _nearest(cell, blocks.get((cell.person, found), ()))
            if (grade := agreed(cell, other))
        }
        names = Counter(grade for _, grade in {(one.key, grade) for one, grade in near.values()})
        yield sorted(
            (
                compare(cell, other, grade, company, rivals=names[grade] - 1)
                for subject, (other, grade) in near.items()
                if grade not in LEVEL or order[subject] < order[cell.subject]
            ),
            key=lambda each: (-each.confidence, each.full.subject),
        )


def _blocks(cells: Sequence[Cell]) -> dict[tuple[bool, str], list[Cell]]:
    blocks = defaultdict(list)
    for cell in sorted(cells, key=lambda one: (-len(one.sightings), one.subject)):
        for found in {each for words in cell.keys for each in filed(words, person=cell.person)}:
            blocks[cell.person, found].append(cell)
    return blocks


def _nearest(cell: Cell, block: Sequence[Cell]) -> Sequence[Cell]:
    others = [other for other in block[:_LOOKED] if other is not cell]
    if len(others) <= _BLOCK:
        return others
    return sorted(others, key=lambda other: (-len(other.company & cell.company), other.subject))[
        :_BLOCK
    ]
