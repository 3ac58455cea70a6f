"""An analysis as people left it: what they rejected gone, what they corrected set right.

Pure and repeatable: the analysis that the desk keeps stays as it was made. A decision finds its
item by kind and place, so that it holds for the next analysis too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import UnionType
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UNSET, Struct

from sayso.desk.review.subjects import STATEMENTS, of_statement, overlap, referred
from sayso.records.reading import (
    Analysis,
    Attribution,
    Entity,
    Event,
    Mention,
    Relation,
    Statement,
)
from sayso.records.text import Span

ALIKE: Final = 0.5
"""Share of two spans in common from which they are taken for one thing's."""

CORRECTABLE: Final[Mapping[type[Struct], tuple[str, ...]]] = {
    Entity: ("name", "type", "country", "sector", "wikidata"),
    Statement: ("voice", "factuality"),
    Attribution: ("source_kind", "named", "background"),
    Event: ("type", "mode", "status", "factuality"),
    Relation: ("type", "factuality", "begin", "end"),
}
"""What a person may set, and on which record; one correction may touch several of them."""

Record = TypeVar("Record", Entity, Statement, Attribution, Event, Relation)


class Ruling(Struct, frozen=True, kw_only=True):
    """A judgement on one thing, placed in the text that an analysis is of.

    `changes` are fields of `CORRECTABLE` for a correction.
    """

    kind: str
    span: Span
    verdict: str
    judgement: int
    changes: dict[str, Any] = {}


def applied(analysis: Analysis, rulings: Sequence[Ruling]) -> Analysis:
    """Give the analysis with what people decided, in the order they did.

    What a person accepted or corrected has confidence 1. Raises ValueError for a correction that
    does not fit its record (see `checked`).
    """
    for ruling in sorted(rulings, key=lambda one: one.judgement):
        if ruling.kind == "entity":
            analysis = _on_entity(analysis, ruling)
        elif ruling.kind in STATEMENTS:
            analysis = _on_statement(analysis, ruling)
    return analysis


def statement_at(analysis: Analysis, kind: str, span: Span) -> Statement | None:
    """Give the statement of a kind that a subject's span means; None where none is near."""
    found = [
        (overlap(of_statement(one, analysis, document="").span, span), -number, one)
        for number, one in enumerate(_all(analysis.statements))
        if one.kind == kind
    ]
    best = max(found, key=lambda each: each[:2], default=None)
    return best[2] if best and best[0] >= ALIKE else None


def entity_at(analysis: Analysis, span: Span) -> Entity | None:
    """Give the entity that is mentioned at a span, or in most of it; None where none is."""
    found = [
        (overlap((one.start, one.end), span), -one.start, one.entity)
        for one in _all(analysis.mentions)
        if one.entity is not None
    ]
    best = max(found, key=lambda each: each[:2], default=None)
    if best is None or best[0] < ALIKE:
        return None
    return next((one for one in _all(analysis.entities) if one.id == best[2]), None)


def checked(changes: Mapping[str, Any], kind: str) -> None:
    """Raise ValueError for fields that a thing of this kind has not, with those it has."""
    records: tuple[type[Struct], ...] = (Entity,)
    if kind != "entity":
        records = (Statement, Attribution, *_RECORDS.get(kind, ()))
    known = {name for record in records for name in CORRECTABLE[record]}
    if not changes:
        raise ValueError(f"nothing to set; there are {', '.join(sorted(known))}")
    if wrong := sorted(changes.keys() - known):
        raise ValueError(f"{', '.join(wrong)} cannot be set; there are {', '.join(sorted(known))}")


_RECORDS: Final[Mapping[str, tuple[type[Struct], ...]]] = {
    "event": (Event,), "relation": (Relation,)
}  # fmt: skip


