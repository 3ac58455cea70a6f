"""What a document says, clause by clause, each with whoever it is that says it.

Reading marks statements, and pieces of one where a source or a cue stands in between. Here the
pieces of one sentence are joined again, sentences are cut where one claim ends and the next begins,
and a source that reading left in the outlet's own clause is taken out of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from sayso.desk.claims.deeper import blames, deeper, denies, rebutted
from sayso.desk.claims.tags import SURE, patterns, silence
from sayso.desk.claims.words import listed, stem, tokens
from sayso.reading.clauses import has_finite_verb, words_of
from sayso.reading.intervals import union, within
from sayso.reading.sourcing.nouns import is_body, is_person
from sayso.records.reading import Analysis, Attribution, Sentence, Statement
from sayso.records.text import Span
from sayso.records.vocabulary import Factuality

SHORTEST: Final = 2
"""Words of the shortest clause."""

_MOST = 0.7
"""Share of a statement from which what reading says of its factuality holds for a clause of it."""

_LOOK = 9
"""Words behind a conjunction among which the verb of a new clause is looked for."""

_NOUN_WITHIN = 3
"""Words of a source among which the noun stands that tells a person: "an official familiar"."""

_EDGE = " \t\r\n\"'“”‘’`,;:—–-()[]*•…."
_SEAM = re.compile(
    r"\s*;\s+|,?\s+(?:and|but)\s+that\s+|,\s+(?:and|but|so|while|though|although)\s+"
    r"|\s+(?:and|but|while)\s+"
)
_OWN_REPORT = re.compile(r"\b(?:report|story|article|figure|number|toll)s?\b", re.IGNORECASE)
_THAT = re.compile(r"\b(?:that|whether|how|why|if)\s*$")
_AS = re.compile(r",?\s+as\s+(?:the\s+)?$")
_SILENT = re.compile(
    r"^(?:no|nobody|none|neither)\b|\bdeclin|\brefus"
    r"|\b(?:would|did|could|does|do|can|will)(?: not|n[’']t)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|nobody|none|nothing|never|neither)\b|n[’']t\b", re.IGNORECASE)
_UNDECIDED = re.compile(
    r"\?|\b(?:if|whether|known?|should|would|could|can|may|might|must|will|shall|wh[oy]|what|how)\b",
    re.IGNORECASE,
)
_SUBORDINATE = frozenset("when which who whom whose that as where while because if whether".split())
_DATELINE = re.compile(r"^[^.—–]{2,60}?(?:(?:\([^)]{2,40}\))?\s*[—–]|\([^)]{2,40}\)\s*-)\s+")
_OPENING = re.compile(r"(?:that|and|but|or|so|while|although|as)\b\s*", re.IGNORECASE)
_CLOSING = re.compile(
    r"[,;\s]+(?:(?:in|of|for|to|on|by|with) which|and|but|or|that|as|while|so|which|who)$",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"^[^()]{0,60}\)\s*[—–]\s+")


class Clause(Struct, frozen=True, kw_only=True):
    """One thing said: `text[start:end]`, by the outlet itself where `attribution` is None.

    `sentence` is its sentence's place in the document, `factuality` reading's.
    """

    start: int
    end: int
    sentence: int
    factuality: Factuality
    confidence: float
    attribution: Attribution | None = None


def clauses(analysis: Analysis) -> tuple[Clause, ...]:
    """Give the clauses of a document in text order."""
    text = analysis.text
    sure = [each for each in analysis.attributions or () if _counts(text, each)]
    stated = analysis.statements or ()
    found: list[Clause] = []
    for number, sentence in enumerate(analysis.sentences or ()):
        if sentence.voice == "none":
            continue
        for span, item in _told(text, sentence, sure):
            if item and _silent(text, item):
                continue
            for start, end in _cut(text, *span):
                if silence().search(text, start, end):
                    continue
                told, teller = deeper(text, (start, end), item)
                denial = rebutted(text, told, teller)
                if denial:
                    ((begin, told_end),) = denial.source
                    denied = _clause(text, stated, (begin, told[1]), number, denial)
                    found.append(replace(denied, factuality="CT-"))
                    told = (told[0], told_end)
                found.append(_clause(text, stated, told, number, teller))
    return tuple(found)


def _counts(text: str, item: Attribution) -> bool:
    """Whether an attribution points to somebody who says something, with some certainty."""
    if not item.source or item.confidence < SURE:
        return False
    cue = [stem(token.word) for span in item.cue for token in tokens(text, *span)]
    content = [match.group() for span in item.content for match in words_of(text, *span)]
    return has_finite_verb(content) or not listed("saying").isdisjoint(cue)


def _silent(text: str, item: Attribution) -> bool:
    """Whether what is told is that nobody says it: "no group has said", "would not say who"."""
    said = " ".join(text[a:b] for a, b in (*item.source, *item.cue))
    return bool(_SILENT.search(said))


def _told(
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
    rest = list(_rest(inside, [*frame, *(span for span, _ in told)]))
    for span, item in told:
        # A content that begins or ends in the middle of a phrase has lost the rest of it.
        before = next((r for r in rest if _touches(text, r, span)), None)
        after = next((r for r in rest if _touches(text, span, r)), None)
        rest = [r for r in rest if r not in (before, after)]
        yield ((before or span)[0], (after or span)[1]), item
    for span in rest:
        yield from _own(text, span, inside, sure)


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


def _long(text: str, span: Span) -> bool:
    return sum(1 for _ in words_of(text, *span)) > SHORTEST


def _touches(text: str, left: Span, right: Span) -> bool:
    """Whether nothing but a blank parts two stretches, so that they are one phrase."""
    between = text[left[1] : right[0]] if left[1] <= right[0] else "."
    if _THAT.search(text[left[0] : left[1]]) or _OPENING.match(text, *right):
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


def _own(
    text: str, span: Span, sentence: Span, sure: Sequence[Attribution]
) -> Iterator[tuple[Span, Attribution | None]]:
    """A stretch of the outlet's own, or of a source that its words name after all."""
    start, end = _trimmed(text, *span)
    words = [match.group() for match in words_of(text, start, end)]
    if len(words) < SHORTEST:
        return
    if tagged := _tagged(text, span, sentence, sure):
        yield (start, tagged[0]), tagged[1]
        return
    for pattern in patterns():
        match = pattern.search(text[start:end])
        if match and (item := _from_tag(text, start, match, sure)):
            yield (start, start + match.start() if match.start() else end), item
            return
    if _THAT.search(text[start:end]):
        return
    whole = not any(
        letter.isalnum() for letter in text[sentence[0] : start] + text[end : sentence[1]]
    )
    if whole or has_finite_verb(words) or len(words) > _LOOK:
        yield (start, end), None


