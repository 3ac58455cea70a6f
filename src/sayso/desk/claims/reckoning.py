"""From analyses and families to claims with their standing: the stages in their order.

A pure function of what it is given: the same analyses give the same claims, in whatever order they
come.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from msgspec import Struct

from sayso.desk.claims.clustering import clustered
from sayso.desk.claims.comparing import Comparer
from sayso.desk.claims.frames import types
from sayso.desk.claims.proposition import People, Proposition, propositions
from sayso.desk.claims.wording import accused_from, whole, worded
from sayso.desk.families.index import Family
from sayso.desk.origins.counting import counted
from sayso.desk.origins.described import Descriptions
from sayso.desk.origins.names import Names, names
from sayso.desk.origins.outlets import outlets
from sayso.desk.origins.tracing import Traced, traced
from sayso.desk.origins.voices import Voices
from sayso.desk.review.applied import ALIKE
from sayso.desk.review.subjects import overlap
from sayso.desk.standing import verdict
from sayso.records.claims import Claim, ClaimStatement
from sayso.records.reading import Analysis

Place = tuple[str, int, int]
"""A statement by its document and span, which a re-analysis that reads the same keeps."""

Judged = tuple[Place, Place]
"""Two statements that a person has judged to make the same claim, or not the same."""

_TAKEN_APART: Final = 0.6
"""Share of the work that is done when every document is taken apart."""


def claims(  # noqa: PLR0913 (what claims are made of)
    analyses: Iterable[Analysis],
    families: Iterable[Family] = (),
    *,
    same: Collection[Judged] = (),
    not_same: Collection[Judged] = (),
    rejected: Collection[Place] = (),
    told: Callable[[float], None] = lambda _: None,
) -> tuple[Claim, ...]:
    """Give all claims of a set of documents, those of the most documents first.

    `same` and `not_same` are what people have judged of pairs of statements, `rejected` the
    statements that they hold for misread; it wins. `told` is told now and then which share of the
    work is done.
    """
    ordered = sorted(analyses, key=lambda each: each.id)
    named = names(ordered)
    described = Descriptions(ordered, named)
    voices = Voices(ordered, named, outlets(ordered, named), described)
    people = People(named, described, voices)
    found = propositions(_passing(ordered, lambda share: told(_TAKEN_APART * share)), people)
    places = _Places(found)
    groups = clustered(
        found,
        Comparer(found, named, documents=len(ordered)),
        same=_numbers(places, same),
        not_same=_numbers(places, not_same),
        told=lambda share: told(_TAKEN_APART + (1 - _TAKEN_APART) * share),
    )
    desk = _Desk(
        texts={each.id: each.text for each in ordered},
        publishers={each.id: each.publisher for each in ordered},
        families={member: family.id for family in families for member in family.members},
        names=named,
    )
    gone = {number for place in rejected for number in places.over(place)}
    kept = ([found[number] for number in group if number not in gone] for group in groups)
    made = [_claim(members, desk) for members in kept if members]
    return tuple(sorted(made, key=lambda each: (-_documents(each), each.claim)))


class _Desk(Struct, frozen=True):
    texts: Mapping[str, str]
    publishers: Mapping[str, str | None]
    families: Mapping[str, str]
    names: Names


def _documents(claim: Claim) -> int:
    return len({each.document for each in claim.statements})


def _passing(analyses: Sequence[Analysis], told: Callable[[float], None]) -> Iterator[Analysis]:
    for number, each in enumerate(analyses, start=1):
        yield each
        told(number / len(analyses))


class _Places:
    """The propositions by where they stand."""

    def __init__(self, found: Sequence[Proposition]) -> None:
        self._inside: dict[str, list[Proposition]] = defaultdict(list)
        for each in found:
            self._inside[each.document].append(each)

    def over(self, place: Place) -> list[int]:
        """The propositions that a statement's span means, as review tells spans of one thing."""
        document, start, end = place
        return [
            each.number
            for each in self._inside.get(document, ())
            if overlap((each.clause.start, each.clause.end), (start, end)) >= ALIKE
        ]


def _numbers(places: _Places, judged: Collection[Judged]) -> list[tuple[int, int]]:
    pairs = ((places.over(one), places.over(other)) for one, other in judged)
    return [(one[0], other[0]) for one, other in pairs if one and other]