def _on_entity(analysis: Analysis, ruling: Ruling) -> Analysis:
    entity = entity_at(analysis, ruling.span)
    if entity is None or ruling.verdict == "accept":
        return analysis
    if ruling.verdict == "correct":
        checked(ruling.changes, "entity")
        changed = _changed(entity, ruling.changes)
        names = tuple(dict.fromkeys((changed.name, *changed.names)))
        changed = msgspec.structs.replace(changed, names=names)
        return msgspec.structs.replace(
            analysis, entities=_replaced(_all(analysis.entities), entity, changed)
        )
    left = tuple(one for one in _all(analysis.entities) if one is not entity)
    return msgspec.structs.replace(
        analysis,
        entities=left,
        mentions=tuple(_freed(one, entity.id) for one in _all(analysis.mentions)),
        attributions=tuple(_unsourced(one, entity.id) for one in _all(analysis.attributions)),
    )


def _on_statement(analysis: Analysis, ruling: Ruling) -> Analysis:
    statement = statement_at(analysis, ruling.kind, ruling.span)
    if statement is None:
        return analysis
    every = _all(analysis.statements)
    if ruling.verdict == "reject":
        left = tuple(one for one in every if one is not statement)
        return msgspec.structs.replace(analysis, statements=left)
    sure = msgspec.structs.replace(_changed(statement, ruling.changes), confidence=1.0)
    analysis = msgspec.structs.replace(analysis, statements=_replaced(every, statement, sure))
    if ruling.verdict != "correct":
        return analysis
    checked(ruling.changes, ruling.kind)
    by = _by(statement, analysis)
    if by is not None:
        said = _replaced(_all(analysis.attributions), by, _changed(by, ruling.changes))
        analysis = msgspec.structs.replace(analysis, attributions=said)
    stated = referred(statement, analysis)
    if isinstance(stated, Event):
        events = _replaced(_all(analysis.events), stated, _changed(stated, ruling.changes))
        return msgspec.structs.replace(analysis, events=events)
    if isinstance(stated, Relation):
        ties = _replaced(_all(analysis.relations), stated, _changed(stated, ruling.changes))
        return msgspec.structs.replace(analysis, relations=ties)
    return analysis


def _changed(record: Record, changes: Mapping[str, Any]) -> Record:
    """Set what of the changes is this record's to have."""
    own = {name: changes[name] for name in CORRECTABLE[type(record)] if name in changes}
    if not own:
        return record
    try:
        return msgspec.convert(msgspec.to_builtins(record) | own, type(record))
    except msgspec.ValidationError as error:
        raise ValueError(_misfit(type(record), own) or str(error)) from error


def _misfit(type_: type[Struct], changes: Mapping[str, Any]) -> str:
    """What of the changes is none of the words that its field has, and which these are."""
    hints = get_type_hints(type_)
    wrong = []
    for name, value in changes.items():
        words = list(_words(hints[name]))
        if words and value not in words:
            wrong.append(f"{name} is one of {', '.join(words)}, not {value}")
    return "; ".join(wrong)


def _words(hint: Any) -> Iterator[Any]:  # noqa: ANN401 (any annotation)
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    elif get_origin(hint) in (Union, UnionType):
        for part in get_args(hint):
            yield from _words(part)


def _by(statement: Statement, analysis: Analysis) -> Attribution | None:
    every = _all(analysis.attributions)
    return next((one for one in every if one.id == statement.attribution), None)


def _freed(mention: Mention, entity: str) -> Mention:
    return msgspec.structs.replace(mention, entity=None) if mention.entity == entity else mention


def _unsourced(one: Attribution, entity: str) -> Attribution:
    return msgspec.structs.replace(one, source_entity=None) if one.source_entity == entity else one


def _replaced(every: Iterable[Record], old: Record, new: Record) -> tuple[Record, ...]:
    return tuple(new if one is old else one for one in every)


Thing = TypeVar("Thing")


def _all(layer: tuple[Thing, ...] | msgspec.UnsetType) -> tuple[Thing, ...]:
    return () if layer is UNSET else layer