def _tagged(
    text: str, span: Span, sentence: Span, sure: Sequence[Attribution]
) -> tuple[int, Attribution] | None:
    """Whose a stretch is that ", as the Courier revealed" or ", he told the Courier" follows, and
    where it ends."""
    for item in sure:
        first = (
            min(each[0] for each in (*item.source, *item.cue) if each[1] > span[0])
            if any(each[1] > span[0] for each in (*item.source, *item.cue))
            else -1
        )
        if not 0 <= first - span[1] <= 1:
            continue
        if said := _AS.search(text[span[0] : span[1]]):
            return span[0] + said.start(), item
        if text[span[0] : span[1]].rstrip().endswith(",") and not within(item.content, *sentence):
            return span[1], item
    return None


def _from_tag(
    text: str, start: int, match: re.Match[str], sure: Sequence[Attribution]
) -> Attribution | None:
    """An attribution of the source that a clause's own words name; None where they name nobody."""
    source = (start + match.start("source"), start + match.end("source"))
    cue = (start + match.start("cue"), start + match.end("cue"))
    said = text[slice(*source)]
    marked = next((i for i in sure if any(_common(source, span) for span in i.source)), None)
    if marked:
        return marked
    if _OWN_REPORT.search(said):
        return None
    pronoun = said.lower() in ("he", "she", "they", "it")
    nouns = [word.lower() for word in re.findall(r"\w+", said)[:_NOUN_WITHIN]]
    described = any(map(is_person, nouns)) or (blames(match["cue"]) and is_body(nouns[-1]))
    if not pronoun and not described and not re.search(r"[A-Z]", said):
        return None
    before = [i for i in sure if i.source and i.source[0][0] < source[0]]
    if pronoun and not before:
        return None
    like = max(before, key=lambda i: i.source[0][0]) if pronoun else None
    return Attribution(
        id=f"tag{start}",
        source=like.source if like else (source,),
        cue=(cue,),
        content=((start, start + match.start()),),
        source_kind=like.source_kind if like else "unspecified",
        named=like.named if like else bool(re.search(r"[A-Z]", said[1:])),
        background=like.background if like else False,
        confidence=SURE,
        source_entity=like.source_entity if like else None,
    )


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a stretch where a new clause with a subject and a verb of its own begins."""
    line = _DATELINE.match(text[start:end]) or _CREDIT.match(text[start:end])
    begin = start + line.end() if line else start
    for seam in _SEAM.finditer(text, begin, end):
        left, right = text[begin : seam.start()], text[seam.end() : end]
        if seam.group().strip().endswith("that") or (_whole(left) and _begins_clause(right)):
            yield from _piece(text, begin, seam.start())
            begin = seam.end()
    yield from _piece(text, begin, end)


def _whole(left: str) -> bool:
    words = [match.group() for match in words_of(left, 0, len(left))]
    return has_finite_verb(words) or any(
        word.endswith("ed") and word.lower() != "hundred" for word in words
    )


def _begins_clause(right: str) -> bool:
    """Whether a subject and a verb follow soon: "five were wounded", not "burned a circle"."""
    words = [match.group() for match in words_of(right, 0, len(right))][:_LOOK]
    if has_finite_verb(words[:1]):
        return False
    for before, word in pairwise(words):
        if before.lower() in _SUBORDINATE or word.lower() in _SUBORDINATE:
            return False
        if has_finite_verb([word], before=before):
            return True
    return False


def _piece(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = _trimmed(text, start, end)
    if sum(1 for _ in words_of(text, start, end)) >= SHORTEST:
        yield start, end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGE:
        start += 1
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    closing = _CLOSING.search(text, max(start, end - 12), end)
    return start, closing.start() if closing else end


def _clause(
    text: str, stated: Sequence[Statement], span: Span, number: int, item: Attribution | None
) -> Clause:
    """A clause with the factuality of the statement that it is a part of; a negation or a doubt in
    one part of a statement is not every part's, so that only one that is most of it has those."""
    own = item.id if item else None
    like = max(
        (s for s in stated if s.attribution == own and _shared(span, s.content)),
        key=lambda s: _shared(span, s.content),
        default=None,
    )
    part = like and _shared(span, like.content) < _MOST * (like.content[1] - like.content[0])
    factuality = like.factuality if like and not part else "CT+"
    return Clause(
        start=span[0],
        end=span[1],
        sentence=number,
        factuality="CT-" if factuality == "Uu" and _denies(text, span, item) else factuality,
        confidence=like.confidence if like else SURE,
        attribution=item,
    )


def _denies(text: str, span: Span, item: Attribution | None) -> bool:
    """Whether a clause says that something is not so, whatever reading makes of it: its source
    denies it, or it negates, and none of its words leaves anything open."""
    said = text[slice(*span)]
    if item and any(denies(text[start:end]) for start, end in item.cue):
        return True
    return bool(_NEGATED.search(said)) and not _UNDECIDED.search(said)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _common(one: Span, other: Span) -> bool:
    return _shared(one, other) > 0
