"""The decisions that hold, placed in the texts that are current, and readings with them applied."""

import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct
from sqlalchemy import Connection, func, select

from sayso.desk.clock import as_of as stamp_of
from sayso.desk.documents import unpacked
from sayso.desk.judgements import holding
from sayso.desk.partition import newest
from sayso.desk.review.applied import Ruling, applied
from sayso.desk.review.locating import places
from sayso.desk.schema import analyses, documents, versions
from sayso.records.reading import Analysis

_AT_ONCE: Final = 100
LATEST: Final = "9"
"""Later than every stamp."""
_OF_ONE: Final = ("accept", "correct", "reject")

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
