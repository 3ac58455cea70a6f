import pytest

from sayso.desk.origins.source_words import is_relative, label, paper_of, walks_of


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("The clinic has", "The clinic"),
        ("A nurse, who gave no name,", "A nurse"),
        ("a  nurse", "a nurse"),
    ],
)
def test_what_a_source_is_called(said: str, called: str) -> None:
    assert label(said) == called


@pytest.mark.parametrize(
    ("said", "relative"),
    [("who", True), ("whose brother", True), ("who it was", False), ("", False)],
)
def test_what_points_back(said: str, *, relative: bool) -> None:
    assert is_relative(said) is relative


def test_a_description_tells_a_walk_of_life_and_a_paper() -> None:
    assert walks_of("two nurses at the post") == {"medical"}
    assert paper_of("a leaked decree of the Board") == "decree"
    assert paper_of("a nurse") is None
