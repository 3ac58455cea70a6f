"""Gold mentions and chains of GUM and MEANTIME, as the reader would have the mentions."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sayso.reading.sentences import sentences
from sayso.records.reading import Mention
from sayso.records.text import Span

TYPES = {
    "person": "Person", "organization": "Organisation", "place": "Location", "time": "Temporal",
    "PER": "Person", "ORG": "Organisation", "LOC": "Location",
}  # fmt: skip
OTHER = "reference"
"""What GUM calls abstract, event, object and so on: a referring phrase of none of re3d's types."""


class Example(NamedTuple):
    """A document with its gold mentions in order; `chain` numbers each mention's, -1 for none."""

    id: str
    text: str
    sentences: Sequence[Span]
    mentions: tuple[Mention, ...]
    chain: tuple[int, ...]


def example(document: dict[str, Any]) -> Example:
    """Read one document. MEANTIME's chains of events are left out, and what it did not annotate."""
    end = document.get("intra_annotated_until", len(document["text"]))
    triggers = {tuple(e["trigger"]) for e in document.get("events") or () if e.get("trigger")}
    types: dict[Span, str] = {}
    for entity in document["entities"]:
        if entity["end"] <= end and entity["end"] > entity["start"]:
            types[entity["start"], entity["end"]] = TYPES.get(entity.get("type") or "", OTHER)
    chains: dict[Span, int] = {}
    for number, chain in enumerate(document["chains"]):
        marked: set[Span] = {(a, b) for a, b in chain}
        if not (triggers and marked <= triggers):
            chains |= {span: number for span in marked if span[1] <= end and len(marked) > 1}
    spans = sorted(types.keys() | chains.keys(), key=lambda span: (span[0], -span[1]))
    mentions = tuple(
        Mention(
            id=f"m{number}",
            start=a,
            end=b,
            type=types.get((a, b), OTHER),  # type: ignore[arg-type]
            confidence=1.0,
        )
        for number, (a, b) in enumerate(spans)
    )
    chain_of = tuple(chains.get(span, -1) for span in spans)
    return Example(
        document["id"], document["text"], sentences(document["text"]), mentions, chain_of
    )
