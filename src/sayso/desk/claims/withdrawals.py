"""Where an outlet takes back what it reported: the clause that repeats it, in a correction."""

import re
from functools import cache

from sayso.desk.claims.clauses import Clause
from sayso.desk.claims.lists import table
from sayso.records.reading import Analysis

_NEXT = 2
"""Sentences behind the one that repeats a report in which it may be called wrong."""


def withdraws(analysis: Analysis, clause: Clause) -> bool:
    """Whether a clause repeats what its outlet once reported and now says was not so."""
    sentences = (analysis.sentences or ())[clause.sentence : clause.sentence + 1 + _NEXT]
    said = [analysis.text[sentence.start : sentence.end] for sentence in sentences]
    if not said or not _pattern("earlier").search(said[0]):
        return False
    return any(map(_pattern("wrong").search, said))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table("withdrawals")[name]), re.IGNORECASE)
