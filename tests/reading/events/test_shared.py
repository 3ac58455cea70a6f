import pytest

from sayso.reading.events.shared import shared
from sayso.records.reading import Event
from sayso.records.text import Spans


def event(text: str, words: str, *, actor: str | None = None) -> Event:
    start = text.index(words)
    at = text.index(actor) if actor else 0
    spans: Spans = ((at, at + len(actor)),) if actor else ()
    return Event(
        id="", type="ASSAULT", trigger=(start, start + len(words)), actor=spans, recipient=(),
        status="actual", factuality="CT+", confidence=0.5,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first", "second", "doer"),
    [
        ("The army condemned the raid and conducted limited airstrikes.", "condemned", "airstrikes",
         "The army"),
        ("The army attacked at dawn and later arrested the mayor.", "attacked", "arrested",
         "The army"),
        ("The army condemned the raid, and airstrikes followed.", "condemned", "airstrikes", None),
        ("The army condemned the raids and airstrikes.", "condemned", "airstrikes", None),
        ("The army attacked, the governor said.", "attacked", "said", None),
    ],
)  # fmt: skip
def test_who_does_both(text: str, first: str, second: str, doer: str | None) -> None:
    before = event(text, first, actor="The army")
    found = shared(text, (0, len(text)), [before], event(text, second))
    assert [text[slice(*span)] for span in found.actor] == ([doer] if doer else [])


def test_own_doers_stay() -> None:
    text = "The army attacked and rebels arrested the mayor."
    own = event(text, "arrested", actor="rebels")
    assert shared(text, (0, len(text)), [event(text, "attacked", actor="The army")], own) == own
