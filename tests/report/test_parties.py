import pytest

from sayso.report.parties import OUTLET, Parties, Says
from sayso.report.sources import sources
from tests.build import analysis
from tests.report.layers import layered

TEXT = "Omar Tal left. The tired general with the map left."
ARTICLE = layered(
    TEXT, entities={"e1": {"name": "Omar Tal", "said": ["Omar Tal", "The tired general"]}}
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Omar Tal", "Omar Tal"),
        ("The tired general", "Omar Tal"),
        ("The tired general with the map", "Omar Tal"),
        ("general", "general"),
        ("the map", "the map"),
        ("", "…"),
    ],
)
def test_a_side_is_an_entity_or_its_words(words: str, name: str) -> None:
    start = TEXT.index(words)
    assert Parties(ARTICLE).party((start, start + len(words))).name == name


def test_an_entity_that_the_record_names_comes_first() -> None:
    assert Parties(ARTICLE).party((0, 4), "e1").key == "entity e1"
    assert Parties(ARTICLE).party((9, 13), "gone").key == "words left"


def test_an_adjective_stands_for_its_state() -> None:
    text = "Iran denied it. Iranian arms came. Syrian guns too."
    article = layered(text, entities={"e1": {"name": "Iran", "said": ["Iran"]}})
    parties = Parties(article)
    assert parties.party((0, 4)).key == parties.party((16, 23)).key == "entity e1"
    assert parties.party((35, 41)).name == "Syria"


def test_words_of_either_case_are_one_side() -> None:
    parties = Parties(analysis("Rebels met rebels."))
    assert parties.party((0, 6)).key == parties.party((11, 17)).key


@pytest.mark.parametrize(
    ("attribution", "source"), [(None, None), ("a1", 1), ("a2", 0), ("gone", 0)]
)
def test_on_whose_say_so(attribution: str | None, source: int | None) -> None:
    article = analysis("[1s Tal] [1c said] [1t so]. It is [2c feared] [2t that it ends].")
    say = Says(sources(article)).say(attribution)
    assert say.source == source
    assert say.own == (say == OUTLET)
