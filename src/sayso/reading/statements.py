"""Statements: one say-so each, by one source or by the outlet, with how sure it is meant.

An event or a relation is one, and so is each clause that a source or the outlet says. Inside a
clause, what is surer or less sure than the clause itself ("wants to [leave the city]") is another.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from sayso.reading.clauses import words_of
from sayso.reading.datelines import begins
from sayso.reading.degrees import label
from sayso.reading.factuality.cues import level, under
from sayso.reading.factuality.plain import plain, plainly
from sayso.reading.intervals import union, within
from sayso.reading.tagger.marks import Marks
from sayso.reading.tagger.spans import stretches
from sayso.reading.voice import own_clauses, reporting_frame
from sayso.records.reading import Attribution, Event, Relation, Sentence, Statement
from sayso.records.text import Span, Spans
from sayso.records.vocabulary import Factuality

OWN_CONFIDENCE: Final = 0.9
"""Confidence of a statement in the outlet's own voice: nothing marks it, so it is right where the
attributions around it are. A round constant until the two are calibrated together."""

PREDICATES: Final = -1.5
"""Log odds from which a piece counts as a predicate that may say more or less than its clause: a
noun that is one ("their refusal") seldom looks like it."""

_EDGE = " \t\r\n\"'“”‘’`,;:—–-()[]*•…"
_OPENING = re.compile(r"(?:that|and|but|or|so|while|although|as)\b\s*", re.IGNORECASE)
_CLOSING = re.compile(r"[,;\s]+(?:and|but|or|that|as|while)$", re.IGNORECASE)


def statements(  # noqa: PLR0913
    text: str,
    *,
    marks: Marks,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    events: Sequence[Event] = (),
    relations: Sequence[Relation] = (),
) -> tuple[Statement, ...]:
    """State what each piece of content says, sentence by sentence, and what the outlet says.

    In text order. A piece of content without a word of its own ("so") makes no statement, nor
    does a heading.
    """
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    pieces = [
        (*piece, item)
        for item in attributions
        for content in item.content
        for sentence in within(spans, *content)
        for piece in _trimmed(text, sentence)
    ]
    found = [
        each for start, end, item in pieces for each in _plain(text, marks, (start, end), item)
    ]
    content = union(span for item in attributions for span in item.content)
    frame = reporting_frame(text, attributions)
    for sentence in sentences:
        for clause in _own(text, sentence, content, frame):
            found.extend(_plain(text, marks, clause, None))
    cues: Mapping[str | None, Factuality] = {each.id: level(text, each) for each in attributions}
    found.extend(_of_event(event, cues.get(event.attribution, "CT+")) for event in events)
    found.extend(_of_relation(tie, cues.get(tie.attribution, "CT+")) for tie in relations)
    found.sort(key=lambda item: (item.content, item.attribution or "", item.kind, item.ref or ""))
    return tuple(replace(item, id=f"s{number}") for number, item in enumerate(found))


def _of_event(event: Event, cue: Factuality) -> Statement:
    """The words from the first to the last that take part in an event."""
    spans = (event.trigger, *event.actor, *event.recipient, *event.instrument)
    return Statement(
        id="",
        kind="event",
        ref=event.id,
        content=(min(start for start, _ in spans), max(end for _, end in spans)),
        voice="attributed" if event.attribution else "own",
        factuality=under(cue, event.factuality),
        confidence=event.confidence,
        attribution=event.attribution,
    )


def _of_relation(relation: Relation, cue: Factuality) -> Statement:
    return Statement(
        id="",
        kind="relation",
        ref=relation.id,
        content=relation.evidence,
        voice="attributed" if relation.attribution else "own",
        factuality=under(cue, relation.factuality),
        confidence=relation.confidence,
        attribution=relation.attribution,
    )


def _own(text: str, sentence: Sentence, content: Spans, frame: Spans) -> Iterator[Span]:
    span = (sentence.start, sentence.end)
    if sentence.voice == "own":
        yield from _trimmed(text, span)
    elif sentence.voice == "mixed":
        for clause in own_clauses(text, span, content, frame):
            yield from _trimmed(text, clause)


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    start, end = begins(text, span[0]), span[1]
    while start < end and text[start] in _EDGE:
        start += 1
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    while end > start and text[end - 1] in _EDGE + ".":
        end -= 1
    closing = _CLOSING.search(text, max(start, end - 12), end)
    end = closing.start() if closing else end
    if any(True for _ in words_of(text, start, end)) and " " in text[start:end]:
        yield start, end


def _plain(text: str, marks: Marks, span: Span, item: Attribution | None) -> Iterator[Statement]:
    """A clause, as factual as its first predicate and its plain words have it, and the parts of it
    that are more or less so."""
    cue: Factuality = level(text, item) if item else "CT+"
    whole, parts = _said(text, marks, span)
    others = [(part, said) for part, said in parts if part != span and said != whole]
    for part, said in [(span, whole), *others]:
        yield Statement(
            id="",
            kind="plain",
            content=part,
            voice="attributed" if item else "own",
            factuality=under(cue, said),
            confidence=item.confidence if item else OWN_CONFIDENCE,
            attribution=item.id if item else None,
        )


def _said(text: str, marks: Marks, span: Span) -> tuple[Factuality, list[tuple[Span, Factuality]]]:
    """How factual a clause is, and its parts: from each predicate that is not as factual as the one
    before, up to the next such. The plain words of the main clause have their say of its
    predicate."""
    pieces = marks.pieces.touched(span)
    predicates = marks.predicates[pieces]
    runs = stretches(predicates[:, 0] > PREDICATES)
    opens = [max(span[0], int(marks.pieces.starts[pieces.start + first])) for first, _ in runs]
    said = [label(float(predicates[a + int(predicates[a:b, 0].argmax()), 1])) for a, b in runs]
    words = plain(text, span)
    if not said:
        return plainly(words, "CT+"), []
    main = next((n for n, start in enumerate(opens) if start >= words.end), 0)
    said[main] = plainly(words, said[main])
    changed = [n for n in range(len(said)) if n == 0 or said[n] != said[n - 1]]
    ends = [*(opens[n] for n in changed[1:]), span[1]]
    before = [span[0], *(int(marks.pieces.ends[pieces.start + end - 1]) for _, end in runs)]
    return said[main], [
        (part, said[n])
        for n, end in zip(changed, ends, strict=True)
        for part in _readable(text, (opens[n], end), opens=before[n])
    ]


def _readable(text: str, span: Span, *, opens: int) -> Iterator[Span]:
    """A part of a clause; where that is a single word, with what stands before it since `opens`:
    "the custody [battle]"."""
    parts = list(_trimmed(text, span))
    yield from parts or _trimmed(text, (opens, span[1]))
