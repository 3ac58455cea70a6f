"""The article cut into pieces that no attribution's edge crosses, so that a page can mark them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from msgspec import Struct

from sayso.records.reading import Analysis, Sentence
from sayso.records.text import Spans
from sayso.records.vocabulary import SentenceVoice
from sayso.report.paragraphs import Paragraph, paragraphs
from sayso.report.sources import Saying, Source
from sayso.report.unanswered import own_parts
from sayso.report.words import harmless

_Part = Literal["source", "cue", "content", "own", "thing"]
_OF_SAYINGS: tuple[_Part, ...] = ("source", "cue", "content")


class Piece(Struct, frozen=True, kw_only=True):
    """Text that is all of one kind: the sayings, by their numbers, whose source, cue and content
    it is. `own`: what the outlet asserts in a sentence that it shares. `things` are the ids of what
    else it is a part of, and `notes` the sources to point to after it."""

    text: str
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    own: bool
    things: tuple[str, ...]
    notes: tuple[int, ...]


class MarkedSentence(Struct, frozen=True, kw_only=True):
    """A sentence by its number in the text, from 1. `before` is the space that parts it from the
    last one of its paragraph."""

    number: int
    voice: SentenceVoice
    before: str
    pieces: tuple[Piece, ...]


class MarkedParagraph(Struct, frozen=True, kw_only=True):
    """A paragraph, or a heading, which has no number."""

    number: int | None
    sentences: tuple[MarkedSentence, ...]


def marked(
    analysis: Analysis, found: tuple[Source, ...], things: Mapping[str, Spans] | None = None
) -> tuple[MarkedParagraph, ...]:
    """Mark the article with the sources of `sources` and with other things, whose spans are
    given by id, in time linear in the text."""
    marker = _Marker(analysis, found, things or {})
    return tuple(marker.paragraph(paragraph) for paragraph in paragraphs(analysis))


class _Marker:
    """Walks through the text once; `_open` is what is open where it has come to."""

    def __init__(
        self, analysis: Analysis, found: tuple[Source, ...], things: Mapping[str, Spans]
    ) -> None:
        self._text = analysis.text
        self._sentence = 0
        self._open: dict[_Part, set[int]] = {part: set() for part in get_args(_Part)}
        self._starts: dict[int, list[tuple[_Part, int]]] = defaultdict(list)
        self._ends: dict[int, list[tuple[_Part, int]]] = defaultdict(list)
        self._notes: dict[int, set[int]] = defaultdict(set)
        for source in found:
            for saying in source.sayings:
                self._note(saying, source.number)
        for spans in own_parts(analysis).values():
            self._mark(spans, "own", 0)
        self._things = tuple(things)
        for number, spans in enumerate(things.values()):
            self._mark(spans, "thing", number)
        self._edges = iter(sorted(self._starts.keys() | self._ends.keys()))
        self._edge = next(self._edges, None)

    def _note(self, saying: Saying, source: int) -> None:
        one = saying.attribution
        for part, spans in zip(_OF_SAYINGS, (one.source, one.cue, one.content), strict=True):
            self._mark(spans, part, saying.number)
        if spans := one.source or one.cue or one.content:
            self._notes[spans[-1][1]].add(source)

    def _mark(self, spans: Spans, part: _Part, number: int) -> None:
        for start, end in spans:
            if start < end:
                self._starts[start].append((part, number))
                self._ends[end].append((part, number))

    def paragraph(self, paragraph: Paragraph) -> MarkedParagraph:
        last, sentences = paragraph.start, []
        for sentence in paragraph.sentences:
            self._sentence += 1
            sentences.append(
                MarkedSentence(
                    number=self._sentence,
                    voice=sentence.voice,
                    before=harmless(self._text[last : sentence.start]),
                    pieces=tuple(self._pieces(sentence)),
                )
            )
            last = sentence.end
        return MarkedParagraph(number=paragraph.number, sentences=tuple(sentences))

    def _pieces(self, sentence: Sentence) -> Iterator[Piece]:
        start = sentence.start
        while self._edge is not None and self._edge <= sentence.end:
            edge = self._edge
            if start < edge:
                yield self._piece(start, edge)
            self._cross(edge)
            start = max(start, edge)
            self._edge = next(self._edges, None)
        if start < sentence.end:
            yield self._piece(start, sentence.end)

    def _piece(self, start: int, end: int) -> Piece:
        return Piece(
            text=harmless(self._text[start:end]),
            source=tuple(sorted(self._open["source"])),
            cue=tuple(sorted(self._open["cue"])),
            content=tuple(sorted(self._open["content"])),
            own=bool(self._open["own"]),
            things=tuple(self._things[number] for number in sorted(self._open["thing"])),
            notes=tuple(sorted(self._notes.get(end, ()))),
        )

    def _cross(self, edge: int) -> None:
        for part, number in self._ends.get(edge, ()):
            self._open[part].discard(number)
        for part, number in self._starts.get(edge, ()):
            self._open[part].add(number)
