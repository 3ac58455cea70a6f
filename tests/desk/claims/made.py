"""A proposition of which nothing matters but its document."""

from datetime import date

from sayso.desk.claims.clauses import Clause
from sayso.desk.claims.proposition import Proposition
from sayso.desk.origins.voices import Voice


def proposition(document: str) -> Proposition:
    return Proposition(
        number=0,
        document=document,
        clause=Clause(start=0, end=1, sentence=0, factuality="CT+", confidence=0.9),
        voice=Voice(kind="own", key=document, label=document, source_kind=None),
        frames=frozenset(),
        types=frozenset(),
        around=frozenset(),
        bearers=frozenset(),
        places=frozenset(),
        days=(date.min, date.max),
        dated=False,
        figures=(),
        stems=frozenset(),
        negative=False,
        denied=frozenset(),
        withdraws=False,
        hedged=False,
        fresh=False,
        repeated=False,
    )
