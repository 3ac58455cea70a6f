"""Whether two documents carry the same text, how much of each is shared, and why it is said."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from sayso.desk.families.alignment import Run, Sorted, runs, unpack
from sayso.desk.families.names import same_house
from sayso.desk.families.signature import Signature

# What is asked for: the share of the text that has more of its words in the other, and a third of
# the other's share. A copy that is all there passes by itself; of a text that is half its own, the
# other must be half the same too, else two reporters met at one press conference. Swept from .35
# to .70, and from no part of the other's share to half of it, on half of the open families, by
# event, and two more sets made like it: .50 to .60 make no difference; below, quoting reporters
# come together, above, scanned and rewritten copies fall apart. A text that credits the house of
# the other needs less. Run `python -m benchmarks.families accuracy` again after a change.
ALIKE = 0.55
CREDITED = 0.45
OTHER_PART = 1 / 3

# A share is taken of at least so many words: a few that agree prove nothing.
TELLING = 20

# Reporters quote the same words without copying each other, so quotations count only where
# fewer words than this stand outside them.
SPOKEN = 10


class Match(Struct, frozen=True, kw_only=True):
    """Two documents with words in common, and the verdict.

    `left_share` and `right_share`: the part of each text, 0 to 1, that the other carries, with
    quotations and page furniture set aside. `words`: how many words of the left one that is.
    `runs`: places in the words of the two signatures. `credited`: one names the other's publisher
    as its agency. `same`: one text is a copy of the other, or both are copies of a third.
    """

    left: str
    right: str
    left_share: float
    right_share: float
    words: int
    runs: tuple[Run, ...]
    credited: bool
    same: bool

    @property
    def score(self) -> float:
        """The share of the text that has more of its words in the other."""
        return max(self.left_share, self.right_share)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the verdict rests on, in words."""
        needed = CREDITED if self.credited else ALIKE
        weight = _weight(self.left_share, self.right_share)
        shares = f"{self.left_share:.0%} of {self.left}, {self.right_share:.0%} of {self.right}"
        credit = ("one credits the publisher of the other",) if self.credited else ()
        return (
            f"{self.words} words in common in {len(self.runs)} runs: {shares}",
            *credit,
            f"weight {weight:.2f}, {'enough' if self.same else 'too little'}: {needed:.2f} needed",
        )


def same_text(
    left: Signature, right: Signature, *, furniture: Collection[int] = frozenset()
) -> Match:
    """Compare two documents. `furniture`: hashes of lines that are pages' and not reports'."""
    return judge(left, right, runs(unpack(left), right), furniture=furniture)


def compare(left: Sorted, right: Signature) -> Match:
    """`same_text` for a text already unpacked, which is compared with many."""
    return judge(left.signature, right, runs(left, right))


def judge(
    left: Signature,
    right: Signature,
    found: tuple[Run, ...],
    *,
    furniture: Collection[int] = frozenset(),
) -> Match:
    """The verdict on two documents that have the runs `found` in common."""
    turned = [Run(x.right, x.right_end, x.left, x.left_end) for x in found]
    left_words, left_share = _carried(left, right, found, furniture)
    _, right_share = _carried(right, left, turned, furniture)
    credited = same_house(left.agency, right.publisher) or same_house(right.agency, left.publisher)
    return Match(
        left=left.id,
        right=right.id,
        left_share=left_share,
        right_share=right_share,
        words=left_words,
        runs=found,
        credited=credited,
        same=_weight(left_share, right_share) >= (CREDITED if credited else ALIKE),
    )


def _weight(one: float, other: float) -> float:
    return max(one, other) + OTHER_PART * min(one, other)


def bits(spans: Iterable[tuple[int, int]]) -> int:
    """A set of places as an integer, a bit a place."""
    places = 0
    for start, end in spans:
        places |= (1 << end) - (1 << start)
    return places


def _carried(
    own: Signature, other: Signature, found: Iterable[Run], furniture: Collection[int]
) -> tuple[int, float]:
    """How many of the own words that tell are carried, and what share of them.

    What stands inside quotation marks in one text only is cited there, and no copy.
    """
    text = (1 << own.length) - 1
    if furniture:
        text &= ~bits((line.first, line.after) for line in own.lines if line.hash in furniture)
    quoted, quoted_there = bits(own.quoted), bits(other.quoted)
    telling = text & ~quoted
    if telling.bit_count() < SPOKEN:
        telling = text
    carried = 0
    for run in found:
        alike = ~(quoted ^ (quoted_there >> run.right << run.left))
        carried |= ((1 << run.left_end) - (1 << run.left)) & alike
    words = (telling & carried).bit_count()
    return words, words / max(TELLING, telling.bit_count())
