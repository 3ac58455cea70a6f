"""Loaded and persuasive wording, as in SemEval-2020 task 11: shares of spans that overlap.

"characters" is the task's span identification: techniques are not looked at, overlapping spans of
one side are made one, and every span counts by the share of it that the other side covers.
"technique" matches spans one to one and wants the same technique. BASIL knows biases, not
techniques: only "characters" says something there.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from benchmarks.counts import Candidate, Count, Figure, match, span_overlap
from benchmarks.gold import Marked, Pair
from sayso.records.text import Span

Named = tuple[int, int, str]
"""A span and its technique."""


class Cover(Struct, frozen=True, kw_only=True):
    """How many spans each side has, and how much of them, span by span, the other covers."""

    given: int = 0
    asked: int = 0
    of_given: float = 0.0
    of_asked: float = 0.0

    def __add__(self, other: "Cover") -> "Cover":
        return Cover(
            given=self.given + other.given,
            asked=self.asked + other.asked,
            of_given=self.of_given + other.of_given,
            of_asked=self.of_asked + other.of_asked,
        )

    @property
    def precision(self) -> float:
        """The mean share of a system span that gold covers."""
        return self._share(self.of_given, self.given)

    @property
    def recall(self) -> float:
        """The mean share of a gold span that the system covers."""
        return self._share(self.of_asked, self.asked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def _share(self, part: float, whole: int) -> float:
        if not self.given and not self.asked:
            return 1.0
        return part / whole if whole else 0.0

    def figure(self, name: str) -> Figure:
        """Give F1 as a figure."""
        return Figure(
            f"{name} F1",
            self.f1,
            f"P {self.precision:.3f}  R {self.recall:.3f}  gold {self.asked}  system {self.given}",
        )


def joined(spans: Iterable[Span]) -> list[Span]:
    """Make spans that overlap one; empty ones go."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], end)
        elif start < end:
            out.append((start, end))
    return out


def cover(gold: Iterable[Span], system: Iterable[Span]) -> Cover:
    """Compare the spans of one document."""
    asked, given = joined(gold), joined(system)
    shared = [
        (a, b, common)
        for a in asked
        for b in given
        if (common := min(a[1], b[1]) - max(a[0], b[0])) > 0
    ]
    return Cover(
        given=len(given),
        asked=len(asked),
        of_given=sum(common / (b[1] - b[0]) for _, b, common in shared),
        of_asked=sum(common / (a[1] - a[0]) for a, _, common in shared),
    )


def named(document: Marked) -> list[Named]:
    """Give each span under each technique once."""
    return sorted({(f.start, f.end, str(f.technique)) for f in document.framing})


def _spans(framed: Iterable[Named], technique: str | None = None) -> list[Span]:
    return [(start, end) for start, end, name in framed if technique in (None, name)]


def by_technique(pairs: Sequence[Pair]) -> dict[str, Cover]:
    """Compare the spans of each technique that either side has."""
    total: dict[str, Cover] = {}
    for gold, system in pairs:
        asked, given = named(gold), named(system)
        for technique in {name for _, _, name in asked + given}:
            part = cover(_spans(asked, technique), _spans(given, technique))
            total[technique] = total.get(technique, Cover()) + part
    return dict(sorted(total.items()))


def technique(pairs: Sequence[Pair]) -> Count:
    """Count the spans matched one to one that have gold's technique."""
    total = Count()
    for gold, system in pairs:
        asked, given = named(gold), named(system)
        found = match(
            Candidate((shared + (a[2] == b[2]),), i, j)
            for i, a in enumerate(asked)
            for j, b in enumerate(given)
            if (shared := span_overlap(a[:2], b[:2]))
        )
        right = sum(asked[i][2] == given[j][2] for i, j in found.items())
        total += Count(right=right, given=len(given), asked=len(asked))
    return total


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give partial overlap whatever the technique, within techniques, and the techniques."""
    whole = sum(
        (cover(_spans(named(gold)), _spans(named(system))) for gold, system in pairs), Cover()
    )
    kinds = by_technique(pairs)
    return [
        whole.figure("characters"),
        sum(kinds.values(), Cover()).figure("characters by technique"),
        technique(pairs).figure("technique"),
        *(count.figure(kind) for kind, count in kinds.items()),
    ]
