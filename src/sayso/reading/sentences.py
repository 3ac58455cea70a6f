"""Where sentences begin and end, and which stretches are headings or fragments.

Rules of our own: on edited text (the weblogs of UniversalPropositions, MEANTIME) ends after a stop
have F1 .990 and .998, blingfire .986 and .969, syntok .986 and .971, pysbd .928 and .983. In mail
and forum posts that begin sentences in lower case pysbd finds more. To repeat it:
`python -m training.measure_sentences`, with the peers installed.

Every pattern here is a character class or a bounded look around one stop, so that time is linear
in the text.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from sayso import shipped
from sayso.reading.clauses import WORD, has_finite_verb, words_of
from sayso.records.text import Span

_STOP = re.compile(r"(?:[.!?…]+|[。\uff01\uff1f؟।]+)(?:[\"'”’»)\]}*]|\[\d{1,3}\])*")
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_NEXT = re.compile(r"[\"'“”‘’«(\[{¿¡*_#>–—-]*\s?[\"'“‘«(\[{]*")
_LIST_MARK = re.compile(r"\s{0,2}[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\.")
_PARTICLE = re.compile(r"(?:al|el|an|ar|as|at|ash|ad|az|de|bin|ibn|van|von)[- ’']?[A-Z]|[a-z][A-Z]")
_SPEAKER = re.compile(r"(?:[\w.’'-]+\s+){1,5}?(\w+)\b")

_TOKEN_REACH = 24
"""Characters that the word before a stop may have: longer than any listed abbreviation."""

_WRAP_WIDTHS = range(50, 101)
"""Line widths of hard-wrapped plain text: terminals, wires and mail, in characters."""

_WRAP_SHARE = 0.6
"""Share of lines that must be full for a text to count as hard-wrapped. Chosen, not swept: in a
wrapped text all lines but the last of each paragraph are full."""

_WRAP_LINES = 2
"""Breaks that it takes to see a wrap: one may be a heading over a short paragraph."""

_HEADING_WORDS = 20
"""A line of its own without a final stop is a heading up to here. Headlines of the corpora have up
to 18 words; a longer line needs the lack of a finite verb as well."""


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    lists = shipped.table("sayso.reading", "data/abbreviations")
    return {name: frozenset(words) for name, words in lists.items()}


def sentences(text: str) -> tuple[Span, ...]:
    """Spans of sentences, headings and fragments, in order, without the space around them.

    Every character that is not white space lies in exactly one span. A paragraph break always
    splits; a line break does unless the text is hard-wrapped.
    """
    return tuple(
        span for start, end in _paragraphs(text) for span in _split_paragraph(text, start, end)
    )


def is_fragment(text: str, span: Span) -> bool:
    """Whether a span of `sentences` is a heading, byline, dateline or other verbless scrap."""
    start, end = span
    words = [match.group() for match in words_of(text, start, end)]
    if not words:
        return True
    if _STOP.search(text, max(start, end - 8), end) and _ends_with_stop(text, start, end):
        return False
    finite = has_finite_verb(words)
    if _own_line(text, start, end) and text[end - 1] not in ":;," and not _is_item(text, start):
        return len(words) <= _HEADING_WORDS or not finite
    return not finite


def _ends_with_stop(text: str, start: int, end: int) -> bool:
    position = end
    while position > start and text[position - 1] in "\"'”’»)]}* ":
        position -= 1
    return position > start and text[position - 1] in ".!?…。\uff01\uff1f؟।"


def _own_line(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \t")
    after = text[end : end + 3].lstrip(" \t")
    return (not before or before[-1] in "\r\n") and (not after or after[0] in "\r\n")


def _is_item(text: str, start: int) -> bool:
    return text[start] in "•*-–—·▪◦" or bool(re.match(r"\(?\d{1,3}[.)]\s", text[start : start + 8]))


def _paragraphs(text: str) -> Iterator[Span]:
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    width = _wrap_width(text, lines)
    start: int | None = None
    for index, (begin, end) in enumerate(lines):
        if start is None:
            start = begin
        follows = lines[index + 1] if index + 1 < len(lines) else None
        if follows and width and _continues(text, (begin, end), follows, width):
            continue
        yield start, end
        start = None


def _wrap_width(text: str, lines: list[Span]) -> int:
    """Find the width to which the text is hard-wrapped, 0 where lines are paragraphs."""
    longest = max((end - start for start, end in lines), default=0)
    if longest not in _WRAP_WIDTHS:
        return 0
    pairs = [pair for pair in pairwise(lines) if _adjacent(text, *pair)]
    full = sum(_continues(text, line, follows, longest) for line, follows in pairs)
    return longest if len(pairs) >= _WRAP_LINES and full >= _WRAP_SHARE * len(pairs) else 0


def _adjacent(text: str, line: Span, follows: Span) -> bool:
    return text[line[1] : follows[0]] in {"\n", "\r\n", "\r"}


def _continues(text: str, line: Span, follows: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted: the line was broken for width."""
    if not _adjacent(text, line, follows) or text[follows[0]].isspace():
        return False
    first = text.find(" ", *follows)
    word = (first if first >= 0 else follows[1]) - follows[0]
    # A tenth of slack: the longest line may be an exception, and wrappers differ by a column or so.
    return line[1] - line[0] + 1 + word > width * 0.9


