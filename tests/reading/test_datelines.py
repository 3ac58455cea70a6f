import pytest

from sayso.reading.datelines import begins, datelines

WRITTEN = [
    ("AL-QAIM, Iraq (Levant Wire) — An armed faction came.", "AL-QAIM", "An armed faction came."),
    ("BARDHERE, Somalia (Horn Wire) - Gunmen came.", "BARDHERE", "Gunmen came."),
    ("BAGHDAD -- Rebels came.", "BAGHDAD", "Rebels came."),
    ("PORT SUDAN, Sudan — Ships came.", "PORT SUDAN", "Ships came."),
]
OTHER = [
    "Baghdad — a city on the Tigris — was quiet.",
    "Rebels took AL-QAIM — and left.",
    "NATO said no.",
    "",
]


@pytest.mark.parametrize(("text", "town", "told"), WRITTEN)
def test_what_stands_before_a_dispatch_tells_nothing(text: str, town: str, told: str) -> None:
    (found,) = datelines(text)
    assert text[slice(*found.town)] == town
    assert text[begins(text, 0) :] == told


@pytest.mark.parametrize("text", OTHER)
def test_other_words_in_capitals_and_dashes_are_told(text: str) -> None:
    assert datelines(text) == ()
    assert begins(text, 0) == 0


def test_each_paragraph_may_have_one() -> None:
    text = "Blast in port\n\nPORT SUDAN (Red Sea Desk) — Ships came.\n\nThey left."
    assert [text[slice(*each.town)] for each in datelines(text)] == ["PORT SUDAN"]
    assert begins(text, text.index("They")) == text.index("They")
