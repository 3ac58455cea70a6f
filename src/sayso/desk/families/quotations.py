"""What stands inside quotation marks, in text whose marks may be turned round, torn or lost."""

import re
from itertools import islice

from sayso.records.text import Span, Spans

_MARK = re.compile(r"[\"“”„«»]")
_LINE = re.compile(r"\S[^\n]*")
_BEFORE_OPENING = "([{-–—'‘"

# A quotation of several paragraphs may be opened once and closed once; over more than so many
# lines the mark that would close it is likelier to belong to another.
_LINES_MOST = 4


def quotations(text: str) -> Spans:
    """The passages of `text` between double quotation marks, marks included, in order.

    Which way a mark points is taken from the space around it, since typesetters and scanners get
    the sign wrong. A mark that nobody closes holds to the end of its line, so that one lost mark
    turns no page inside out.
    """
    found: list[Span] = []
    opened: int | None = None
    until = line_end = 0
    for mark in _MARK.finditer(text):
        at = mark.start()
        if opened is None or (at >= line_end and not (at < until and _closes(text, at))):
            if opened is not None:
                found.append((opened, line_end))
            opened = None if _closes(text, at) else at
            if opened is not None and at >= line_end:
                line_end, until = _line_ends(text, at)
        else:
            found.append((opened, at + 1))
            opened = None
    return (*found, (opened, line_end)) if opened is not None else tuple(found)


def _line_ends(text: str, at: int) -> Span:
    """Where the line of `at` ends, and where the last line that a quotation may reach ends."""
    ends = [match.end() for match in islice(_LINE.finditer(text, at), _LINES_MOST)]
    return ends[0], ends[-1]


def _closes(text: str, at: int) -> bool:
    """Whether the mark can only close: it leans on the word before it."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or after == "\n":
        return True
    return (
        bool(before)
        and not before.isspace()
        and before not in _BEFORE_OPENING
        and not after.isalnum()
    )
