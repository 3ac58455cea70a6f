import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.sourcing.phrase import parse

HEADS = [
    ("a spokesman for the northern command", "spokesman"),
    ("two senior army officers", "officers"),
    ("the report released on Friday by the ministry", "report"),
    ("Western and regional sources", "sources"),
    ("defence and interior ministry officials", "officials"),
    ("a lot of readers", "readers"),
    ("46 of the 50 districts", "districts"),
    ("voters polled in May", "voters"),
    ("a source close to the talks", "source"),
    ("the 46-year-old", "46-year-old"),
    ("the president himself", "president"),
]


@pytest.mark.parametrize(("words", "head"), HEADS)
def test_the_head_is_the_last_noun_before_a_complement(words: str, head: str) -> None:
    assert parse(words).head == head


NAMES = [
    ("army spokesman Omar Tal", "Omar Tal"),
    ("Defence Minister Awa Deme", "Awa Deme"),
    ("Mali's Awa Deme", "Awa Deme"),
    ("Awa Deme, who took over in May", "Awa Deme"),
    ("the Food and Drug Administration", "Food and Drug Administration"),
    ("the U.S.", "U.S."),
    ("armed officers", ""),
]


@pytest.mark.parametrize(("words", "name"), NAMES)
def test_the_name_that_ends_the_core(words: str, name: str) -> None:
    assert parse(words).name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a local doctor from Gao, Zahid Rawi", "Zahid Rawi"),
        ("Deputy Secretary of State Anna Bel", "Anna Bel"),
        ("a spokesman for Senator Anna Bel", ""),
    ],
)
def test_a_name_set_off_behind(words: str, name: str) -> None:
    assert parse(words).apposition == name


def test_pronouns_determiners_and_quantity() -> None:
    assert parse("He").pronoun == "he"
    assert parse("some in the capital").pronoun == "some"
    assert parse("one resident").indefinite
    assert parse("their projections").possessive
    assert parse("the release").definite
    assert parse("three people").quantified
    assert not parse("a 15-year veteran").quantified
    assert parse("").core == ()


@given(st.text())
def test_any_words_can_be_parsed(words: str) -> None:
    assert parse(words).core == tuple(parse(words).core)
