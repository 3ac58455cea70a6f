"""Where words stand in the desk's texts, and who says them there."""

import re
from collections.abc import Collection
from typing import Final

from msgspec import Struct
from sqlalchemy import Connection, select

from sayso.desk.ask.said import attribution_of, source_of
from sayso.desk.review.rulings import Reading, readings
from sayso.desk.schema import documents, versions
from sayso.desk.search import search
from sayso.desk.store import Store
from sayso.knowledge.names import plain
from sayso.reading.intervals import meet
from sayso.records.reading import Sentence
from sayso.records.vocabulary import SentenceVoice

_EVERY: Final = 1_000_000
"""More hits than a desk has versions: all are counted, and of one page the texts are read."""
_TITLE_ONLY: Final = (0, 0)


class Passage(Struct, frozen=True, kw_only=True):
    """A document that has all words asked for, with the sentence that has most of them.

    `words` are `text[start:end]`; `voice` and `sources` tell who answers for that sentence. Both
    are empty where the words are in the title alone.
    """

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    score: float
    start: int
    end: int
    words: str
    voice: SentenceVoice | None
    sources: tuple[str, ...]


class Passages(Struct, frozen=True, kw_only=True):
    """One page of what was found, the best first; `total` counts all documents."""

    question: str
    total: int
    skipped: int
    passages: tuple[Passage, ...]


def passages(
    store: Store, question: str, *, most: int, skip: int = 0, as_of: str | None = None
) -> Passages:
    """Find the documents that have all words of a question, and its "quoted phrases"."""
    with store.reading() as connection:
        hits = search(connection, question, as_of=as_of, limit=_EVERY)
        page = hits[skip : skip + most]
        called = _names(connection, [hit.version for hit in page])
        held = {
            reading.document: reading
            for reading in readings(connection, as_of=as_of, names=called.values())
        }
    wanted = frozenset(plain(re.sub(r"\"", " ", question)).split())
    return Passages(
        question=question,
        total=len(hits),
        skipped=skip,
        passages=tuple(_passage(held[called[hit.version]], hit.score, wanted) for hit in page),
    )


def _names(connection: Connection, found: Collection[int]) -> dict[int, str]:
    if not found:
        return {}
    rows = connection.execute(
        select(versions.c.id, documents.c.name)
        .join(documents, documents.c.id == versions.c.document)
        .where(versions.c.id.in_(found))
    )
    return {row.id: row.name for row in rows}


def _passage(reading: Reading, score: float, wanted: frozenset[str]) -> Passage:
    analysis = reading.analysis
    best = max(
        analysis.sentences or (),
        key=lambda one: (_hits(analysis.text[one.start : one.end], wanted), -one.start),
        default=None,
    )
    if best is not None and not _hits(analysis.text[best.start : best.end], wanted):
        best = None
    start, end = (best.start, best.end) if best else _TITLE_ONLY
    return Passage(
        document=reading.document,
        title=analysis.title,
        publisher=analysis.publisher,
        published=analysis.published,
        score=round(score, 3),
        start=start,
        end=end,
        words=" ".join(analysis.text[start:end].split()),
        voice=best.voice if best else None,
        sources=_sources(reading, best) if best else (),
    )


def _hits(words: str, wanted: frozenset[str]) -> int:
    return len(wanted.intersection(plain(words).split()))


def _sources(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """Who says what stands in a sentence, each once, in text order."""
    analysis = reading.analysis
    found = []
    for statement in analysis.statements or ():
        by = attribution_of(statement, analysis)
        if by and meet(statement.content, (sentence.start, sentence.end)):
            found.append(source_of(by, analysis) or "somebody unnamed")
    return tuple(dict.fromkeys(found))
