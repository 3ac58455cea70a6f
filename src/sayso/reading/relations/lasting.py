"""Since when and until when a tie holds, where the words beside it say so."""

import re
from collections.abc import Sequence

from sayso.records.reading import Time
from sayso.records.text import Span

_SINCE = re.compile(r"\b(?:since|from|beginning in|starting in)\s+(?:the\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through|up to)\s+(?:the\s+)?$", re.IGNORECASE)
_AT_ONCE = frozenset({"succeeded", "founded"})
"""Ties that begin with the act itself, so that its date is their beginning."""

BESIDE = 30
"""Characters after the words of a tie in which its date may still stand."""


def lasting(
    text: str, kind: str, evidence: Span, times: Sequence[Time]
) -> tuple[str | None, str | None]:
    """ISO dates of a tie's beginning and end; None where the text gives none."""
    begin = end = None
    for time in times:
        if not evidence[0] <= time.start < evidence[1] + BESIDE:
            continue
        before = text[max(0, time.start - BESIDE) : time.start]
        if _UNTIL.search(before):
            end = time.until
        elif _SINCE.search(before) or (kind in _AT_ONCE and re.search(r"\b(?:in|on)\s+$", before)):
            begin = time.begin
    return begin, end
