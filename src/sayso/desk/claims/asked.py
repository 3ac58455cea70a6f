"""The claims of a desk, as they are now or as they were, with what people decided."""

from typing import Final

from sayso.desk import partition
from sayso.desk.claims import kept
from sayso.desk.claims.reckoning import claims
from sayso.desk.review.rulings import readings, rejected_statements, statement_pairs
from sayso.desk.store import Store
from sayso.records.claims import Claim

_READ: Final = 0.1
"""Share of the work that is done when every document is out of the store."""


def current(store: Store, *, as_of: str | None = None) -> tuple[Claim, ...]:
    """Give the claims of all current documents, those of the most documents first.

    With `as_of`, an ISO 8601 date or time, those of what the desk knew then, decisions too. What
    was made once is kept, and given again while nothing has changed that it follows from.
    """
    with store.reading() as connection:
        state = kept.state(connection, as_of=as_of)
        if (known := kept.found(connection, state)) is not None:
            return known
        families = partition.within(connection, as_of=as_of)
        judged = statement_pairs(connection, as_of=as_of)
        rejected = rejected_statements(connection, as_of=as_of)
        with store.watch("claims") as told:
            documents = sum(len(family.members) for family in families)
            analyses = []
            for reading in readings(connection, as_of=as_of):
                analyses.append(reading.analysis)
                told(_READ * len(analyses) / documents)
            made = claims(
                analyses,
                families,
                same=judged.same,
                not_same=judged.not_same,
                rejected=rejected,
                told=lambda share: told(_READ + (1 - _READ) * share),
            )
    kept.keep(store, state, made)
    return made
