"""Counting what was found, and matching one to one: shared by all scorers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from sayso.records.text import Span


class Figure(Struct, frozen=True):
    """One measured number under the name that floors.toml uses, and what it was made from."""

    name: str
    value: float
    detail: str = ""


class Count(Struct, frozen=True, kw_only=True):
    """How many are `right` of those `given` by the system and of those `asked` for by gold."""

    right: int = 0
    given: int = 0
    asked: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            right=self.right + other.right,
            given=self.given + other.given,
            asked=self.asked + other.asked,
        )

    @property
    def precision(self) -> float:
        """Right of given; 1 where nothing was asked for and nothing given."""
        return self._share(self.given)

    @property
    def recall(self) -> float:
        """Right of asked for; 1 where nothing was asked for and nothing given."""
        return self._share(self.asked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        if not self.given and not self.asked:
            return 1.0
        return 2 * self.right / (self.given + self.asked)

    def _share(self, whole: int) -> float:
        if not self.given and not self.asked:
            return 1.0
        return self.right / whole if whole else 0.0

    def figure(self, name: str) -> Figure:
        """Give F1 as a figure."""
        return Figure(
            f"{name} F1",
            self.f1,
            f"P {self.precision:.3f}  R {self.recall:.3f}  gold {self.asked}  system {self.given}",
        )


class Candidate(NamedTuple):
    """A possible match: the higher `score` wins, then the earlier gold, then the earlier system."""

    score: tuple[float, ...]
    gold: int
    system: int


def match(candidates: Iterable[Candidate]) -> dict[int, int]:
    """Match one to one, best first: which system item answers which gold item."""
    ranked = sorted(candidates, key=lambda c: (tuple(-part for part in c.score), c.gold, c.system))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, gold, system in ranked:
        if gold not in found and system not in taken:
            found[gold] = system
            taken.add(system)
    return found


def set_overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Give the size of the intersection over that of the union; 0 for two empty sets."""
    return len(a & b) / (len(a | b) or 1)


def span_overlap(a: Span, b: Span) -> float:
    """Give the shared characters of two spans over those that they cover; 0 where apart."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def match_spans(gold: Sequence[Span], system: Sequence[Span]) -> dict[int, int]:
    """Match spans that overlap, one to one: which system span answers which gold one."""
    return match(
        Candidate((shared,), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(system)
        if (shared := span_overlap(a, b))
    )
