from collections.abc import Iterator
from pathlib import Path

from benchmarks.gold import Marked
from benchmarks.labels import read_conflict, read_events, read_events_in_context, read_relations
from sayso.records.text import Span
from training.split import held_out


def test_conflict_labels_get_their_texts(shared: Path) -> None:
    documents = read_conflict(shared / "corpora")
    assert documents
    assert all(held_out(document.id) and document.text for document in documents)
    spans = [
        (span, document.text)
        for document in documents
        for attribution in document.attributions
        for span in attribution.content
    ]
    assert all(0 <= start < end <= len(text) for (start, end), text in spans)


def test_labelled_events_stand_in_their_sentence(shared: Path) -> None:
    documents = read_events(shared / "corpora")
    assert all(held_out(document.id.rpartition(":")[0]) for document in documents)
    assert len({document.text for document in documents}) == len(documents)
    for document in documents:
        assert document.gold_sentences == ((0, len(document.text)),)
        for start, end in event_spans(document):
            assert 0 <= start < end <= len(document.text)
    words = " ".join(
        document.text[slice(*event.span)]
        for document in documents
        for event in document.events
        if event.span and event.type == "ASSAULT"
    )
    assert "killing" in words
    assert "attack" in words


def test_context_changes_nothing_that_is_asked(shared: Path) -> None:
    alone = read_events(shared / "corpora")
    in_context = read_events_in_context(shared / "corpora")
    assert [document.id for document in alone] == [document.id for document in in_context]
    for one, other in zip(alone, in_context, strict=True):
        (sentence,) = other.gold_sentences or ()
        assert other.text[slice(*sentence)] == one.text
        assert [one.text[slice(*span)] for span in event_spans(one)] == [
            other.text[slice(*span)] for span in event_spans(other)
        ]
    assert max(len(document.text) for document in in_context) > 1200


def test_labelled_relations_are_split_by_their_text(shared: Path) -> None:
    documents = read_relations(shared / "corpora")
    assert all(held_out(document.text) for document in documents)
    assert len({document.text for document in documents}) == len(documents)
    for document in documents:
        for relation in document.relations:
            for start, end in (relation.source, relation.target):
                assert 0 <= start < end <= len(document.text)


def event_spans(document: Marked) -> Iterator[Span]:
    for event in document.events:
        for span in (event.span, document.place_of(event), document.time_of(event)):
            if span is not None:
                yield span
        yield from event.actor or ()
        yield from event.recipient or ()
