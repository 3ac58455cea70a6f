"""The relations of a text: who is tied to whom in one sentence, as sure as it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from sayso.reading.answering import Answering
from sayso.reading.confidence import probability
from sayso.reading.degrees import degree, label
from sayso.reading.intervals import meet
from sayso.reading.relations.candidates import candidates
from sayso.reading.relations.features import Pair
from sayso.reading.relations.lasting import BESIDE, lasting
from sayso.reading.relations.weights import odds
from sayso.reading.tagger.labels import RELATIONS
from sayso.reading.tagger.marks import Marks
from sayso.records.reading import Attribution, Mention, Relation, Time
from sayso.records.text import Span
from sayso.records.vocabulary import RelationType

LEAST: Final = -1.8
"""Log odds from which a tie counts, a probability of .17. F1 is highest where ties count from half
of the F1 that is reached, which is near .35."""

CURVE: Final = (0.45, -0.3)
"""From log odds to those of being right, slope and intercept: of the ties that count, the sure ones
are less sure than they look. Fitted on the 187 that are found in the sentences held out and in
re3d's dev documents; the calibration error on documents that such a fit left out is .081."""


class RelationScene(NamedTuple):
    """What the layers before have found in the text."""

    text: str
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    times: Sequence[Time]
    attributions: Sequence[Attribution]


class _Likely(NamedTuple):
    odds: float
    pair: Pair
    type: RelationType


def relations(scene: RelationScene, marks: Marks) -> tuple[Relation, ...]:
    """Say who is tied to whom in a text, in text order."""
    answering = Answering(scene.attributions)
    starts = [time.start for time in scene.times]
    found: list[Relation] = []
    for likely in _kept(scene, marks):
        source, target = likely.pair.source, likely.pair.target
        evidence = (
            min(source.span[0], target.span[0]),
            max(source.span[1], target.span[1]),
        )
        near = scene.times[
            bisect_left(starts, evidence[0]) : bisect_right(starts, evidence[1] + BESIDE)
        ]
        begin, end = lasting(scene.text, likely.type, evidence, near)
        sure = degree(marks, evidence)
        found.append(
            Relation(
                id=f"r{len(found)}",
                type=likely.type,
                source=source.span,
                target=target.span,
                evidence=evidence,
                factuality="CT+" if sure is None else label(sure),
                confidence=probability(CURVE[0] * likely.odds + CURVE[1]),
                source_entity=source.entity,
                target_entity=target.entity,
                begin=begin,
                end=end,
                attribution=answering.of(evidence),
            )
        )
    return tuple(found)


def _kept(scene: RelationScene, marks: Marks) -> list[_Likely]:
    """The likely ties in text order; of those of one type that overlap at both ends the surest."""
    likely = [
        _Likely(value, each.pair, RELATIONS[kind])
        for each in candidates(scene.text, scene.sentences, scene.mentions, marks)
        for kind, value in odds(each)
        if value >= LEAST
    ]
    kept: dict[int, list[_Likely]] = {}
    for one in sorted(likely, key=lambda each: -each.odds):
        here = kept.setdefault(_sentence(scene, one), [])
        if not any(one.type == other.type and _overlap(one.pair, other.pair) for other in here):
            here.append(one)
    return sorted(
        (one for here in kept.values() for one in here),
        key=lambda one: (one.pair.source.span, one.pair.target.span, one.type),
    )


def _sentence(scene: RelationScene, one: _Likely) -> int:
    return bisect_right(scene.sentences, one.pair.source.span[0], key=lambda span: span[0])


def _overlap(one: Pair, other: Pair) -> bool:
    return meet(one.source.span, other.source.span) and meet(one.target.span, other.target.span)
