"""The decisions that hold, placed in the texts that are current, and readings with them applied."""

import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct
from sqlalchemy import Connection, func, select

from sayso.desk.clock import as_of as stamp_of
from sayso.desk.current import newest
from sayso.desk.documents import unpacked
from sayso.desk.judgements import holding
from sayso.desk.review.applied import Ruling, applied, statement_at
from sayso.desk.review.decided import Pairs, decided
from sayso.desk.review.locating import places
from sayso.desk.review.subjects import STATEMENTS, Subject
from sayso.desk.schema import analyses, documents, versions
from sayso.records.reading import Analysis

_AT_ONCE: Final = 100
LATEST: Final = "9"
"""Later than every stamp."""
_OF_ONE: Final = ("accept", "correct", "reject")

Placed = tuple[str, int, int]
"""Words of a text: the desk's name of the document, start, end."""

Rulings = Mapping[str, Sequence[Ruling]]
"""By the desk's name of the document."""


class Reading(Struct, frozen=True, kw_only=True):
    """The last analysis of the last version of a document, as people left it.

    `document` is the desk's name of it and `number` its version's; `known` is when the desk got
    that version, `first` when it got the document.
    """

    document: str
    number: int
    known: str
    first: str
    analysis: Analysis


def rulings(connection: Connection, *, as_of: str | None = None) -> Rulings:
    """Give the judgements on single things that hold, or held at `as_of` (ISO 8601)."""
    judged = [one for one in holding(connection, as_of=as_of) if one.verdict in _OF_ONE]
    place = places(connection, judged, now=stamp_of(as_of) if as_of else LATEST)
    found: dict[str, list[Ruling]] = defaultdict(list)
    for one in judged:
        subject = place(one.subject, one.id)
        if subject is not None:
            found[subject.document].append(
                Ruling(
                    kind=subject.kind,
                    span=subject.span,
                    verdict=one.verdict,
                    judgement=one.id,
                    changes=json.loads(one.correction) if one.correction else {},
                )
            )
    return found


def readings(
    connection: Connection,
    *,
    as_of: str | None = None,
    names: Collection[str] | None = None,
    as_read: bool = False,
) -> Iterator[Reading]:
    """Give the reading of each document, in the order they first came; with `names`, of those
    that the desk calls so; `as_read`, as it was before anybody decided. No more than a hundred are
    in memory at a time."""
    known = stamp_of(as_of) if as_of else LATEST
    ruled = {} if as_read else rulings(connection, as_of=as_of)
    last = (
        select(func.max(analyses.c.id))
        .where(analyses.c.version.in_(newest(known)), analyses.c.known <= known)
        .group_by(analyses.c.version)
    )
    asked = (
        select(
            documents.c.name,
            documents.c.known.label("first"),
            versions.c.number,
            versions.c.known,
            versions.c.text,
            analyses.c.record,
        )
        .join(versions, versions.c.id == analyses.c.version)
        .join(documents, documents.c.id == versions.c.document)
        .where(analyses.c.id.in_(last))
        .order_by(documents.c.id)
    )
    if names is None:
        every = connection.execute(asked, execution_options={"yield_per": _AT_ONCE})
        yield from _read(every, ruled)
        return
    wanted = sorted(names)
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        # Whole, so that whoever needs the first one only leaves no cursor of a server open.
        yield from _read(connection.execute(asked.where(documents.c.name.in_(some))).all(), ruled)


def _read(rows: Iterable[Any], ruled: Rulings) -> Iterator[Reading]:
    for row in rows:
        analysis = unpacked(zlib.decompress(row.record), row.text)
        yield Reading(
            document=row.name,
            number=row.number,
            known=row.known,
            first=row.first,
            analysis=applied(analysis, ruled.get(row.name, ())),
        )


def statement_pairs(connection: Connection, *, as_of: str | None = None) -> Pairs[Placed]:
    """Give what people decided of pairs of statements, each by the words of its content in the
    text that is current: an event is judged by its trigger and claims by what it is told with."""
    judged = [one for one in holding(connection, as_of=as_of) if one.other is not None]
    place = places(connection, judged, now=stamp_of(as_of) if as_of else LATEST)
    located = {
        one.id: (place(one.subject, one.id), place(one.other or "", one.id)) for one in judged
    }
    content = _contents(connection, [x for pair in located.values() for x in pair], as_of)
    found: dict[bool, list[tuple[Placed, Placed]]] = {True: [], False: []}
    for each in decided(judged):
        ours, theirs = (content.get(x) if x else None for x in located[each.judgement])
        if ours and theirs:
            found[each.same].append((ours, theirs))
    return Pairs(same=tuple(found[True]), not_same=tuple(found[False]))


def rejected_statements(connection: Connection, *, as_of: str | None = None) -> tuple[Placed, ...]:
    """Give the statements that people rejected, by the words of their content."""
    subjects = [
        Subject(one.kind, document, one.span)
        for document, ruled in rulings(connection, as_of=as_of).items()
        for one in ruled
        if one.verdict == "reject"
    ]
    content = _contents(connection, subjects, as_of)
    return tuple(content[subject] for subject in subjects if subject in content)


def _contents(
    connection: Connection, subjects: Collection[Subject | None], as_of: str | None
) -> dict[Subject, Placed]:
    """The words that each subject of a statement is told with; its own where no statement of the
    reading is there."""
    wanted = {one for one in subjects if one is not None and one.kind in STATEMENTS}
    found = {one: (one.document, *one.span) for one in wanted}
    names = {one.document for one in wanted}
    for reading in readings(connection, as_of=as_of, names=names, as_read=True):
        for one in wanted:
            if one.document == reading.document:
                stated = statement_at(reading.analysis, one.kind, one.span)
                if stated is not None and one.kind != "plain":
                    found[one] = (one.document, *stated.content)
    return found
