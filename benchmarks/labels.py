"""Sets that are made by joining labels, which have no text, to the corpora that they name.

They go by names of their own in floors.toml; every other name there is a corpus file's stem.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from benchmarks.gold import Attribution, Event, Marked, Relation, lines, read_marked
from sayso.records.text import Span, Spans
from training.split import held_out

CONTEXT = 600
"""Characters on either side with which a labelled sentence is read in its document: a few
sentences, as much as the network takes in at once."""


class _Text(Struct, frozen=True, kw_only=True):
    id: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None


class _ConflictLabels(Struct, frozen=True, kw_only=True):
    """Attributions of the document `doc`, whose text is in the file of the stem `corpus`."""

    corpus: str
    doc: str
    attributions: tuple[Attribution, ...]


class _SentenceLabels(Struct, frozen=True, kw_only=True):
    """One labelled sentence of a document, all offsets those of the document."""

    corpus: str
    doc: str
    start: int
    end: int
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()


class _Sentence(Struct, frozen=True):
    labels: _SentenceLabels
    document: _Text

    @property
    def text(self) -> str:
        return self.document.text[self.labels.start : self.labels.end]


def read_conflict(corpora: Path) -> list[Marked]:
    """Read the third of the labelled conflict documents that training never saw."""
    path = corpora / "labels/attributions.jsonl.gz"
    labels = [msgspec.json.decode(line, type=_ConflictLabels) for line in lines(path)]
    kept = [label for label in labels if held_out(label.doc)]
    texts = _texts(corpora, {label.corpus for label in kept})
    return [
        Marked(
            id=label.doc,
            text=text.text,
            title=text.title,
            published=text.published,
            publisher=text.publisher,
            attributions=label.attributions,
        )
        for label in kept
        for text in [texts[label.corpus, label.doc]]
    ]


def read_events(corpora: Path) -> list[Marked]:
    """Read the sentences with labelled events that are held out, each as a document.

    A third, by the document; a sentence that stands in a document of the other two thirds as
    well, word for word, is left out.
    """
    return [_alone(sentence) for sentence in _held_out_events(corpora)]


def read_events_in_context(corpora: Path) -> list[Marked]:
    """Read the same sentences, each with what stands around it, which counts for nothing."""
    return [_in_context(sentence) for sentence in _held_out_events(corpora)]


def read_relations(corpora: Path) -> list[Marked]:
    """Read the sentences with labelled relations that are held out, each as a document.

    A third, by the sentence's text, because some stand in several documents; each once.
    """
    seen = {s.text: s for s in _sentences(corpora, "relations") if held_out(s.text)}
    return [_alone(sentence) for sentence in seen.values()]


LABELLED: Mapping[str, Callable[[Path], list[Marked]]] = {
    "conflict.held_out": read_conflict,
    "events.held_out": read_events,
    "events.in_context": read_events_in_context,
    "relations.held_out": read_relations,
}


def read_data(name: str, corpora: Path) -> list[Marked]:
    """Read a set by the name that floors.toml gives it."""
    if name in LABELLED:
        return LABELLED[name](corpora)
    return read_marked(corpora / f"{name}.jsonl.gz")


def _held_out_events(corpora: Path) -> list[_Sentence]:
    sentences = list(_sentences(corpora, "events"))
    trained = {s.text for s in sentences if not held_out(s.labels.doc)}
    kept = {s.text: s for s in sentences if s.text not in trained}
    return list(kept.values())


def _sentences(corpora: Path, kind: str) -> Iterator[_Sentence]:
    path = corpora / f"labels/{kind}.jsonl.gz"
    labels = [msgspec.json.decode(line, type=_SentenceLabels) for line in lines(path)]
    texts = _texts(corpora, {label.corpus for label in labels})
    for label in labels:
        yield _Sentence(label, texts[label.corpus, label.doc])


def _texts(corpora: Path, names: Iterable[str]) -> dict[tuple[str, str], _Text]:
    decoder = msgspec.json.Decoder(_Text)
    return {
        (name, text.id): text
        for name in sorted(names)
        for text in map(decoder.decode, lines(corpora / f"{name}.jsonl.gz"))
    }


def _alone(sentence: _Sentence) -> Marked:
    return _passage(sentence, sentence.labels.start, sentence.labels.end)


def _in_context(sentence: _Sentence) -> Marked:
    text, label = sentence.document.text, sentence.labels
    first, last = max(0, label.start - CONTEXT), label.end + CONTEXT
    while 0 < first < label.start and not text[first - 1].isspace():
        first += 1
    while label.end < last < len(text) and not text[last].isspace():
        last -= 1
    return _passage(sentence, first, min(last, len(text)))


def _passage(sentence: _Sentence, first: int, last: int) -> Marked:
    """Cut a passage with a labelled sentence in it out of its document."""
    label, document = sentence.labels, sentence.document

    def moved(span: Span) -> Span:
        return span[0] - first, span[1] - first

    def all_moved(spans: Spans | None) -> Spans | None:
        return None if spans is None else tuple(map(moved, spans))

    return Marked(
        id=f"{label.doc}:{label.start}",
        text=document.text[first:last],
        title=document.title,
        published=document.published,
        publisher=document.publisher,
        gold_sentences=(moved((label.start, label.end)),),
        events=tuple(
            msgspec.structs.replace(
                event,
                trigger=event.span and moved(event.span),
                actor=all_moved(event.actor),
                recipient=all_moved(event.recipient),
                place=event.place and moved(event.place),
                time=moved(event.time) if isinstance(event.time, tuple) else None,
            )
            for event in label.events
        ),
        relations=tuple(
            msgspec.structs.replace(
                relation, source=moved(relation.source), target=moved(relation.target)
            )
            for relation in label.relations
        ),
    )
