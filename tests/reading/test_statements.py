from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.sentences import sentences
from sayso.reading.statements import OWN_CONFIDENCE, statements
from sayso.reading.voice import voices
from sayso.records.reading import Attribution, Event, Relation, Statement
from sayso.records.text import Spans
from tests.reading.marking import SURE, blank, piece


def find(text: str, *pieces: str) -> Spans:
    return tuple((text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


def attribution(text: str, *, source: str, cue: str, content: tuple[str, ...]) -> Attribution:
    return Attribution(
        id="a0",
        source=find(text, source),
        cue=find(text, cue),
        content=find(text, *content),
        source_kind="unspecified",
        named=False,
        background=False,
        confidence=0.7,
    )


def read(text: str, *items: Attribution, **degrees: float) -> list[tuple[str, str, str]]:
    """Read a text in which these words are predicates, so factual."""
    made = stated(text, *items, **degrees)
    return [(item.voice, item.factuality, text[slice(*item.content)]) for item in made]


def stated(text: str, *items: Attribution, **degrees: float) -> tuple[Statement, ...]:
    marks = blank(text)
    for word, degree in degrees.items():
        marks.predicates[piece(text, word)] = SURE, degree
    split = voices(text, sentences(text), items)
    return statements(text, marks=marks, sentences=split, attributions=items)


def test_one_statement_for_each_piece_of_content_in_each_sentence() -> None:
    text = "“We left at noon,” the mayor said, “and took the wounded. Nobody was hurt.”"
    item = attribution(
        text,
        source="the mayor",
        cue="said",
        content=("“We left at noon,”", "“and took the wounded. Nobody was hurt.”"),
    )
    assert read(text, item) == [
        ("attributed", "CT+", "We left at noon"),
        ("attributed", "CT+", "took the wounded"),
        ("attributed", "CT-", "Nobody was hurt"),
    ]


def test_own_voice_states_whole_sentences_and_the_clauses_of_mixed_ones() -> None:
    text = (
        "Gunmen burned it all.\n\nThe militia attacked three outposts and claimed it lost nobody."
    )
    item = attribution(text, source="The militia", cue="claimed", content=("it lost nobody",))
    assert read(text, item) == [
        ("own", "CT+", "Gunmen burned it all"),
        ("own", "CT+", "attacked three outposts"),
        ("attributed", "CT-", "it lost nobody"),
    ]


def test_headings_and_bare_words_state_nothing() -> None:
    text = "Blame in Mopti\nHe said so."
    item = attribution(text, source="He", cue="said", content=("so",))
    assert read(text, item) == []


def test_confidence_is_the_attributions_or_the_constant() -> None:
    text = "The army said it had left. It rained all day."
    item = attribution(text, source="The army", cue="said", content=("it had left",))
    made = stated(text, item)
    assert [one.confidence for one in made] == [0.7, OWN_CONFIDENCE]
    assert [one.attribution for one in made] == ["a0", None]
    assert [one.id for one in made] == ["s0", "s1"]


def test_a_clause_is_as_factual_as_its_first_predicate() -> None:
    text = "The mayor said the bridge was not closed."
    item = attribution(text, source="The mayor", cue="said", content=("the bridge was not closed",))
    assert read(text, item, closed=-3.0) == [("attributed", "CT-", "the bridge was not closed")]


def test_what_is_less_sure_than_its_clause_is_a_statement_too() -> None:
    text = "Guards planned to leave Mopti at noon."
    assert read(text, planned=3.0, leave=1.0) == [
        ("own", "CT+", "Guards planned to leave Mopti at noon"),
        ("own", "Uu", "leave Mopti at noon"),
    ]


def test_no_statement_is_surer_than_its_cue() -> None:
    text = "The mayor fears the bridge is closed."
    item = attribution(text, source="The mayor", cue="fears", content=("the bridge is closed",))
    assert read(text, item, closed=3.0) == [("attributed", "PS+", "the bridge is closed")]


def test_events_and_relations_are_statements() -> None:
    text = "Rebels shelled Mopti."
    event = Event(
        id="v0", type="ASSAULT", trigger=find(text, "shelled")[0], actor=find(text, "Rebels"),
        recipient=(), status="actual", factuality="CT+", confidence=0.8,
    )  # fmt: skip
    tie = Relation(
        id="r0", type="fights", source=find(text, "Rebels")[0], target=find(text, "Mopti")[0],
        evidence=(0, 20), factuality="CT+", confidence=0.6,
    )  # fmt: skip
    made = statements(
        text,
        marks=blank(text),
        sentences=voices(text, sentences(text), ()),
        attributions=(),
        events=(event,),
        relations=(tie,),
    )
    assert [(one.kind, one.ref, text[slice(*one.content)]) for one in made] == [
        ("event", "v0", "Rebels shelled"),
        ("plain", None, "Rebels shelled Mopti"),
        ("relation", "r0", "Rebels shelled Mopti"),
    ]


def test_a_reported_event_is_no_surer_than_its_cue() -> None:
    text = "Some suggest the rebels shelled Mopti."
    item = attribution(text, source="Some", cue="suggest", content=("the rebels shelled Mopti",))
    event = Event(
        id="v0", type="ASSAULT", trigger=find(text, "shelled")[0], actor=find(text, "the rebels"),
        recipient=(), status="actual", factuality="CT+", confidence=0.8, attribution="a0",
    )  # fmt: skip
    made = statements(
        text,
        marks=blank(text),
        sentences=voices(text, sentences(text), (item,)),
        attributions=(item,),
        events=(event,),
    )
    assert [(one.kind, one.factuality) for one in made if one.kind == "event"] == [("event", "PR+")]


def test_a_cue_without_words() -> None:
    text = "The mayor: the bridge was closed."
    item = attribution(text, source="The mayor", cue=":", content=("the bridge was closed",))
    assert read(text, item) == [("attributed", "CT+", "the bridge was closed")]


@given(st.text(alphabet=st.sampled_from("abc .,?\"'“”\nNot")))
def test_statements_lie_inside_the_text_and_have_words(text: str) -> None:
    for item in stated(text):
        start, end = item.content
        assert 0 <= start < end <= len(text)
        assert any(sign.isalnum() for sign in text[start:end])
