import pytest

from sayso.reading.factuality.cues import level, under
from sayso.records.reading import Attribution
from sayso.records.vocabulary import Factuality


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "CT+"),
        ("believes", "PR+"),
        ("fears", "PS+"),
        ("denied", "CT-"),
        ("doubts", "PR-"),
        ("called for", "Uu"),
        ("calls", "CT+"),
        (":", "CT+"),
    ],
)
def test_the_first_word_that_tells(cue: str, expected: str) -> None:
    text = f"The mayor {cue} it."
    said = Attribution(
        id="a0", source=(), cue=((10, 10 + len(cue)),), content=(), source_kind="unspecified",
        named=False, background=False, confidence=0.9,
    )  # fmt: skip
    assert level(text, said) == expected


@pytest.mark.parametrize(
    ("cue", "said", "expected"),
    [
        ("CT+", "CT+", "CT+"),
        ("PR+", "CT+", "PR+"),
        ("CT+", "PS+", "PS+"),
        ("PR+", "CT-", "PR-"),
        ("CT-", "CT+", "CT-"),
        ("CT-", "CT-", "CT-"),
        ("Uu", "CT+", "Uu"),
        ("Uu", "PS+", "PS+"),
        ("CT+", "Uu", "Uu"),
        ("PS+", "PR-", "PS-"),
    ],
)
def test_no_surer_than_the_cue(cue: Factuality, said: Factuality, expected: Factuality) -> None:
    assert under(cue, said) == expected
