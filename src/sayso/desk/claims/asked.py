"""The claims of a desk, as they are now or as they were, with what people decided."""

from sayso.desk import partition
from sayso.desk.claims.reckoning import claims
from sayso.desk.review.rulings import readings, rejected_statements, statement_pairs
from sayso.desk.store import Store
from sayso.records.claims import Claim


def current(store: Store, *, as_of: str | None = None) -> tuple[Claim, ...]:
    """Give the claims of all current documents, those of the most documents first.

    With `as_of`, an ISO 8601 date or time, those of what the desk knew then, decisions too.
    """
    families = partition.current(store, as_of=as_of)
    with store.reading() as connection:
        judged = statement_pairs(connection, as_of=as_of)
        return claims(
            (reading.analysis for reading in readings(connection, as_of=as_of)),
            families,
            same=judged.same,
            not_same=judged.not_same,
            rejected=rejected_statements(connection, as_of=as_of),
        )
