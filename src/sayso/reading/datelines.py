"""Datelines: the words before a dispatch that say where it was written, and tell nothing."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from sayso.records.text import Span

_DATELINE: Final = re.compile(
    r"[ \t]*([A-Z][A-Z'’.]+(?:[ -][A-Z][A-Z'’.]+){0,5})"
    r"(?:, [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?){0,2}(?: ?\([^()\n]{2,40}\))? ?(?:[—–]|--?) "
)
"""Capitals, perhaps a country, perhaps an agency, a dash: "AL-QAIM, Iraq (Levant Wire) —"."""

_PARAGRAPH: Final = re.compile(r"\n\s*")


class Dateline(NamedTuple):
    """Where a dateline stands, up to what is told, and where in it the town's name does."""

    whole: Span
    town: Span


@lru_cache(maxsize=4)
def datelines(text: str) -> tuple[Dateline, ...]:
    """The datelines at the heads of a text's paragraphs."""
    starts = [0, *(found.end() for found in _PARAGRAPH.finditer(text))]
    found = (_DATELINE.match(text, start) for start in starts)
    return tuple(Dateline(each.span(), each.span(1)) for each in found if each)


def begins(text: str, start: int) -> int:
    """Where what is told begins: at `start`, or after the dateline that it is in."""
    return next((end for (first, end), _ in datelines(text) if first <= start < end), start)
