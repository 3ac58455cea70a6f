"""How well two ways to sort mentions into chains agree: MUC, B-cubed and CEAFe.

A chain is a set of mentions, which may be anything hashable; no mention is in two chains of one
side. Each measure gives its shares as numerators and denominators, to be added up over documents
before they are divided, as the CoNLL scorer does.
"""

from collections import Counter, deque
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import inf

from msgspec import Struct

Chains = Sequence[AbstractSet[Hashable]]
Worth = Mapping[int, Mapping[int, float]]

ROUNDING = 1e-12


class Shares(Struct, frozen=True, kw_only=True):
    """Precision is `right_given / given`, recall `right_asked / asked`."""

    right_given: float = 0.0
    given: float = 0.0
    right_asked: float = 0.0
    asked: float = 0.0

    def __add__(self, other: "Shares") -> "Shares":
        return Shares(
            right_given=self.right_given + other.right_given,
            given=self.given + other.given,
            right_asked=self.right_asked + other.right_asked,
            asked=self.asked + other.asked,
        )

    @property
    def precision(self) -> float:
        """Right of given; 0 where nothing was given."""
        return self.right_given / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Right of asked for; 0 where nothing was asked for."""
        return self.right_asked / self.asked if self.asked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where neither side has anything to count, as with CoNLL."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(gold: Chains, system: Chains) -> Shares:
    """Count links: those that hold a chain together, less those that the other side lacks."""
    return Shares(
        right_given=_links_kept(system, gold),
        given=sum(len(chain) - 1 for chain in system),
        right_asked=_links_kept(gold, system),
        asked=sum(len(chain) - 1 for chain in gold),
    )


def _links_kept(chains: Chains, other: Chains) -> int:
    pieces = sum(
        len(shared) + len(chain) - sum(shared.values())
        for chain, shared in zip(chains, _shared(chains, other), strict=True)
    )
    return sum(map(len, chains)) - pieces


def b_cubed(gold: Chains, system: Chains) -> Shares:
    """Count mentions, each by the share of its chain that the other side puts with it."""
    return Shares(
        right_given=_company_kept(system, gold),
        given=sum(map(len, system)),
        right_asked=_company_kept(gold, system),
        asked=sum(map(len, gold)),
    )


def _company_kept(chains: Chains, other: Chains) -> float:
    return sum(
        sum(number**2 for number in shared.values()) / len(chain)
        for chain, shared in zip(chains, _shared(chains, other), strict=True)
    )


def ceaf_e(gold: Chains, system: Chains) -> Shares:
    """Count chains, matched one to one so that their likeness (phi 4) comes to the most."""
    alike = {
        i: {j: 2 * number / (len(chain) + len(system[j])) for j, number in shared.items()}
        for i, (chain, shared) in enumerate(zip(gold, _shared(gold, system), strict=True))
    }
    best = sum(alike[i][j] for i, j in assignment(alike).items())
    return Shares(right_given=best, given=len(system), right_asked=best, asked=len(gold))


def _shared(chains: Chains, other: Chains) -> list[Counter[int]]:
    """For each chain how many of its mentions are in which chain of the other side."""
    where = {mention: j for j, chain in enumerate(other) for mention in chain}
    return [Counter(where[mention] for mention in chain if mention in where) for chain in chains]


def assignment(worth: Worth) -> dict[int, int]:
    """Give rows columns, one to one, so that the sum of `worth[row][column]` is the largest.

    Rows come in one at a time. Each takes the column, or sends whoever holds it to another, where
    that brings the most: what was best for the rows before stays best for them and the new one.
    """
    holder: dict[int, int] = {}
    for newcomer in worth:
        _seat(newcomer, worth, holder)
    return {row: column for column, row in holder.items()}


def _seat(newcomer: int, worth: Worth, holder: dict[int, int]) -> None:
    gain = {newcomer: 0.0}  # by row: what is won so far if it goes without a column
    ousted: dict[int, tuple[int, int]] = {}  # by row: who takes which column from it
    best, last, free = 0.0, newcomer, None
    waiting = deque([newcomer])
    while waiting:
        row = waiting.popleft()
        if gain[row] > best + ROUNDING:
            best, last, free = gain[row], row, None
        for column, value in worth[row].items():
            won, held_by = gain[row] + value, holder.get(column)
            if held_by is None:
                if won > best + ROUNDING:
                    best, last, free = won, row, column
                continue
            without = won - worth[held_by][column]
            if without > gain.get(held_by, -inf) + ROUNDING:
                gain[held_by], ousted[held_by] = without, (row, column)
                waiting.append(held_by)
    if free is not None:
        holder[free] = last
    while last != newcomer:
        last, column = ousted[last]
        holder[column] = last