def _split_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _STOP.finditer(text, start, end):
        cut = match.end()
        if cut < end and _is_boundary(text, begin, match, end):
            yield from _trimmed(text, begin, cut)
            begin = cut
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _is_boundary(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    stop, cut = match.start(), match.end()
    if text[stop] in "。\uff01\uff1f؟।":
        return True
    if not text[cut].isspace():
        return _is_run_together(text, stop, cut, end)
    at = cut
    while at < end and text[at].isspace():
        at += 1
    if at >= end:
        return False
    return _may_start(text, at, end) and not _belongs_together(text, begin, match, at)


def _is_run_together(text: str, stop: int, cut: int, end: int) -> bool:
    """See a lost space: "... had resigned.He said". Web addresses and initials do not look so."""
    word = WORD.match(text, cut, min(end, cut + 40))
    return (
        text[stop] in ".?!"
        and word is not None
        and text[cut].isupper()
        and text[max(0, stop - 3) : stop].isalpha()
        and text[stop - 1].islower()
        and word.group().lower() in _vocabulary()["openers"]
    )


def _may_start(text: str, at: int, end: int) -> bool:
    """Whether a sentence can begin here: a capital, a digit, or an opening mark before one."""
    opening = _NEXT.match(text, at, end)
    first = opening.end() if opening else at
    if first >= end:
        return False
    if text[first].islower():
        return bool(_PARTICLE.match(text, first)) or text[at] == "•"
    return text[first] not in ".,;:!?…%&/"


def _belongs_together(text: str, begin: int, match: re.Match[str], at: int) -> bool:
    """Whether the stop is inside a sentence although a capital or a digit follows it."""
    stop = match.start()
    token = _token_before(text, begin, stop)
    opens = _next_word(text, at) in _vocabulary()["openers"]
    closers = match.group().lstrip(".!?…")
    if text[stop] in "!?":
        if token + text[stop] in _vocabulary()["either"]:
            return not opens
        return bool(closers) and _names_speaker(text, at)
    if match.group().startswith(("..", "…")) or not token:
        return False
    if _LIST_MARK.fullmatch(text, begin, stop + 1):
        return True
    if closers and closers != ")":
        return False
    return _is_abbreviation(text, stop, token, number=text[at].isdigit(), opens=opens)


def _is_abbreviation(text: str, stop: int, token: str, *, number: bool, opens: bool) -> bool:
    """Whether the word before a stop goes on after it, given a number or an opener next."""
    words = _vocabulary()
    ambiguous = token in words["either"] or _is_initials(text, token, stop)
    if token in words["never"] or (token in words["before_name"] and not ambiguous):
        return True
    if token in words["before_number"]:
        return number
    if token in words["dates"]:
        return number or not opens
    return (ambiguous or token in words["before_name"]) and not opens


def _next_word(text: str, at: int) -> str:
    follows = WORD.search(text, at, at + 40)
    return re.split("['’]", follows.group().lower())[0] if follows else ""


def _token_before(text: str, begin: int, stop: int) -> str:
    """Return the word before a stop, lower case, without brackets and quotes before it."""
    window = text[max(begin, stop - _TOKEN_REACH) : stop]
    tail = window.rsplit(None, 1)[-1] if window and not window[-1].isspace() else ""
    return tail.lstrip("\"'“‘«([{-–—").lower()


def _is_initials(text: str, token: str, stop: int) -> bool:
    letters = token.replace("-", ".").split(".")
    if not text[stop - 1].isupper() or any(len(letter) != 1 for letter in letters):
        return False
    # "I" and "A" are words as well: an initial only after a name ("Juma A. Kori").
    before = text[max(0, stop - _TOKEN_REACH) : stop - 1].split()
    return token not in ("i", "a") or (bool(before) and before[-1][0].isupper())


def _names_speaker(text: str, at: int) -> bool:
    """After a quoted question: "Why?" Colonel Sarra asked."""
    speaker = _SPEAKER.match(text, at, at + 60)
    if not speaker or text[at] in "\"“‘'":
        return False
    words = WORD.findall(text[at : at + 60])[1:6]
    return any(word in _vocabulary()["speech"] for word in words)
