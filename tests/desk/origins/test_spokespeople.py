import pytest

from sayso.desk.origins.names import names
from sayso.desk.origins.outlets import outlets
from sayso.desk.origins.spokespeople import spoken_for
from tests.desk.claims.told import told


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Col. Amin Noor of the Dune Guard left Gao.", "dune guard"),
        ("Amin Noor, who heads the Dune Guard, left Gao.", "dune guard"),
        ("The Dune Guard's spokesman, Amin Noor, left Gao.", "dune guard"),
        ("Amin Noor, the Dune Guard's spokesman, left Gao.", "dune guard"),
        ("The head of the Dune Guard, Amin Noor, left Gao.", "dune guard"),
        ("The Dune Guard left Gao. Its secretary, Amin Noor, stayed.", "dune guard"),
        ("The Dune Guard left the Salt Front, its chief, Amin Noor, said.", "dune guard"),
        (
            "The Dune Guard left Gao. Its chief, who goes by the name Amin Noor, stayed.",
            "dune guard",
        ),
        (
            "The Salt Front's truck sank, the Dune Guard said. Its chief, Amin Noor, saw it.",
            "dune guard",
        ),
        ("The Dune Guard left Gao. It rained. Its director, Amin Noor, stayed.", None),
        ("Amin Noor met the Dune Guard in Gao.", None),
    ],
)
def test_whom_a_person_speaks_for(text: str, body: str | None) -> None:
    desk = [told("a", text, publisher="Coast News")]
    known = names(desk)
    assert spoken_for(desk, known, outlets(desk, known)).get("amin noor") == body
