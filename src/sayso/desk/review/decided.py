"""What people decided about which things are one, in a form that grouping takes."""

from collections.abc import Iterable, Sequence
from typing import Final, Generic, TypeVar

from msgspec import Struct

from sayso.records.desk import Judgement

Thing = TypeVar("Thing")

_OF_TWO: Final = ("same", "not_same", "unsure")


class Decided(Struct, frozen=True, kw_only=True):
    """A pair of subjects that a person joined or kept apart; `unsure` keeps apart, and asks on."""

    one: str
    other: str
    same: bool
    unsure: bool
    judgement: int
    who: str
    reason: str


class Pairs(Struct, Generic[Thing], frozen=True, kw_only=True):
    """The pairs that are one, and those that are not or not surely."""

    same: tuple[tuple[Thing, Thing], ...]
    not_same: tuple[tuple[Thing, Thing], ...]


def decided(judgements: Iterable[Judgement]) -> tuple[Decided, ...]:
    """Give the judgements on two things, the latest first; of one pair only the latest counts."""
    last: dict[frozenset[str], Decided] = {}
    for one in sorted(judgements, key=lambda each: each.id):
        if one.verdict in _OF_TWO and one.other is not None and one.other != one.subject:
            last[frozenset((one.subject, one.other))] = Decided(
                one=one.subject,
                other=one.other,
                same=one.verdict == "same",
                unsure=one.verdict == "unsure",
                judgement=one.id,
                who=one.who,
                reason=one.reason,
            )
    return tuple(sorted(last.values(), key=lambda each: -each.judgement))


def pairs(judgements: Sequence[Judgement]) -> Pairs[str]:
    """Give what holding judgements say of pairs of subjects, for any grouping of things: each pair
    once, as the last judgement of it has it."""
    found = decided(judgements)
    return Pairs(
        same=tuple((each.one, each.other) for each in found if each.same),
        not_same=tuple((each.one, each.other) for each in found if not each.same),
    )
