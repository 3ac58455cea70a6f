from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.summary import summary
from sayso.records.reading import Entity
from sayso.records.vocabulary import SourceKind
from sayso.report.headline import (
    Headline,
    details,
    headline,
    own_phrase,
    sources_phrase,
    voice_phrase,
)
from sayso.report.sources import sources
from tests.build import analysis


def figures(**counts: int) -> Headline:
    names = Headline.__struct_fields__
    return Headline(**(dict.fromkeys(names, 0) | counts))


@pytest.mark.parametrize(
    ("counts", "phrase"),
    [
        ({}, "no sources"),
        ({"sources": 1}, "1 source, not named"),
        ({"sources": 1, "named": 1}, "1 source, named"),
        ({"sources": 9}, "9 sources, none named"),
        ({"sources": 9, "named": 2}, "9 sources, 2 named but no person"),
        ({"sources": 9, "named": 2, "persons": 1}, "9 sources, 2 named"),
        ({"sources": 9, "named": 9, "persons": 9}, "9 sources, all named"),
    ],
)
def test_sources_phrase(counts: dict[str, int], phrase: str) -> None:
    assert sources_phrase(figures(**counts)) == phrase


@pytest.mark.parametrize(
    ("counts", "phrase"),
    [
        ({}, "no sentences"),
        ({"own": 1, "sentences": 1}, "1 of 1 sentence in the outlet's own voice"),
        ({"own": 31, "sentences": 44}, "31 of 44 sentences in the outlet's own voice"),
    ],
)
def test_voice_phrase(counts: dict[str, int], phrase: str) -> None:
    assert voice_phrase(figures(**counts)) == phrase


def test_details() -> None:
    assert details(figures()) == ()
    assert details(figures(background=1, unsourced=2)) == (
        "1 source on background",
        "2 attributions with no source given",
    )


@pytest.mark.parametrize(
    ("counts", "phrase"),
    [
        ({}, ""),
        ({"events": 3, "own_events": 1}, "in the outlet's own voice: 1 of 3 events"),
        ({"ties": 1}, "in the outlet's own voice: 0 of 1 tie"),
        (
            {"events": 3, "own_events": 3, "ties": 2, "own_ties": 1, "own_wordings": 1},
            "in the outlet's own voice: 3 of 3 events, 1 of 2 ties, 1 loaded wording",
        ),
    ],
)
def test_own_phrase(counts: dict[str, int], phrase: str) -> None:
    assert own_phrase(figures(**counts)) == phrase


def test_figures_of_an_article() -> None:
    article = analysis(
        "Title\n\nFlat. [1s A] [1c said] [1t so]. [2s B] [2c said] [2t no]. "
        "It is [3c feared] [3t that it falls]. Long and flat it went on, [4s A] [4c said].",
        facts={1: {"named": True}, 2: {"background": True}},
    )
    found = headline(article, sources(article))
    assert found == Headline(
        sources=2,
        named=1,
        persons=0,
        background=1,
        unsourced=1,
        sentences=5,
        own=1,
        mixed=1,
        attributed=3,
        events=0,
        own_events=0,
        ties=0,
        own_ties=0,
        own_wordings=0,
    )


WORDING = st.sampled_from(["Tal", "Omar Tal", "the officials", "Officials,", "“”", "He"])
ENTITY = st.sampled_from([None, "e1", "e2", "Tal", "Omar Tal", "officials", " "])
SAID = st.tuples(WORDING, ENTITY, st.sampled_from(get_args(SourceKind)), st.booleans())


@given(st.lists(SAID, max_size=6))
def test_the_report_counts_what_the_summary_counts(
    said: list[tuple[str, str | None, SourceKind, bool]],
) -> None:
    entities = tuple(
        Entity(id=id_, type="Person", name=name, names=("Tal", name), mentions=())
        for id_, name in (("e1", "Omar Tal"), ("e2", "Idris Tal"))
    )
    article = analysis(
        " ".join(f"[{n}s {words}] [{n}c said] [{n}t so]." for n, (words, *_) in enumerate(said)),
        facts={
            n: {"source_entity": entity, "source_kind": kind, "named": named}
            for n, (_, entity, kind, named) in enumerate(said)
        },
        entities=entities,
    )
    assert isinstance(article.attributions, tuple)
    assert isinstance(article.sentences, tuple)
    counts = summary(
        text=article.text,
        sentences=article.sentences,
        attributions=article.attributions,
        entities=entities,
    )
    shown = headline(article, sources(article))
    assert (shown.sources, shown.named) == (sum(counts.sources.values()), counts.named_sources)
