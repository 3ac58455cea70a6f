"""Which stretches of a sentence there are, and who answers for each: a source, or the outlet."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.desk.claims.cutting import SHORTEST
from sayso.desk.claims.lists import pattern
from sayso.desk.claims.tags import tagged
from sayso.reading.clauses import words_of
from sayso.reading.intervals import union, within
from sayso.records.reading import Attribution, Sentence
from sayso.records.text import Span


def stretches(
    text: str, sentence: Sentence, sure: Sequence[Attribution]
) -> Iterator[tuple[Span, Attribution | None]]:
    """The stretches of a sentence and who answers for each."""
    inside = (sentence.start, sentence.end)
    frame = [p for item in sure for p in within(union((*item.source, *item.cue)), *inside)]
    told = [
        (piece, item)
        for item in sure
        for piece in _pieces(text, within(item.content, *inside), frame)
    ]
    told = [(_quoted(text, span, inside[0]), item) for span, item in told]
    rest = list(_rest(inside, [*frame, *(span for span, _ in told)]))
    for span, item in told:
        # A content that begins or ends in the middle of a phrase has lost the rest of it.
        before = next((r for r in rest if _touches(text, r, span)), None)
        after = next((r for r in rest if _touches(text, span, r)), None)
        rest = [r for r in rest if r not in (before, after)]
        yield ((before or span)[0], (after or span)[1]), item
    for span in rest:
        yield from tagged(text, span, inside, sure)


def _pieces(text: str, content: Sequence[Span], frame: Sequence[Span]) -> Iterator[Span]:
    """Pieces of one content, joined unless a source or a cue stands between two that can stand
    alone."""
    last: Span | None = None
    for piece in content:
        parted = last and any(last[1] <= start and end <= piece[0] for start, end in frame)
        if last and not (parted and _long(text, last) and _long(text, piece)):
            last = (last[0], piece[1])
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _quoted(text: str, span: Span, begin: int) -> Span:
    """A content that began amid a phrase of the outlet's that brings in a quotation, from that
    quotation on: "would have [none of it: "We slept"]"."""
    lead = pattern("cutting", "lead").match(text, *span)
    if lead is None or span[0] == begin or not _touches(text, (begin, span[0]), span):
        return span
    return lead.end(), span[1]


def _long(text: str, span: Span) -> bool:
    return sum(1 for _ in words_of(text, *span)) > SHORTEST


def _touches(text: str, left: Span, right: Span) -> bool:
    """Whether nothing but a blank parts two stretches, so that they are one phrase."""
    between = text[left[1] : right[0]] if left[1] <= right[0] else "."
    awaits = pattern("cutting", "awaits").search(text[slice(*left)])
    if awaits or pattern("cutting", "opening").match(text, *right):
        return False
    edge = text[left[0] : left[1]].rstrip()[-1:] + text[right[0] : right[1]].lstrip()[:1]
    return not between.strip() and all(letter.isalnum() or letter in "’'" for letter in edge)


def _rest(inside: Span, taken: Iterable[Span]) -> Iterator[Span]:
    at = inside[0]
    for start, end in sorted(taken):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < inside[1]:
        yield at, inside[1]
