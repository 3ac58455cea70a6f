"""The claims of a desk, as they are now or as they were, with what people decided."""

from collections.abc import Iterator

from sqlalchemy import Connection

from sayso.desk import partition
from sayso.desk.claims.reckoning import Judged, Place, claims
from sayso.desk.judgements import holding
from sayso.desk.review.rulings import readings, rulings
from sayso.desk.review.subjects import STATEMENTS, parse
from sayso.desk.store import Store
from sayso.records.claims import Claim


def current(store: Store, *, as_of: str | None = None) -> tuple[Claim, ...]:
    """Give the claims of all current documents, those of the most documents first.

    With `as_of`, an ISO 8601 date or time, those of what the desk knew then, decisions too.
    """
    families = partition.current(store, as_of=as_of)
    with store.reading() as connection:
        return claims(
            (reading.analysis for reading in readings(connection, as_of=as_of)),
            families,
            same=tuple(_judged(connection, "same", as_of)),
            not_same=tuple(_judged(connection, "not_same", as_of)),
            rejected=tuple(_rejected(connection, as_of)),
        )


def _judged(connection: Connection, verdict: str, as_of: str | None) -> Iterator[Judged]:
    for judgement in holding(connection, as_of=as_of):
        if judgement.verdict == verdict:
            one, other = _place(judgement.subject), _place(judgement.other or "")
            if one and other:
                yield one, other


def _rejected(connection: Connection, as_of: str | None) -> Iterator[Place]:
    for document, found in rulings(connection, as_of=as_of).items():
        for ruling in found:
            if ruling.verdict == "reject" and ruling.kind in STATEMENTS:
                yield (document, *ruling.span)


def _place(subject: str) -> Place | None:
    found = parse(subject)
    if found is None or found.kind not in STATEMENTS:
        return None
    return (found.document, *found.span)
