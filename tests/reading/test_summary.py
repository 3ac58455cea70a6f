from sayso.reading.summary import summary
from sayso.records.reading import Attribution, Framing, Sentence, Statement
from sayso.records.text import Spans
from sayso.records.vocabulary import SourceKind

TEXT = "The general spoke. A general spoke. General Omar Tal. Officials. officials"


def attribution(
    source: str | None, kind: SourceKind, *, named: bool = False, entity: str | None = None
) -> Attribution:
    spans: Spans = ()
    if source is not None:
        spans = ((TEXT.index(source), TEXT.index(source) + len(source)),)
    return Attribution(
        id="a",
        source=spans,
        cue=(),
        content=(),
        source_kind=kind,
        named=named,
        background=False,
        confidence=1.0,
        source_entity=entity,
    )


def test_sources_are_counted_once_by_entity_or_wording() -> None:
    counts = summary(
        text=TEXT,
        sentences=(),
        attributions=(
            attribution("The general", "named_person", named=True, entity="Omar Tal"),
            attribution("General Omar Tal", "named_person", named=True, entity="Omar Tal"),
            attribution("Officials", "unnamed_group"),
            attribution("officials", "unnamed_group"),
            attribution("A general", "unnamed_person"),
            attribution(None, "unspecified"),
        ),
    )
    assert counts.sources["named_person"] == 1
    assert counts.sources["unnamed_group"] == 1
    assert counts.sources["unnamed_person"] == 1
    assert counts.sources["unspecified"] == 0
    assert counts.named_sources == 1


def test_sentences_statements_and_framing() -> None:
    counts = summary(
        text=TEXT,
        sentences=(
            Sentence(start=0, end=18, voice="own"),
            Sentence(start=19, end=35, voice="own"),
            Sentence(start=36, end=53, voice="mixed"),
        ),
        attributions=(),
        statements=(
            Statement(
                id="s0",
                kind="plain",
                content=(0, 17),
                voice="own",
                factuality="CT+",
                confidence=1.0,
            ),
        ),
        framing=(
            Framing(start=0, end=3, technique="Loaded Language", voice="own", confidence=0.5),
            Framing(
                start=4, end=9, technique="Loaded Language", voice="attributed", confidence=0.5
            ),
        ),
    )
    assert counts.sentences == {"own": 2, "attributed": 0, "mixed": 1, "none": 0}
    assert counts.statements == 1
    assert counts.framing_own_voice == 1


def test_nothing_found_is_all_zero() -> None:
    counts = summary(text="", sentences=(), attributions=())
    assert set(counts.sentences.values()) == {0}
    assert set(counts.sources.values()) == {0}
    assert (counts.named_sources, counts.statements, counts.framing_own_voice) == (0, 0, 0)
