"""What sayso itself marks in the documents of a gold set."""

import hashlib
from collections.abc import Iterable

from benchmarks.gold import (
    Attribution,
    Event,
    Framing,
    Marked,
    Mention,
    Place,
    Predicate,
    Relation,
    Statement,
    Time,
)
from sayso.reading.read import Reader
from sayso.records.reading import Analysis
from sayso.records.text import Document


def document_of(gold: Marked) -> Document:
    """Give what intake would have made of a document, without anything that people marked."""
    return Document(
        id=gold.id,
        text=gold.text,
        sha256=hashlib.sha256(gold.text.encode()).hexdigest(),
        title=gold.title,
        published=gold.published,
        publisher=gold.publisher,
        language="en",
    )


def marked(analysis: Analysis) -> Marked:
    """Keep of an analysis what the scorers look at."""
    return Marked(
        id=analysis.id,
        text=analysis.text,
        attributions=tuple(
            Attribution(
                source=a.source,
                cue=a.cue,
                content=a.content,
                source_kind=a.source_kind,
                named=a.named,
                background=a.background,
                confidence=a.confidence,
            )
            for a in analysis.attributions or ()
        ),
        mentions=tuple(
            Mention(start=m.start, end=m.end, type=m.type, entity=m.entity)
            for m in analysis.mentions or ()
        ),
        places=tuple(
            Place(start=p.start, end=p.end, lat=p.lat, lon=p.lon) for p in analysis.places or ()
        ),
        times=tuple(
            Time(start=t.start, end=t.end, type=t.type, value=t.value) for t in analysis.times or ()
        ),
        predicates=tuple(Predicate(start=p.start, end=p.end) for p in analysis.predicates or ()),
        events=tuple(
            Event(
                id=e.id,
                trigger=e.trigger,
                type=e.type,
                mode=e.mode,
                actor=e.actor,
                recipient=e.recipient,
                location=e.location,
                time=e.time,
                status=e.status,
                factuality=e.factuality,
                confidence=e.confidence,
            )
            for e in analysis.events or ()
        ),
        relations=tuple(
            Relation(
                type=r.type,
                source=r.source,
                target=r.target,
                factuality=r.factuality,
                confidence=r.confidence,
            )
            for r in analysis.relations or ()
        ),
        framing=tuple(
            Framing(start=f.start, end=f.end, technique=f.technique) for f in analysis.framing or ()
        ),
        statements=tuple(
            Statement(content=s.content, ref=s.ref, factuality=s.factuality)
            for s in analysis.statements or ()
        ),
    )


def read_all(documents: Iterable[Marked]) -> list[Marked]:
    """Read every document with the models that sayso ships."""
    reader = Reader()
    return [marked(reader.read(document_of(document))) for document in documents]