def _claim(members: Sequence[Proposition], desk: _Desk) -> Claim:
    statements = traced(members, families=desk.families, publishers=desk.publishers)
    affirming = [each.proposition for each in statements if each.affirms]
    actor, recipient = _sides(affirming, desk)
    count = counted(statements, accused=actor if _violent(affirming) else None)
    judged = verdict(statements, count)
    best = max(
        affirming,
        key=lambda each: (
            whole(desk.texts[each.document], each.clause), _said_most(each), -each.number
        ),
    )  # fmt: skip
    kinds = Counter(chain.from_iterable(each.frames for each in affirming))
    frame = min(kinds, key=lambda name: (-kinds[name], name), default=None)
    type_ = _type(affirming, frame)
    days = [each.days for each in affirming if each.dated]
    return Claim(
        claim=_id(members),
        kind="relation" if type_ == "relation" else "event" if type_ else "plain",
        type=frame if type_ == "relation" else type_,
        proposition=worded(desk.texts[best.document], best.clause),
        actor=desk.names.called.get(actor or "", actor),
        recipient=desk.names.called.get(recipient or "", recipient),
        place=_place(affirming, desk),
        begin=max(d[0] for d in days).isoformat() if days else None,
        until=min(d[1] for d in days).isoformat() if days else None,
        standing=judged.standing,
        credibility=judged.credibility,
        origins_min=count.least,
        origins_max=count.most,
        why=judged.why,
        statements=tuple(map(_statement, statements)),
    )


def _id(members: Sequence[Proposition]) -> str:
    """An id that stays as long as the claim's first statement does."""
    first = min(members, key=lambda each: (each.document, each.clause.start))
    place = f"{first.document}\0{first.clause.start}\0{first.clause.end}"
    return "c" + hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _said_most(each: Proposition) -> int:
    return (
        3 * len(each.bearers) + 2 * len(each.figures) + 2 * len(each.places) + 2 * len(each.frames)
        + len(each.stems) - 2 * each.negative
    )  # fmt: skip


def _type(affirming: Sequence[Proposition], frame: str | None) -> str | None:
    events = Counter(each.event.type for each in affirming if each.event)
    if events:
        return min(events, key=lambda name: (-events[name], name))
    return types()[frame] or None if frame else None


def _violent(affirming: Sequence[Proposition]) -> bool:
    """Whether what is claimed is who did a violent deed: no toll, no arrest, no deal."""
    return not any(each.tolls for each in affirming) and any(
        "ASSAULT" in each.types or "perpetrate" in each.frames for each in affirming
    )


def _sides(affirming: Sequence[Proposition], desk: _Desk) -> tuple[str | None, str | None]:
    """Who did it and to whom, by who is named first most often. A first version: events say it
    better where an analysis has them."""
    votes: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for each in affirming:
        begin = accused_from(desk.texts[each.document], each.clause)
        first = [
            use.bearer
            for use in desk.names.within(each.document, begin, each.clause.end)
            if not use.place
        ]
        ordered = list(dict.fromkeys([*first, *sorted(each.bearers)]))
        votes.update(ordered[:1])
        others.update(ordered[1:])
    actor = min(votes, key=lambda name: (-votes[name], name), default=None)
    rest = {name: number for name, number in others.items() if name != actor}
    return actor, min(rest, key=lambda name: (-rest[name], name), default=None)


def _place(affirming: Sequence[Proposition], desk: _Desk) -> str | None:
    votes = Counter(chain.from_iterable(each.places for each in affirming))
    if not votes:
        votes = Counter(
            use.bearer
            for document in {each.document for each in affirming}
            for use in desk.names.uses[document]
            if use.place
        )
    found = min(votes, key=lambda name: (-votes[name], name), default=None)
    return desk.names.called.get(found) if found else None


def _statement(each: Traced) -> ClaimStatement:
    clause, voice = each.proposition.clause, each.proposition.voice
    return ClaimStatement(
        document=each.proposition.document,
        start=clause.start,
        end=clause.end,
        stance="affirms" if each.affirms else "denies",
        factuality=clause.factuality,
        voice="own" if voice.kind == "own" else "attributed",
        source_kind=voice.source_kind,
        origin=each.origin.label if each.origin else None,
        source=None if voice.kind == "own" else voice.label,
        cites=each.cites,
        withdrawn=each.withdrawn,
    )
