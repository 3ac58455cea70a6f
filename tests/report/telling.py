"""Analyses with events, ties and framing, their words found in the text."""

from typing import Any

from sayso.records.reading import Analysis, Event, Framing, Relation
from sayso.records.text import Span, Spans
from tests.report.layers import Words, layered

Given = dict[str, Any]


def telling(
    marked: str,
    *,
    events: list[tuple[str, Given]] | None = None,
    relations: list[tuple[str, Given]] | None = None,
    framing: list[tuple[str, Given]] | None = None,
    **document: Any,  # noqa: ANN401 (a field is of its record's type)
) -> Analysis:
    """Build an analysis. An event is its trigger's words and fields, of which `actor`,
    `recipient` and `instrument` are words; a relation its evidence and fields, of which `source`
    and `target` are words; framing its words and fields."""
    text = layered(marked).text
    layers: dict[str, Any] = {}
    if events is not None:
        words = Words(text)
        layers["events"] = tuple(
            _event(text, words, f"e{number}", trigger, given)
            for number, (trigger, given) in enumerate(events)
        )
    if relations is not None:
        layers["relations"] = tuple(
            _relation(text, f"r{number}", evidence, given)
            for number, (evidence, given) in enumerate(relations)
        )
    if framing is not None:
        words = Words(text)
        layers["framing"] = tuple(_framing(*words.span(said), given) for said, given in framing)
    return layered(marked, **layers, **document)


def _spans(text: str, said: str) -> Spans:
    return ((text.index(said), text.index(said) + len(said)),) if said else ()


def _span(text: str, said: str) -> Span:
    (span,) = _spans(text, said)
    return span


def _event(text: str, words: Words, id_: str, trigger: str, given: Given) -> Event:
    sides = {
        name: _spans(text, given.get(name, "")) for name in ("actor", "recipient", "instrument")
    }
    fields: Given = {
        "id": id_,
        "type": "ASSAULT",
        "trigger": words.span(trigger),
        "status": "actual",
        "factuality": "CT+",
        "confidence": 0.9,
    }
    return Event(**(fields | given | sides))


def _relation(text: str, id_: str, evidence: str, given: Given) -> Relation:
    span = _span(text, evidence)
    sides = {name: _inside(evidence, given[name], span[0]) for name in ("source", "target")}
    fields: Given = {"id": id_, "evidence": span, "factuality": "CT+", "confidence": 0.9}
    return Relation(**(fields | given | sides))


def _inside(evidence: str, said: str, start: int) -> Span:
    begin = start + evidence.index(said)
    return begin, begin + len(said)


def _framing(start: int, end: int, given: Given) -> Framing:
    fields: Given = {
        "start": start,
        "end": end,
        "technique": "Name_Calling,Labeling",
        "voice": "own",
        "confidence": 0.9,
    }
    return Framing(**(fields | given))


TOLD = telling(
    "The Harbour Guard shelled Basra. Tal arms the Harbour Guard, a terror group. "
    "[1s Officials] [1c said] [1t that the regime will probably raid Mosul]. "
    "The Guard does not command the Delta Front.",
    events=[
        ("raid", {"actor": "the regime", "recipient": "Mosul", "factuality": "PR+",
                  "status": "future", "attribution": "a1"}),
        ("shelled", {"actor": "The Harbour Guard", "recipient": "Basra", "mode": "heavy-weapons"}),
    ],
    relations=[
        ("The Guard does not command the Delta Front",
         {"type": "commands", "source": "The Guard", "target": "Delta Front", "factuality": "CT-"}),
        ("Tal arms the Harbour Guard",
         {"type": "arms", "source": "Tal", "target": "Harbour Guard", "begin": "2020"}),
    ],
    framing=[
        ("regime", {"technique": "Loaded_Language", "voice": "attributed", "attribution": "a1"}),
        ("terror group", {}),
    ],
    entities={
        "e1": {"type": "Organisation", "name": "Harbour Guard", "names": ("Harbour Guard",),
               "said": ["Harbour Guard", "Harbour Guard", "The Guard"]},
    },
)  # fmt: skip
