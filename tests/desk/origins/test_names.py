from sayso.desk.origins.names import names
from tests.desk.claims.told import told


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
