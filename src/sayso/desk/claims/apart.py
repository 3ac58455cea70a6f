"""What keeps two clauses from claiming the same, whatever they share."""

from collections.abc import Sequence
from itertools import product
from typing import Final

from sayso.desk.claims.figures import Figure, agree
from sayso.desk.claims.frames import DEEDS
from sayso.desk.claims.proposition import Proposition

MANY: Final = 10
"""Small numbers agree by chance; from here on, hardly."""

_COUNTED = frozenset(
    [*"killed harmed crowd displaced abducted missing money".split(), "found alive", "per cent"]
)
"""Measures by which a clause with a figure is another claim than one without."""

_DEED = frozenset(("attack", "perpetrate"))
"""Acts that somebody did on purpose."""


def apart(one: Proposition, other: Proposition) -> str | None:
    """Say what keeps two clauses apart, in words; None for nothing."""
    gap = days_between(one, other)
    if gap > 0 and one.dated and other.dated:
        return "another day"
    if gap > 0 and one.fresh != other.fresh:
        return "one tells of a further event"
    if one.repeated != other.repeated:
        return "one tells of several times"
    if one.negative != other.negative and not answers(one, other):
        return "one denies something else"
    return _by_doers(one, other) or _by_figures(one.figures, other.figures)


def _by_doers(one: Proposition, other: Proposition) -> str | None:
    if _brought_down(one, other) or _brought_down(other, one):
        return "one tells only that it crashed, the other what made it"
    if _counters(one, other) or _counters(other, one):
        return "the accused accuses another"
    return None


def _brought_down(one: Proposition, other: Proposition) -> bool:
    """Whether the one tells of a crash, and the other of the deed that is said to have caused it,
    which who tells of the crash need not hold."""
    return (
        "crash" in one.frames - other.frames
        and "fall" in other.frames
        and one.frames.isdisjoint(_DEED)
        and not other.frames.isdisjoint(_DEED)
        and not (one.negative or other.negative)
    )


def _counters(one: Proposition, other: Proposition) -> bool:
    """Whether a party that the other accuses of a deed lays one at somebody else's door."""
    return (
        one.voice.party in other.bearers
        and bool(one.bearers)
        and one.bearers.isdisjoint(other.bearers)
        and not (one.negative or other.negative)
        and bool(one.types & DEEDS)
        and bool(other.types & DEEDS)
    )


def days_between(one: Proposition, other: Proposition) -> int:
    """Days from the end of the earlier to the beginning of the later; 0 where they overlap."""
    begin = max(one.days[0], other.days[0])
    until = min(one.days[1], other.days[1])
    return max(0, (begin - until).days)


def opposed(one: Figure, other: Figure) -> bool:
    """Whether one counts none of what the other counts some."""
    return one.of == other.of and one.toll and (one.most == 0) != (other.most == 0)


def answers(one: Proposition, other: Proposition) -> bool:
    """Whether the one of two that is negative denies what the other says: the same act or figure,
    or as the accused, who says of itself that it did nothing."""
    negative, positive = (one, other) if one.negative else (other, one)
    if negative.withdraws:
        return True
    if _only_disowns(negative, positive):
        return False
    if negative.denied & positive.frames or _in_other_words(negative, positive):
        return True
    if any(
        opposed(x, y) or (agree(x, y) and x.toll)
        for x, y in product(negative.figures, positive.figures)
    ):
        return True
    return accused(negative, positive)


def accused(negative: Proposition, positive: Proposition) -> bool:
    """Whether a party that is accused of a deed says of itself that it did nothing of the kind."""
    party = negative.voice.party
    return (
        party is not None
        and party in positive.bearers & negative.bearers
        and positive.voice.key != negative.voice.key
        and bool(positive.types & DEEDS)
        and not negative.frames - positive.frames - {"perpetrate"}
    )


def _only_disowns(negative: Proposition, positive: Proposition) -> bool:
    """Whether a party says of itself that it did not do what the other tells of without saying who
    did: "we did not kill the guards" leaves the guards dead."""
    party = negative.voice.party
    return (
        party in negative.bearers
        and bool(positive.tolls)
        and not positive.bearers
        and any(figure.most > 0 for figure in negative.tolls)
    )


def _in_other_words(negative: Proposition, positive: Proposition) -> bool:
    """Whether two clauses share so much that the negation of one is about what the other says,
    though no known act shows it: parties and words, or several words, or a count and a word."""
    words = len(negative.stems & positive.stems)
    parties = len(negative.bearers & positive.bearers)
    counts = any(
        agree(x, y) and x.of == y.of and x.least > 1
        for x, y in product(negative.figures, positive.figures)
    )
    unlike = bool(
        negative.frames and positive.frames and negative.frames.isdisjoint(positive.frames)
    )
    return not unlike and bool(words) and words + parties + counts > 1


def _by_figures(mine: Sequence[Figure], theirs: Sequence[Figure]) -> str | None:
    ours, others = ([f for f in figures if f.of in _COUNTED] for figures in (mine, theirs))
    if bool(ours) != bool(others):
        counted, plain = (ours, theirs) if ours else (others, mine)
        said = [f for f in plain if f.of == "" or f.least >= MANY]
        same = any(agree(x, y) for x, y in product(said, counted))
        return None if same else "only one gives a figure"
    measures = {figure.of for figure in ours} & {figure.of for figure in others}
    if ours and not measures:
        return "one counts one thing, the other another"
    things = {f.of for f in mine if f.least >= MANY} & {f.of for f in theirs if f.least >= MANY}
    for measure in sorted({*measures, *things} or {""}):
        pairs = [(x, y) for x, y in product(mine, theirs) if x.of == measure == y.of]
        if pairs and not any(agree(x, y) or opposed(x, y) for x, y in pairs):
            return "another figure"
    return None
