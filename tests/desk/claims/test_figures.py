import pytest

from sayso.desk.claims.figures import Figure, agree, figures
from sayso.desk.claims.frames import frames
from sayso.desk.claims.words import tokens

ENDLESS = float("inf")


def counted(text: str) -> list[tuple[str, float, float]]:
    words = tuple(tokens(text, 0, len(text)))
    return [(each.of, each.least, each.most) for each in figures(text, words, frames(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven of his men died", [("killed", 7, 7)]),
        ("she signed for seven bodies", [("killed", 7, 7)]),
        ("twenty-six people were killed", [("killed", 26, 26)]),
        ("at least 12 were wounded", [("harmed", 12, ENDLESS)]),
        ("some 60,000 marched", [("crowd", 54_000, 66_000)]),
        ("he passed two million dollars on", [("money", 2_000_000, 2_000_000)]),
        ("thirty-one teachers were detained", [("detained", 31, 31)]),
        ("no one was injured", [("harmed", 0, 0)]),
        ("there were no casualties", [("harmed", 0, 0)]),
        ("not one naira went to them", [("money", 0, 0)]),
        ("four hundred containers of rice are stuck", [("contain", 400, 400)]),
        ("nine thousand, no more", [("", 9_000, 9_000)]),
        ("two of the six missing drivers had been found alive", [("found alive", 2, 2)]),
        ("three out of nine were wounded", [("harmed", 3, 3)]),
        ("six of its drivers were missing", [("missing", 6, 6)]),
        ("two hundred and twelve got out", [("", 212, 212)]),
        ("a hundred and seven barrels were lost", [("barrel", 107, 107)]),
        ("nine children lie in the ward", [("", 9, 9)]),
        ("a youth of nineteen was detained", []),
        ("in 2019 he had one son", []),
        ("it lasted three hours", []),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[str, float, float]]) -> None:
    assert counted(text) == expected


def test_bounds_agree_with_what_they_hold() -> None:
    twelve, more = (
        Figure(of="killed", least=12, most=12),
        Figure(of="killed", least=10, most=ENDLESS),
    )
    assert agree(twelve, more)
    assert not agree(twelve, Figure(of="killed", least=11, most=11))
