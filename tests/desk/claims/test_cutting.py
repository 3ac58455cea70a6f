import pytest

from sayso.desk.claims.cutting import cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seven men died and five were wounded", ["seven men died", "five were wounded"]),
        ("they burned a house and a barn", ["they burned a house and a barn"]),
        ("the road was shut, but the ferry ran", ["the road was shut", "the ferry ran"]),
        ("ADEN (Coast News) — The ferry sank.", ["The ferry sank"]),
        ("that the ferry sank, while", ["the ferry sank"]),
        ("two hundred and twelve men were freed", ["two hundred and twelve men were freed"]),
        ("ferry", []),
    ],
)
def test_where_a_stretch_is_cut(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in cut(text, 0, len(text))] == expected


def test_a_stretch_that_begins_in_a_dateline_begins_behind_it() -> None:
    text = "ADEN (Coast News) — The ferry sank."
    (found,) = cut(text, text.index("Coast"), len(text))
    assert text[slice(*found)] == "The ferry sank"
