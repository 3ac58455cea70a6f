"""An analysis without what it is not sure enough of."""

from typing import TypeVar

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from sayso.reading.sentences import sentences
from sayso.reading.summary import summary
from sayso.reading.voice import voices
from sayso.records.reading import Analysis, Attribution, Event, Framing, Relation, Statement

Item = TypeVar("Item", Event, Relation, Framing, Statement)


def surer(analysis: Analysis, *, least: float) -> Analysis:
    """Leave out attributions, events, relations and wording whose confidence is below `least`.

    An attribution that loses the one it is nested in goes up to the next that is left; what loses
    its attribution is the outlet's own, as everything is that nobody else is made to say. The
    sentences' voice and the summary are given anew.
    """
    found = analysis.attributions or ()
    sure = [one.confidence for one in found]
    sure += [one.confidence for one in analysis.events or ()]
    sure += [one.confidence for one in analysis.relations or ()]
    sure += [one.confidence for one in analysis.framing or ()]
    if min(sure, default=1.0) >= least:
        return analysis
    by_id = {one.id: one for one in found}
    left = tuple(
        replace(one, parent=_parent(one, by_id, least=least))
        for one in found
        if one.confidence >= least
    )
    answering = frozenset(one.id for one in left)
    voiced = voices(analysis.text, sentences(analysis.text), left)
    acts = _kept(analysis.events, answering, least)
    ties = _kept(analysis.relations, answering, least)
    worded = _kept(analysis.framing, answering, least)
    refs = {one.id for one in acts or ()} | {one.id for one in ties or ()}
    stated = tuple(
        _answered(one, answering)
        for one in analysis.statements or ()
        if one.ref is None or one.ref in refs
    )
    return replace(
        analysis,
        attributions=left,
        sentences=voiced,
        events=acts,
        relations=ties,
        framing=worded,
        statements=stated,
        summary=summary(
            text=analysis.text,
            sentences=voiced,
            attributions=left,
            statements=stated,
            framing=worded or (),
            entities=analysis.entities or (),
        ),
    )


def _kept(
    items: tuple[Item, ...] | UnsetType, answering: frozenset[str], least: float
) -> tuple[Item, ...] | UnsetType:
    if items is UNSET:
        return UNSET
    return tuple(_answered(one, answering) for one in items if one.confidence >= least)


def _answered(item: Item, answering: frozenset[str]) -> Item:
    if item.attribution is None or item.attribution in answering:
        return item
    if isinstance(item, Framing | Statement):
        return replace(item, attribution=None, voice="own")
    return replace(item, attribution=None)


def _parent(one: Attribution, by_id: dict[str, Attribution], *, least: float) -> str | None:
    outer = by_id.get(one.parent or "")
    while outer is not None and outer.confidence < least:
        outer = by_id.get(outer.parent or "")
    return outer.id if outer is not None else None
