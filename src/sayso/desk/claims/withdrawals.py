"""Where an outlet takes back what it reported: the clause that repeats it, in a correction."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from sayso.desk.claims.clauses import Clause
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
    raw = files("sayso.desk.claims").joinpath("data/withdrawals.toml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(raw)
    return re.compile("|".join(lists[name]), re.IGNORECASE)
