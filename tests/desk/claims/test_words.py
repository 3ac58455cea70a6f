import pytest

from sayso.desk.claims.words import folded, stem, tokens, weighty


@pytest.mark.parametrize(
    "forms",
    [
        ("patrol", "patrols", "patrolled", "patrolling"),
        ("detain", "detained", "detains"),
        ("blocked", "blocking", "blocks"),
        ("engines", "engine"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_words_are_folded_and_keep_their_place() -> None:
    text = "The Café’s 60,000 guests"
    assert [(t.word, text[t.start : t.end]) for t in tokens(text, 0, len(text))] == [
        ("the", "The"),
        ("cafe", "Café’s"),
        ("60 000", "60,000"),
        ("guests", "guests"),
    ]
    assert folded("Sévaré's") == "severe".replace("severe", "sevare")
    assert weighty("engine")
    assert not weighty("said")
