"""One name for all forms of a word."""

import pytest

from sayso.desk.happenings.forms import form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fell", "fallen"), ("deaths", "died"), ("shot", "shooting"), ("seized", "seizure"),
        ("evacuated", "evacuates"), ("explosions", "exploded"), ("said", "says"),
    ],
)  # fmt: skip
def test_forms_of_one_word(one: str, other: str) -> None:
    assert form(one) == form(other)


@pytest.mark.parametrize(("one", "other"), [("fell", "felt"), ("found", "fought"), ("rain", "run")])
def test_other_words(one: str, other: str) -> None:
    assert form(one) != form(other)
