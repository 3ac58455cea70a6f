import pytest
from msgspec.structs import replace

from sayso.desk.origins.names import names
from sayso.desk.origins.outlets import outlets
from tests.desk.claims.told import told

BRIDGE = "The bridge at Gao was closed on Friday."
QUOTED = "[1s A boatman] [1c said] [1t the bridge at Gao was closed]."


@pytest.mark.parametrize(
    ("publisher", "title", "marked", "party"),
    [
        ("Sable Transport S.A.", "Press release: the bridge", BRIDGE, "sable transport sa"),
        ("Niger Bend Pilots", "Preliminary statement", BRIDGE, "niger bend pilots"),
        ("Dune Guard", "To our friends", BRIDGE, "dune guard"),
        ("Dune Guard Radio Hour", "Evening", f"The Dune Guard left. {BRIDGE}", "dune guard"),
        ("Gao Harbour Police", "To the public", QUOTED, "gao harbour police"),
        ("River Rights Project", "Note 7", QUOTED, None),
        ("River Rights Project", "Note 7", BRIDGE, "river rights project"),
        ("Sahel Shipping Letter", "Statement of intent expected", BRIDGE, None),
        ("Upriver News Service", "Bridge closed", BRIDGE, None),
        ("Gao Ce Matin", "Army statement says bridge is closed", BRIDGE, None),
    ],
)
def test_which_publisher_is_a_party(
    publisher: str, title: str, marked: str, party: str | None
) -> None:
    desk = [replace(told("a", marked, publisher=publisher), title=title)]
    assert outlets(desk, names(desk)).parties.get(publisher) == party


def test_an_outlets_kind_may_be_left_out() -> None:
    desk = [told("a", BRIDGE, publisher="Dunes and Docks blog")]
    assert outlets(desk, names(desk)).called("Dunes and Docks") == "Dunes and Docks blog"
