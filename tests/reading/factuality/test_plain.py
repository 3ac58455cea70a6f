import pytest

from sayso.reading.factuality.plain import Plain, plain, plainly
from sayso.records.vocabulary import Factuality


@pytest.mark.parametrize(
    ("clause", "level", "negated"),
    [
        ("the bridge was closed", "CT+", False),
        ("the bridge was not closed", "CT+", True),
        ("it isn’t closed", "CT+", True),
        ("nobody was hurt", "CT+", True),
        ("the bridge might be closed", "PS+", False),
        ("the bridge might not hold", "PS+", True),
        ("the bridge was probably closed", "PR+", False),
        ("if the bridge closed they would leave", "Uu", False),
        ("who closed the bridge?", "Uu", False),
        ("the bridge, which may fall, was closed", "CT+", False),
    ],
)
def test_the_words_of_the_main_clause(clause: str, level: str, negated: bool) -> None:  # noqa: FBT001
    found = plain(clause, (0, len(clause)))
    assert (found.level, found.negated) == (level, negated)


def test_what_they_govern_stands_behind_the_last_of_them() -> None:
    clause = "the bridge might not hold"
    assert clause[plain(clause, (0, len(clause))).end :] == " hold"


@pytest.mark.parametrize(
    ("found", "said", "expected"),
    [
        (Plain("CT+", negated=True, end=0), "PR+", "CT-"),
        (Plain("CT+", negated=True, end=0), "PS-", "PS-"),
        (Plain("PS+", negated=True, end=0), "CT+", "PS-"),
        (Plain("PS+", negated=False, end=0), "CT+", "PS+"),
        (Plain("CT+", negated=False, end=0), "CT-", "CT-"),
        (Plain("Uu", negated=False, end=0), "CT+", "Uu"),
    ],
)
def test_no_surer_than_the_words(found: Plain, said: Factuality, expected: Factuality) -> None:
    assert plainly(found, said) == expected
