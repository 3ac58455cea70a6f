import pytest

from sayso.desk.origins.plainly import plainly
from tests.desk.claims.told import told

CLOSED = "The bridge at Gao was closed on Friday"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{CLOSED}, people close to the council say, though not by whom.", "people close to"),
        (f"{CLOSED}, as a weekly, Dunes and Docks, has pointed out.", "a weekly, Dunes and Docks,"),
        (f"{CLOSED}, customs officers in Mopti have heard.", "customs officers in Mopti"),
        (f"{CLOSED}, according to the director, Ana Bel.", "the director, Ana Bel"),
        ("According to the Coast Herald, the bridge was closed on Friday.", "the Coast Herald"),
        ("In May, says the Coast Herald, a clerk had closed the bridge.", "the Coast Herald"),
        ("A nurse in Gao, not named here, gives a toll of nine dead.", "A nurse in Gao"),
        ("E-mails leaked to the Coast Herald show that the bridge was closed.", "E-mails leaked"),
        (
            f"{CLOSED}. So much can be read from the log of the port, which was shown to us.",
            "the log of the port",
        ),
        (f"{CLOSED}.", None),
        (f"{CLOSED}, and a second closure has been announced.", None),
        (f"{CLOSED}. The report has eleven pages.", None),
        ("When soldiers came over the bridge, villagers told the boys to run.", None),
        (f"{CLOSED}, an earlier report on this page said.", None),
        ("Passers-by who lost a boat may give the number of it to the harbour.", None),
    ],
)
def test_whom_a_sentence_names(text: str, source: str | None) -> None:
    given = told("a", text, publisher="Coast News")
    found = plainly(given, 0)
    said = found and given.text[slice(*found.source[0])]
    assert said is None if source is None else (said or "").startswith(source)
