import pytest

from sayso.desk.origins.names import names, parts, spelled_alike, stands_for
from tests.desk.claims.told import told


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


def test_a_short_name_means_the_long_one_of_a_document_nearby() -> None:
    found = names(
        [
            told("a", "The Lake Chad Vanguard left Dikwa with Hauwa Modu.", publisher="Wire"),
            told("b", "Men of the Vanguard were seen with Hauwa Modu again.", publisher="Post"),
        ]
    )
    assert found.bearer("a", "Lake Chad Vanguard") == found.bearer("b", "Vanguard")
    assert found.bearer("b", "Vanguard") in found.bodies


def test_a_short_name_that_may_be_two_stays_alone() -> None:
    found = names(
        [
            told("a", "The Lake Vanguard met the Delta Vanguard and Hauwa Modu.", publisher="Wire"),
            told("b", "Men of the Vanguard were seen with Hauwa Modu again.", publisher="Post"),
        ]
    )
    assert found.bearer("b", "Vanguard") == "vanguard"


def test_a_bodys_bare_noun_is_the_only_such_body_of_the_desk() -> None:
    fleet = told("a", "The Delta Navy sank a skiff off Kochi.", publisher="Wire")
    bare = told("b", "[1s The Navy] [1c said] [1t it had sunk a skiff].", publisher="Post")
    other = told("c", "The Lagoon Navy left Vlore.", publisher="Ledger")
    assert names([fleet, bare]).bearer("b", "Navy") == "delta navy"
    assert names([fleet, bare, other]).bearer("b", "Navy") == "navy"
