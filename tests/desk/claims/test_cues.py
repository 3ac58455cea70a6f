import pytest

from sayso.desk.claims.cues import is_accusation, is_denial, is_silence
from tests.build import analysis


@pytest.mark.parametrize(
    ("marked", "does"),
    [
        ("[1s The Board] [1c denied] [1t that any ferry was hit].", "denies"),
        ("[1s The Board] [1c has accused] [1t the Front of hitting it].", "accuses"),
        ("[1s No group] [1c has said] [1t that it did it].", "is silent"),
        ("[1s The Board] [1c would not say] [1t who had come].", "is silent"),
        ("[1s The Board] [1c said] [1t that the ferry was hit].", ""),
    ],
)
def test_what_a_cue_does(marked: str, does: str) -> None:
    made = analysis(marked)
    ((item,), text) = made.attributions or (), made.text
    found = {
        "denies": is_denial(text, item),
        "accuses": is_accusation(text, item),
        "is silent": is_silence(text, item),
    }
    assert [name for name, so in found.items() if so] == ([does] if does else [])


def test_the_outlet_neither_denies_nor_accuses() -> None:
    assert not is_denial("The ferry sank.", None)
    assert not is_accusation("The ferry sank.", None)
