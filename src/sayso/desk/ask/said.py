"""Statements as an answer shows them: the words, who says them, where, how surely."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from sayso.desk.families.index import Family
from sayso.desk.review.rulings import Reading
from sayso.desk.review.subjects import of_statement, referred
from sayso.records.reading import Analysis, Attribution, Statement
from sayso.records.text import Span, Spans
from sayso.records.vocabulary import (
    EventType,
    Factuality,
    RelationType,
    SourceKind,
    StatementKind,
    Voice,
)


class Said(Struct, frozen=True, kw_only=True):
    """One statement: `words` are `text[start:end]` of the document.

    `source` is who says it as the text names them; None in the outlet's own voice, and where the
    text names nobody. `subject` is what `sayso review` takes. `copies` are other documents that
    carry the same text, which repeat it and do not confirm it.
    """

    subject: str
    document: str
    title: str | None
    publisher: str | None
    published: str | None
    start: int
    end: int
    words: str
    kind: StatementKind
    voice: Voice
    factuality: Factuality
    confidence: float
    source: str | None = None
    source_kind: SourceKind | None = None
    named: bool = False
    type: EventType | RelationType | None = None
    copies: tuple[str, ...] = ()


def said(reading: Reading, statement: Statement) -> Said:
    """Make an answer's line of a statement."""
    analysis = reading.analysis
    by = attribution_of(statement, analysis)
    stated = referred(statement, analysis)
    start, end = statement.content
    return Said(
        subject=str(of_statement(statement, analysis, document=reading.document)),
        document=reading.document,
        title=analysis.title,
        publisher=analysis.publisher,
        published=analysis.published,
        start=start,
        end=end,
        words=analysis.text[start:end],
        kind=statement.kind,
        voice=statement.voice,
        factuality=statement.factuality,
        confidence=statement.confidence,
        source=source_of(by, analysis) if by else None,
        source_kind=by.source_kind if by else None,
        named=by.named if by else False,
        type=stated.type if stated else None,
    )


def attribution_of(statement: Statement, analysis: Analysis) -> Attribution | None:
    """Give the attribution that a statement is by; None in the outlet's own voice."""
    every = analysis.attributions or ()
    return next((one for one in every if one.id == statement.attribution), None)


def source_of(by: Attribution, analysis: Analysis) -> str | None:
    """Give who says it: the entity's name, or the words for them; None where nobody is named."""
    for entity in analysis.entities or ():
        if entity.id == by.source_entity:
            return entity.name
    return by.source_entity or words_of(analysis.text, by.source) or None


def words_of(text: str, spans: Spans) -> str:
    """Give the words of spans on one line."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def touches(spans: Iterable[Span], mentions: Iterable[Span]) -> bool:
    """Whether any of the spans has one of the mentions in it, or stands in one."""
    held = list(mentions)
    return any(
        (start <= a and b <= end) or (a <= start and end <= b)
        for start, end in spans
        for a, b in held
    )


def family_of(families: Iterable[Family]) -> Mapping[str, str]:
    """Give the family of each document."""
    return {member: family.id for family in families for member in family.members}


def unrepeated(lines: Sequence[Said]) -> list[Said]:
    """Leave out plain statements that another line of the same teller has in it: with an event's
    or a tie's very words, or as a part of a longer plain statement."""
    told: dict[tuple[str, str | None], list[Said]] = defaultdict(list)
    for line in lines:
        told[line.document, line.source].append(line)
    return [
        line
        for line in lines
        if line.kind != "plain"
        or not any(_holds(other, line) for other in told[line.document, line.source])
    ]


def _holds(other: Said, plain: Said) -> bool:
    same = (other.start, other.end) == (plain.start, plain.end)
    if other.kind != "plain":
        return same
    return not same and other.start <= plain.start and plain.end <= other.end


def once(lines: Sequence[Said], families: Mapping[str, str]) -> tuple[Said, ...]:
    """Tell what copies of one text repeat once, where its root or its earliest copy has it."""
    groups: dict[tuple[str, str, str, str], list[Said]] = {}
    for line in lines:
        family = families.get(line.document, line.document)
        words = " ".join(line.words.split()).casefold()
        groups.setdefault((family, line.kind, words, line.source or ""), []).append(line)
    return tuple(_first(group, family) for (family, *_), group in groups.items())


def _first(group: Sequence[Said], family: str) -> Said:
    """The root's line, else the earliest; the other documents are its copies."""
    first = min(group, key=lambda one: (one.document != family, one.published or "9", one.document))
    others = sorted({one.document for one in group} - {first.document})
    return msgspec.structs.replace(first, copies=tuple(others))
