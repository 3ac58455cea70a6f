"""Sightings into actors: what people decided first, then what is sure enough, the surest first.

The same sightings and judgements come to the same actors, in whatever order documents came in; the
order only says which member is an actor's first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sayso.desk.actors.candidates import candidates
from sayso.desk.actors.cells import Cell, Company, cells
from sayso.desk.actors.comparing import Compared, weights
from sayso.desk.actors.profile import profiles
from sayso.desk.actors.record import Grouping, Join, Scene, Unsure, of_sighting
from sayso.desk.actors.unions import Unions
from sayso.desk.review.decided import Decided

_OPEN = 3
"""Unsure partners of one cell that are told."""


def group(scenes: Sequence[Scene], decisions: Sequence[Decided] = ()) -> Grouping:
    """Bring the sightings of documents together, the documents in the order in which they came.

    `decisions` are about subjects of the sightings, the latest first. One that a later one
    contradicts is overruled.
    """
    return _Work(scenes, decisions).done()


class _Work:
    """The sets as they grow, and the trace of why."""

    def __init__(self, scenes: Sequence[Scene], decisions: Sequence[Decided]) -> None:
        self._scenes = scenes
        self._company = Company(scenes)
        self._cells, self._cell = self._put_apart(decisions)
        self._unions = Unions(
            (cell.subject for cell in self._cells),
            {cell.subject: cell.anchor for cell in self._cells if cell.anchor},
        )
        self._joins: list[Join] = []
        self._open: list[Join] = []
        self._overruled = tuple(
            each.judgement for each in decisions if self._known(each) and not self._decide(each)
        )

    def done(self) -> Grouping:
        """Join what is sure and tell the rest."""
        found = list(candidates(self._cells, self._company))
        level = [each for group in found for each in group if each.level]
        for each in sorted(level, key=_surest):
            self._join(each)
        fuller = [[each for each in group if not each.level] for group in found]
        for group in sorted(filter(None, fuller), key=lambda group: _surest(group[0])):
            self._attach(group)
        sets: Mapping[str, list[Cell]] = defaultdict(list)
        for cell in self._cells:
            sets[self._unions.root(cell.subject)].append(cell)
        actors = profiles(self._scenes, sets, self._joins, self._unions)
        of = {member.subject: actor.id for actor in actors for member in actor.members}
        return Grouping(
            actors=actors,
            unsure=tuple(_apart(self._open, of)),
            overruled=tuple(sorted(self._overruled)),
        )

    def _put_apart(self, decisions: Sequence[Decided]) -> tuple[list[Cell], dict[str, str]]:
        """Make the cells, taking out of them what a person does not take for the rest."""
        made = cells(self._scenes, self._company)
        cell = _homes(made)
        alone = _taken_out(decisions, cell)
        if alone:
            made = cells(self._scenes, self._company, apart=alone)
        return made, _homes(made)

    def _known(self, each: Decided) -> bool:
        return each.one in self._cell and each.other in self._cell

    def _decide(self, each: Decided) -> bool:
        """Do as a person said, unless one who spoke later said otherwise."""
        one, other = self._cell[each.one], self._cell[each.other]
        said = Join(
            one=each.one,
            other=each.other,
            confidence=1.0 if each.same else 0.5 if each.unsure else 0.0,
            reasons=(f"{each.who}: {each.reason}",),
            judgement=each.judgement,
        )
        if not each.same:
            if each.unsure:
                self._open.append(said)
            return self._unions.keep_apart(one, other)
        if self._unions.join(one, other):
            self._joins.append(said)
            return True
        return False

    def _join(self, found: Compared) -> None:
        one, other = found.short.subject, found.full.subject
        if self._unions.root(one) == self._unions.root(other):
            return
        if found.confidence >= weights()["merge"] and self._unions.allowed(one, other):
            self._unions.join(one, other)
            self._joins.append(_trace(found))
        elif found.confidence >= weights()["unsure"] and not self._unions.kept_apart(one, other):
            self._open.append(_trace(found))

    def _attach(self, group: Sequence[Compared]) -> None:
        """Join a short name to the fuller one that it fits best, if none fits nearly as well."""
        one = group[0].short.subject
        fitting = [each for each in group if self._unions.allowed(one, each.full.subject)]
        if not fitting:
            return
        best, root = fitting[0], self._unions.root(fitting[0].full.subject)
        second = next(
            (each for each in fitting if self._unions.root(each.full.subject) != root), None
        )
        if second is None or best.confidence - second.confidence >= weights()["margin"]:
            self._join(best)
            return
        likely = (each for each in fitting if each.confidence >= weights()["unsure"])
        self._open += [_trace(each) for each, _ in zip(likely, range(_OPEN), strict=False)]


def _homes(made: Sequence[Cell]) -> dict[str, str]:
    return {of_sighting(one): cell.subject for cell in made for one in cell.sightings}


def _taken_out(decisions: Sequence[Decided], cell: Mapping[str, str]) -> Collection[str]:
    """The subjects that somebody told from another one of their cell, each with those that it was
    said to be the same as."""
    same: dict[str, set[str]] = defaultdict(set)
    for each in decisions:
        if each.same:
            same[each.one].add(each.other)
            same[each.other].add(each.one)
    out: set[str] = set()
    for each in decisions:
        here = cell.get(each.one)
        if each.same or here is None or here != cell.get(each.other):
            continue
        reached, ahead = {each.one}, [each.one]
        while ahead:
            new = same[ahead.pop()] - reached
            reached |= new
            ahead += new
        if each.other not in reached:
            out |= {subject for subject in reached if cell.get(subject) == here}
    return out


def _surest(found: Compared) -> tuple[float, str, str]:
    return -found.confidence, found.short.subject, found.full.subject


def _trace(found: Compared) -> Join:
    return Join(
        one=found.short.subject,
        other=found.full.subject,
        confidence=round(found.confidence, 3),
        reasons=found.reasons,
    )


def _apart(joins: Sequence[Join], of: Mapping[str, str]) -> Iterator[Unsure]:
    """The pairs of actors that are still two, each once, the likeliest first."""
    told: set[frozenset[str]] = set()
    for join in sorted(joins, key=lambda each: (-each.confidence, each.one, each.other)):
        pair = frozenset((of[join.one], of[join.other]))
        if len(pair) > 1 and pair not in told:
            told.add(pair)
            yield Unsure(one=of[join.one], other=of[join.other], join=join)
