"""Whether two clauses claim the same: by acts, parties, figures, places and days, then by words.

What keeps two claims apart is stronger than anything that they share: another day, another figure.
Whether one of them denies the other does not enter: who denies a claim speaks of the same one.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Final

from msgspec import Struct

from sayso.desk.claims.apart import MANY, accused, days_between, opposed
from sayso.desk.claims.figures import Figure, agree
from sayso.desk.claims.proposition import Proposition
from sayso.desk.origins.names import Names

SAME: Final = 0.52
"""Score from which two clauses claim the same. Of .52, .54, .56 and .62, tried on written
scenarios with `benchmarks.standing`, it finds the most statements; none of them joins two claims of
one scenario that must stay apart."""

BACKGROUND: Final = 50
"""Documents that are reckoned with beside the desk's own, so that in a small desk on one matter the
names that all documents share still weigh something."""

Key = tuple[str, str]


class Likeness(Struct, frozen=True, kw_only=True):
    """How alike two clauses are, 0 for not at all, and why, in words."""

    score: float
    why: tuple[str, ...]


class Comparer:
    """Compares the propositions of one set of documents; knows how rare each part is there."""

    def __init__(self, found: Sequence[Proposition], names: Names, *, documents: int) -> None:
        self._names = names
        holders: Counter[Key] = Counter()
        inside: dict[str, set[Key]] = {}
        for each in found:
            inside.setdefault(each.document, set()).update(parts(each))
        for keys in inside.values():
            holders.update(keys)
        for bearer, count in names.documents.items():
            holders["bearer", bearer] = holders["place", bearer] = count
        self._holders: Mapping[Key, int] = holders
        self._documents = documents
        # Asked for again with every pair of clauses.
        self._weights: dict[Key, float] = {}
        self._hefts: dict[int, float] = {}
        self._common: dict[tuple[str, str], float] = {}
        self._linking: dict[str, tuple[Key, ...]] = {}
        self._subjects = {
            document: frozenset(
                ("place" if use.place else "bearer", use.bearer) for use in names.uses[document]
            )
            | frozenset(("place", place) for place in names.published[document])
            for document in inside
        }
        self._stems = {
            document: frozenset(key for key in keys if key[0] == "stem")
            for document, keys in inside.items()
        }

    def weight(self, key: Key) -> float:
        """How much a shared part says: the rarer, the more."""
        known = self._weights.get(key)
        if known is None:
            known = math.log((self._documents + BACKGROUND) / (self._holders[key] + 1))
            self._weights[key] = known
        return known

    def subjects(self, document: str) -> frozenset[Key]:
        """The parties and places that a document names."""
        return self._subjects.get(document, frozenset())

    def linking(self, document: str) -> tuple[Key, ...]:
        """The parties and places that a document shares with others, the rarest first."""
        known = self._linking.get(document)
        if known is None:
            shared = [key for key in self.subjects(document) if self._holders[key] > 1]
            known = tuple(sorted(shared, key=lambda key: (-self.weight(key), key)))
            self._linking[document] = known
        return known

    def related(self, one: str, other: str) -> float:
        """How much two documents have in common: parties, places, and fainter their words."""
        pair = (one, other) if one < other else (other, one)
        known = self._common.get(pair)
        if known is None:
            subjects = self._sum(self.subjects(one) & self.subjects(other))
            known = subjects + _FAINTLY * self._sum(self._stems[one] & self._stems[other])
            self._common[pair] = known
        return known

    def likeness(self, one: Proposition, other: Proposition) -> Likeness:
        """Score what two clauses share and what they do not."""
        if not self._grounded(one, other):
            return Likeness(score=0.0, why=("no act in common, and hardly a word",))
        score, why = 0.0, []
        for value, reason in (
            *self._figures(one, other),
            *self._acts(one, other),
            *self._parties(one, other),
            *self._scene(one, other),
            *self._days(one, other),
            *self._ties(one, other),
            *self._words(one, other),
        ):
            score += value
            why.append(reason)
        return Likeness(score=max(0.0, score), why=tuple(why))

    def _grounded(self, one: Proposition, other: Proposition) -> bool:
        """Whether two clauses of which one tells of no act have enough else in common to be held
        against each other: place, day and company do not make a claim."""
        if one.frames and other.frames:
            return True
        negative, positive = (one, other) if one.negative else (other, one)
        if one.negative != other.negative and accused(negative, positive):
            return True
        if any(_count_alike(x, y) for x, y in product(one.figures, other.figures)):
            return True
        stems, bearers = one.stems & other.stems, one.bearers & other.bearers
        if len(bearers) > 1 or (one.stems == other.stems and one.bearers == other.bearers):
            return True
        weight = self._sum(("stem", word) for word in stems)
        smaller = min(self._heft(one), self._heft(other))
        return len(stems) + len(bearers) > 1 and bool(stems) and weight >= _PARTLY * smaller

    def _figures(self, one: Proposition, other: Proposition) -> Iterable[tuple[float, str]]:
        for mine in one.figures:
            for theirs in other.figures:
                if opposed(mine, theirs):
                    yield 0.5, f"one says {_said(mine)}, the other none"
                    return
                if not agree(mine, theirs):
                    continue
                if mine.of == theirs.of and mine.toll:
                    yield 0.6, f"both count {_said(mine)}"
                    return
                if "" in (mine.of, theirs.of) and mine.least > _FEW:
                    yield 0.5 if mine.least >= MANY else 0.35, f"both count {mine.least:,.0f}"
                    return
                if (mine.of == theirs.of and mine.least > _FEW) or (
                    mine.toll != theirs.toll and mine.least >= MANY
                ):
                    yield 0.35 if mine.least >= MANY else 0.2, f"both count {_said(mine)}"
                    return

    def _acts(self, one: Proposition, other: Proposition) -> Iterable[tuple[float, str]]:
        shared = sorted(one.frames & other.frames)
        if shared:
            rarest = max(self.weight(("frame", frame)) for frame in shared)
            more = 0.1 if len(shared) > 1 else 0.0
            yield 0.4 * min(1.2, rarest / _USUAL) + more, f"both tell of {' and '.join(shared)}"
        elif not (one.frames and other.frames):
            if both := sorted((one.frames | one.around) & (other.frames | other.around)):
                yield 0.15, f"both where {' and '.join(both)} is told"
        else:
            yield -0.25, f"one tells of {min(one.frames)}, the other of {min(other.frames)}"
        if shared and one.negative != other.negative:
            # Who denies an act speaks of one that somebody else has claimed.
            yield 0.15, "one denies what the other says"
        if "perpetrate" in one.frames ^ other.frames:
            accusing, plain = (one, other) if "perpetrate" in one.frames else (other, one)
            known = accusing.bearers & plain.bearers
            yield -0.1 if known else -0.4, "only one says who did it"

    def _parties(self, one: Proposition, other: Proposition) -> Iterable[tuple[float, str]]:
        shared = sorted(one.bearers & other.bearers)
        if shared:
            weight = sum(self.weight(("bearer", bearer)) for bearer in shared)
            called = ", ".join(self._names.called.get(bearer, bearer) for bearer in shared)
            yield 0.5 * (1 - math.exp(-weight / _USUAL / 1.4)), f"both name {called}"
            if len(shared) > 1 and shared in (sorted(one.bearers), sorted(other.bearers)):
                yield 0.15, "the same parties"
        elif one.voice.party in other.bearers or other.voice.party in one.bearers:
            yield 0.2, "one is the other's party"
        elif (
            one.bearers
            and other.bearers
            and not any(
                agree(x, y) and x.toll and y.toll for x, y in product(one.figures, other.figures)
            )
        ):
            yield -0.15, "other parties"
        if one.negative != other.negative:
            negative, positive = (one, other) if one.negative else (other, one)
            if accused(negative, positive):
                yield 0.35, "the accused denies it"

    def _scene(self, one: Proposition, other: Proposition) -> Iterable[tuple[float, str]]:
        if shared := sorted(one.places & other.places):
            called = ", ".join(self._names.called.get(place, place) for place in shared)
            yield 0.15, f"both at {called}"
        elif one.places and other.places:
            yield -0.1, "other places"
        else:
            here, there = (self._names.scene.get(each.document) for each in (one, other))
            if here and here == there:
                yield 0.1, f"both from {self._names.called.get(here, here)}"

    def _ties(self, one: Proposition, other: Proposition) -> Iterable[tuple[float, str]]:
        if one.document != other.document:
            common = self.related(one.document, other.document)
            if common < _SOME:
                yield -0.2, "hardly anything else in common"
            elif common > _MUCH:
                yield 0.05, "much else in common"
        elif abs(one.clause.sentence - other.clause.sentence) <= _NEARLY and any(
            agree(x, y) for x, y in product(one.figures, other.figures)
        ):
            yield 0.25, "one sentence goes on from the other"
        if one.voice.kind == "named" and one.voice.key == other.voice.key:
            yield 0.15, "the same source"

    def _days(self, one: Proposition, other: Proposition) -> Iterable[tuple[float, str]]:
        gap = days_between(one, other)
        if gap == 0 and one.dated and other.dated:
            yield 0.1, "the same day"
        elif one.days == other.days:
            yield 0.05, "probably the same day"
        elif gap > 0:
            yield (
                -0.1 if gap <= _NEARLY or not (one.dated or other.dated) else -0.25,
                "perhaps another day",
            )

    def _words(self, one: Proposition, other: Proposition) -> Iterable[tuple[float, str]]:
        shared = sorted(one.stems & other.stems)
        if not shared:
            return
        weight = sum(self.weight(("stem", word)) for word in shared)
        smaller = min(self._heft(one), self._heft(other))
        yield 0.75 * (1 - math.exp(-weight / (2.8 * _USUAL))), f"both say {', '.join(shared[:6])}"
        if len(shared) > 1 and weight >= _MOSTLY * smaller:
            yield 0.15, "mostly the same words"

    def _heft(self, each: Proposition) -> float:
        known = self._hefts.get(each.number)
        if known is None:
            known = self._hefts[each.number] = self._sum(("stem", word) for word in each.stems)
        return known

    def _sum(self, keys: Iterable[Key]) -> float:
        """The weight of several parts; exact, so that it is the same in whatever order they come,
        which that of a set is not from one process to the next."""
        return math.fsum(map(self.weight, keys))


_FAINTLY = 0.3
_SOME = 2.5
_MUCH = 10.0
_USUAL = 2.5
"""Weight of a part that a few documents of a small desk share."""

_FEW = 2
_NEARLY = 3
_MOSTLY = 0.6
_PARTLY = 0.45


def parts(each: Proposition) -> set[Key]:
    """The parts of a proposition that are counted."""
    return {
        *(("frame", frame) for frame in each.frames),
        *(("bearer", bearer) for bearer in each.bearers),
        *(("place", place) for place in each.places),
        *(("stem", word) for word in each.stems),
    }


def _count_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are one number of one thing, as far as is said, and no small one."""
    of_one = one.of == other.of or "" in (one.of, other.of) or min(one.least, other.least) >= MANY
    return opposed(one, other) or (agree(one, other) and of_one and (one.toll or one.least > _FEW))


def _said(figure: Figure) -> str:
    number = (
        f"{figure.least:,.0f}" if figure.least == figure.most else f"{figure.least:,.0f} or more"
    )
    return f"{number} {figure.of}".strip()


Compare = Callable[[Proposition, Proposition], Likeness]
