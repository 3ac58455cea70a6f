import pytest

from sayso.desk.adding import Adder
from sayso.desk.changes import Restated, changed, changes
from sayso.desk.store import Store
from sayso.records.text import Document
from tests.desk.made import OTHER, WIRE, add, analysis, at, document, read

DAY = "2026-03-04"
EDITED = WIRE.replace("Four of them", "Six of them").replace(", made no statement", "")


def fed(store: Store, *come: Document) -> None:
    adder = Adder(store, program="test 1")
    for each in adder.wanted(come, held=lambda: None):
        assert isinstance(each, Document)
        adder.add(read(each))
    adder.close()


def test_what_changed_is_told_word_by_word_with_its_times(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-03-04T10:00Z")
    add(store, analysis("a", WIRE, title="Trucks", published=DAY))
    at(monkeypatch, "2026-03-05T10:00Z")
    add(store, analysis("a", EDITED, title="Six trucks", published=DAY))
    with store.reading() as connection:
        (change,) = changes(connection, "a")
    assert (change.document, change.number) == ("a", 2)
    assert (change.since[:10], change.known[:10]) == ("2026-03-04", "2026-03-05")
    assert change.stated == (Restated(what="title", old="Trucks", new="Six trucks"),)
    assert [(x.kind, x.old_text, x.new_text) for x in change.text] == [
        ("changed", "Four", "Six"),
        ("cut", "made no statement", ""),
    ]
    for each in change.text:
        assert WIRE[slice(*each.old)] == each.old_text
        assert EDITED[slice(*each.new)] == each.new_text


@pytest.mark.parametrize(
    ("text", "said", "stealth"),
    [
        (EDITED, {"published": DAY}, True),
        (EDITED, {"published": "2026-03-05"}, False),
        (EDITED, {"published": DAY, "modified": "2026-03-05"}, False),
        (WIRE, {"published": DAY, "title": "Six trucks"}, False),
        (WIRE.upper(), {"published": DAY}, False),
        (f"{EDITED} Correction: six trucks were let go, not four.", {"published": DAY}, False),
        (f"{EDITED} Correction", {"published": DAY}, False),
        (f"{EDITED} An earlier version of this report spoke of four.", {"published": DAY}, False),
        (f"{EDITED} The corrected map was updated by soldiers.", {"published": DAY}, True),
    ],
)
def test_a_stealth_edit_is_one_that_nothing_tells_of(
    store: Store,
    text: str,
    said: dict[str, str],
    stealth: bool,  # noqa: FBT001
) -> None:
    fed(store, document("a", WIRE, published=DAY), document("a", text, **said))
    with store.reading() as connection:
        (change,) = changes(connection, "a")
    assert change.stealth is stealth


def test_a_text_without_a_date_states_nothing_that_could_stay(store: Store) -> None:
    add(store, analysis("a", WIRE), analysis("a", EDITED))
    with store.reading() as connection:
        assert [each.stealth for each in changes(connection, "a")] == [False]


def test_a_later_time_alone_makes_no_version(store: Store) -> None:
    fed(store, document("a", WIRE, modified=DAY), document("a", WIRE, modified="2026-03-06"))
    with store.reading() as connection:
        assert changes(connection, "a") == ()


def test_which_documents_have_changed(store: Store) -> None:
    add(store, analysis("b", WIRE), analysis("a", OTHER), analysis("c", WIRE))
    add(store, analysis("b", OTHER), analysis("a", WIRE))
    with store.reading() as connection:
        assert list(changed(connection)) == ["a", "b"]
        assert changes(connection, "none") == ()
