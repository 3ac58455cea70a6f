"""Which clauses claim the same: candidates by what they share, then claims, the surest pairs first.

Two groups are joined when a pair of theirs is alike enough, nothing keeps any member of one apart
from any of the other, and they are alike on the whole; so a chain of likenesses does not join its
ends. The answer does not depend on the order of documents. What people have said, that two clauses
are the same or not, goes before all of it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from sayso.desk.claims.apart import apart
from sayso.desk.claims.comparing import SAME, Comparer, Key
from sayso.desk.claims.frames import DEEDS
from sayso.desk.claims.proposition import Proposition

Pair = tuple[int, int]

HOLDERS: Final = 40
"""Clauses that share a key and are compared with each other: those nearest in time to each one."""

CANDIDATES: Final = 60
"""Clauses that one is compared with at most."""

WHOLE: Final = 0.45
"""Mean score of two groups' pairs from which they are joined."""

SEEN: Final = 6
"""Members of each group that stand for it when two are held against each other."""

_RARE: Final = 5
"""Words of a clause, the rarest, that lead to others."""

_SUBJECTS: Final = 8
"""Parties and places of a document, the rarest that others name too, under which its acts and
figures are filed."""


def clustered(
    found: Sequence[Proposition],
    comparer: Comparer,
    *,
    same: Collection[Pair] = (),
    not_same: Collection[Pair] = (),
    told: Callable[[float], None] = lambda _: None,
) -> tuple[tuple[int, ...], ...]:
    """Give the claims as groups of proposition numbers, in order of their first.

    `same` and `not_same` are pairs of numbers that people have judged; they win. `told` is told
    now and then which share of the work is done.
    """
    groups = _Groups(found, comparer, barred=not_same)
    for one, other in sorted(same):
        groups.join(one, other)
    scored = sorted(_scored(found, comparer, told), key=lambda pair: (-pair[0], pair[1]))
    for _, (one, other) in scored:
        groups.consider(one, other)
    return groups.all()


def _scored(
    found: Sequence[Proposition], comparer: Comparer, told: Callable[[float], None]
) -> Iterator[tuple[float, Pair]]:
    for one, other in _candidates(found, comparer, told):
        if apart(found[one], found[other]) is None:
            score = comparer.likeness(found[one], found[other]).score
            if score >= SAME:
                yield score, (one, other)


def _candidates(
    found: Sequence[Proposition], comparer: Comparer, told: Callable[[float], None]
) -> Iterator[Pair]:
    """Pairs worth comparing, each once."""
    order = sorted(found, key=lambda each: (each.days, each.document, each.clause.start))
    keys = [tuple(_keys(each, comparer)) for each in order]
    # Those who share a key, by their places in the order, which is that of time.
    holders: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            holders[key].append(place)
    for place, (each, own) in enumerate(zip(order, keys, strict=True)):
        shared: dict[int, int] = defaultdict(int)
        for key in own:
            for other in _nearest(holders[key], place):
                shared[other] += 1
        best = sorted(shared, key=lambda other: (-shared[other], other))[:CANDIDATES]
        for other in best:
            if each.number < order[other].number:
                yield each.number, order[other].number
        told(place / len(order))


def _nearest(sharing: Sequence[int], place: int) -> Iterator[int]:
    """Those nearest in time of the clauses that share a key, by their places in that order."""
    near = sharing
    if len(sharing) > HOLDERS:
        at = bisect_left(sharing, place)
        near = sharing[max(0, at - HOLDERS // 2) : at + HOLDERS // 2]
    return (other for other in near if other != place)


def _keys(each: Proposition, comparer: Comparer) -> Iterator[tuple[object, ...]]:
    subjects: list[Key] = [("document", each.document)]
    subjects += comparer.linking(each.document)[:_SUBJECTS]
    named: list[Key] = [
        *(("bearer", bearer) for bearer in sorted(each.bearers)),
        *(("place", name) for name in sorted(each.places)),
    ]
    for frame in sorted(each.frames):
        yield from (("frame", frame, key) for key in dict.fromkeys((*named, *subjects)))
    for figure in each.figures:
        if figure.toll or figure.of == "":
            yield from (("figure", figure.least, key) for key in dict.fromkeys((*named, *subjects)))
            if figure.toll:
                yield from (("counted", figure.of, key) for key in subjects)
    # An accusation, and what the accused says of itself.
    if each.negative and each.voice.party:
        yield ("accused", each.voice.party)
    elif each.types & DEEDS:
        yield from (("accused", bearer) for bearer in sorted(each.bearers))
    for one, other in product(named, named):
        if one < other:
            yield ("both", one, other)
    rare = sorted(each.stems, key=lambda word: (-comparer.weight(("stem", word)), word))[:_RARE]
    yield from (("stem", word) for word in rare)


class _Groups:
    """Groups of propositions; every one begins in its own."""

    def __init__(
        self, found: Sequence[Proposition], comparer: Comparer, *, barred: Iterable[Pair]
    ) -> None:
        self._found = found
        self._comparer = comparer
        self._group = list(range(len(found)))
        self._members = {number: [number] for number in range(len(found))}
        self._barred: dict[int, set[int]] = defaultdict(set)
        for one, other in barred:
            self._barred[one].add(other)
            self._barred[other].add(one)

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        first, second = sorted((self._group[one], self._group[other]))
        if first == second:
            return
        for number in self._members[second]:
            self._group[number] = first
        self._members[first] = sorted((*self._members[first], *self._members.pop(second)))

    def consider(self, one: int, other: int) -> None:
        """Join the groups of two that are alike, if the groups are."""
        mine, theirs = self._members[self._group[one]], self._members[self._group[other]]
        if mine is theirs or (self._barred and self._are_barred(mine, theirs)):
            return
        total = count = 0.0
        for left, right in product(mine[:SEEN], theirs[:SEEN]):
            if apart(self._found[left], self._found[right]) is not None:
                return
            total += self._comparer.likeness(self._found[left], self._found[right]).score
            count += 1
        if total >= WHOLE * count:
            self.join(one, other)

    def _are_barred(self, mine: Sequence[int], theirs: Sequence[int]) -> bool:
        return any(not self._barred[number].isdisjoint(theirs) for number in mine)

    def all(self) -> tuple[tuple[int, ...], ...]:
        """Give the groups in order of their first members."""
        return tuple(tuple(self._members[first]) for first in sorted(self._members))
