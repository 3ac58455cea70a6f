"""Where a stretch of a sentence is cut into clauses, each with a subject and a verb of its own."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sayso.desk.claims.lists import pattern, terms
from sayso.reading.clauses import has_finite_verb, words_of
from sayso.reading.datelines import begins
from sayso.records.text import Span

SHORTEST: Final = 2
"""Words of the shortest clause."""

LOOK: Final = 9
"""Words behind a conjunction among which the verb of a new clause is looked for."""

_CLOSE = 12
"""Characters before the end of a stretch in which words are looked for that it is left without."""

_EDGE = " \t\r\n\"'“”‘’`,;:—–-()[]*•…."


def cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a stretch where a new clause with a subject and a verb of its own begins."""
    begin = begins(text, start)
    for seam in pattern("cutting", "seam").finditer(text, begin, end):
        left, right = text[begin : seam.start()], text[seam.end() : end]
        if pattern("cutting", "hundreds").search(text, begin, seam.start()):
            continue
        if seam.group().strip().endswith("that") or (_whole(left) and _begins_clause(right)):
            yield from _piece(text, begin, seam.start())
            begin = seam.end()
    yield from _piece(text, begin, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the marks and the conjunctions at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    opening = pattern("cutting", "opening").match(text, start, end)
    start = opening.end() if opening else start
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    closing = pattern("cutting", "closing").search(text, max(start, end - _CLOSE), end)
    return start, closing.start() if closing else end


def _whole(left: str) -> bool:
    words = [match.group() for match in words_of(left, 0, len(left))]
    return has_finite_verb(words) or any(word.endswith("ed") for word in words)


def _begins_clause(right: str) -> bool:
    """Whether a subject and a verb follow soon: "five were wounded", not "burned a circle"."""
    words = [match.group() for match in words_of(right, 0, len(right))][:LOOK]
    if has_finite_verb(words[:1]):
        return False
    subordinate = terms("cutting", "subordinate")
    for before, word in pairwise(words):
        if before.lower() in subordinate or word.lower() in subordinate:
            return False
        if has_finite_verb([word], before=before):
            return True
    return False


def _piece(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = trimmed(text, start, end)
    if sum(1 for _ in words_of(text, start, end)) >= SHORTEST:
        yield start, end
