import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.sentences import sentences
from sayso.reading.statements import OWN_CONFIDENCE, statements
from sayso.reading.voice import voices
from sayso.records.reading import Attribution, Statement
from sayso.records.text import Spans


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


def read(text: str, *items: Attribution) -> list[tuple[str, str, str]]:
    made = stated(text, *items)
    return [(item.voice, item.factuality, text[slice(*item.content)]) for item in made]


def stated(text: str, *items: Attribution) -> tuple[Statement, ...]:
    return statements(text, voices(text, sentences(text), items), items)


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


FACTUALITY = [
    ("said", "the bridge was closed", "CT+"),
    ("said", "the bridge was not closed", "CT-"),
    ("said", "the bridge might be closed", "PS+"),
    ("said", "the bridge was probably closed", "PR+"),
    ("said", "the bridge might not hold", "PS-"),
    ("denied", "it had closed the bridge", "CT-"),
    ("believes", "the bridge is closed", "PR+"),
    ("fears", "the bridge is closed", "PS+"),
    ("doubts", "the bridge is closed", "PR-"),
    ("called for", "the bridge to be closed", "Uu"),
    ("calls", "the bridge a trap", "CT+"),
    ("asked", "whether the bridge was closed", "Uu"),
    ("said", "if the bridge closed they would leave", "Uu"),
    ("said", "the bridge, which may fall, was closed", "CT+"),
    ("said", "it isn’t closed", "CT-"),
]


@pytest.mark.parametrize(("cue", "content", "expected"), FACTUALITY)
def test_factuality_by_cue_and_main_clause(cue: str, content: str, expected: str) -> None:
    text = f"The mayor {cue} {content}."
    item = attribution(text, source="The mayor", cue=cue, content=(content,))
    assert [level for _, level, _ in read(text, item)] == [expected]


def test_a_cue_without_words() -> None:
    text = "The mayor: the bridge was closed."
    item = attribution(text, source="The mayor", cue=":", content=("the bridge was closed",))
    assert read(text, item) == [("attributed", "CT+", "the bridge was closed")]


def test_a_question_leaves_it_open() -> None:
    assert read("Who closed the bridge?") == [("own", "Uu", "Who closed the bridge?")]


@given(st.text(alphabet=st.sampled_from("abc .,?\"'“”\nNot")))
def test_statements_lie_inside_the_text_and_have_words(text: str) -> None:
    for item in stated(text):
        start, end = item.content
        assert 0 <= start < end <= len(text)
        assert any(sign.isalnum() for sign in text[start:end])
