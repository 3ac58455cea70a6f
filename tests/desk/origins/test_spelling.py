import pytest

from sayso.desk.origins.spelling import parts, spelled_alike, stands_for


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Yusuf al-Rahbi", "Youssef er-Rahbi", True),
        ("Davit Tsulaia", "David Tsulaya", True),
        ("Temir Asanbaev", "Timur Asanbayev", True),
        ("Vasil Dragoti", "Vassil Dragoti", True),
        ("Ali Hassan", "Ola Hussein", False),
        ("Amber Front", "Ember Frond", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, *, same: bool) -> None:
    assert spelled_alike(parts(one), parts(other)) is same


@pytest.mark.parametrize(
    ("short", "long", "stands"),
    [
        ("Guard", "Niger Bend Guard", True),
        ("Black Herons", "Black Heron Brigade", True),
        ("Alhaji Abatcha", "Alhaji Gana Abatcha", True),
        ("Bend", "Niger Bend Guard", False),
        ("Niger Bend Guard", "Niger Bend Guard", False),
    ],
)
def test_what_a_short_name_stands_for(short: str, long: str, *, stands: bool) -> None:
    assert stands_for(parts(short), parts(long)) is stands
