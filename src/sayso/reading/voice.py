"""Who answers for each sentence: the outlet, somebody it cites, both, or nobody.

What lies outside every content is either reporting frame (source, cue, when and where it was
said) or a clause that the outlet asserts itself; only the latter makes a sentence `mixed`.
"""

import re
from collections.abc import Sequence

from sayso.reading.clauses import has_finite_verb, word_list, words_of
from sayso.reading.intervals import length, union, within
from sayso.reading.sentences import is_fragment
from sayso.records.reading import Attribution, Sentence
from sayso.records.text import Span, Spans
from sayso.records.vocabulary import SentenceVoice

_RELATIVE = re.compile(r"[,—–(-]\s*(?:which|who|whose|where)\b")

CLAUSE_WORDS = 3
"""Propositional words that a clause of the outlet's own has at least: who, did, what. No corpus
marks this. Swept from 1 to 6 with gold attributions on every twelfth article of PolNeAR train and
read: 2 makes 42 of 1,699 touched sentences more mixed, mostly for scraps of the frame ("demurred",
"and so"); 4 makes 47 fewer, mostly real clauses ("who was estranged from her father")."""

PHRASE_WORDS = 9
"""Propositional words from which a stretch counts even when no finite verb is recognised. Swept
with the above: 7 adds 12 sentences, mostly long adjuncts of time and place; 12 loses 3."""

_FRAGMENT_CONTENT = 0.8
"""A fragment is a source's own when this share of it is content: an item of a list, a slogan."""


_REACH = 40
"""Characters before a stretch in which its preceding word is looked for."""


def voices(
    text: str, spans: Sequence[Span], attributions: Sequence[Attribution]
) -> tuple[Sentence, ...]:
    """Give each span of `reading.sentences.sentences` its voice.

    `none`: a heading or fragment that no content fills. `own`: no content touches it.
    `attributed`: what no content covers is reporting frame. `mixed`: a clause of it is outside.
    """
    content = union(span for item in attributions for span in item.content)
    frame = reporting_frame(text, attributions)
    return tuple(
        Sentence(start=start, end=end, voice=_voice(text, (start, end), content, frame))
        for start, end in spans
    )


def reporting_frame(text: str, attributions: Sequence[Attribution]) -> Spans:
    """Characters of sources and cues, disjoint and ordered, less the relative clauses inside a
    source: in "X, which keeps troops in Iraq, condemned ..." the outlet asserts the middle."""
    return union(
        span
        for item in attributions
        for span in (*item.cue, *(part for source in item.source for part in _bare(text, source)))
    )


def own_clauses(text: str, span: Span, content: Sequence[Span], frame: Sequence[Span]) -> Spans:
    """Stretches of a sentence that the outlet asserts itself.

    `content` and `frame` are disjoint and ordered (`intervals.union`, `reporting_frame`).
    """
    return tuple(stretch for stretch in _outside(span, content, frame) if _clause(text, stretch))


def _voice(text: str, span: Span, content: Sequence[Span], frame: Sequence[Span]) -> SentenceVoice:
    covered = within(content, *span)
    if is_fragment(text, span):
        full = length(covered) >= _FRAGMENT_CONTENT * (span[1] - span[0])
        return "attributed" if full else "none"
    if not any(True for piece in covered for _ in words_of(text, *piece)):
        return "own"
    return "mixed" if own_clauses(text, span, content, frame) else "attributed"


def _bare(text: str, source: Span) -> Spans:
    relative = _RELATIVE.search(text, *source)
    if relative is None or not _clause(text, (relative.start(), source[1])):
        return (source,)
    return ((source[0], relative.start()),)


def _outside(span: Span, content: Sequence[Span], frame: Sequence[Span]) -> Spans:
    taken = union((*within(content, *span), *within(frame, *span)))
    edges = [span[0], *(edge for piece in taken for edge in piece), span[1]]
    return tuple(
        (start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end
    )


def _propositional(text: str, span: Span) -> list[str]:
    known = word_list("frame_words")
    words = (match.group().lower() for match in words_of(text, *span))
    return [word for word in words if word not in known and not word.isdigit()]


def _clause(text: str, span: Span) -> bool:
    count = len(_propositional(text, span))
    if count >= PHRASE_WORDS:
        return True
    if count < CLAUSE_WORDS:
        return False
    before = [match.group() for match in words_of(text, max(0, span[0] - _REACH), span[0])]
    words = [match.group() for match in words_of(text, *span)]
    return has_finite_verb(words, before=before[-1] if before else "")
