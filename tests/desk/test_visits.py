import pytest
from sqlalchemy import insert

from sayso.desk import visits as module
from sayso.desk.adding import Adder
from sayso.desk.check import faults
from sayso.desk.schema import visits
from sayso.desk.store import Store
from sayso.intake.memory import Visit
from sayso.records.text import Document
from tests.desk.made import OTHER, WIRE, document, read

PAGE = "https://delta.example/trucks"
FEED = "https://delta.example/feed"
TAG = Visit(etag='"1"')
BODY = Visit(changed="Tue, 03 Mar 2026 08:15:00 GMT", body=b"<rss/>")


def last(store: Store, url: str) -> Visit | None:
    """What another run would know."""
    return Adder(store, program="test 1").visits.last(url)


def taken(adder: Adder, page: Document) -> None:
    """Go the way of a page that was fetched: noted, wanted, read, added."""
    adder.visits.visited(page.id, TAG)
    for each in adder.wanted([page], held=lambda: None):
        assert isinstance(each, Document)
        adder.add(read(each))


def test_a_page_is_remembered_with_its_document_and_not_before(store: Store) -> None:
    adder = Adder(store, program="test 1")
    adder.visits.visited(PAGE, TAG)
    adder.flush()
    assert last(store, PAGE) is None
    taken(adder, document(PAGE, WIRE, live=True))
    assert last(store, PAGE) is None
    adder.flush()
    assert last(store, PAGE) == TAG
    assert list(faults(store)) == []


def test_a_page_that_is_held_is_remembered(store: Store) -> None:
    page = document(PAGE, WIRE, live=True)
    first = Adder(store, program="test 1")
    first.add(read(page))
    first.close()
    adder = Adder(store, program="test 1")
    taken(adder, page)
    adder.close()
    assert last(store, PAGE) == TAG


def test_a_feed_is_remembered_at_the_end(store: Store) -> None:
    adder = Adder(store, program="test 1")
    adder.visits.visited(FEED, BODY)
    taken(adder, document(PAGE, WIRE, live=True))
    adder.flush()
    assert last(store, FEED) is None
    adder.close()
    assert last(store, FEED) == BODY
    adder.visits.visited(FEED, Visit(etag="2", body=b"<rss>2</rss>"))
    adder.close()
    assert last(store, FEED) == Visit(etag="2", body=b"<rss>2</rss>")


def test_nothing_is_remembered_that_a_server_gives_no_name(store: Store) -> None:
    adder = Adder(store, program="test 1")
    adder.visits.visited(FEED, Visit(body=b"<rss/>"))
    adder.close()
    assert last(store, FEED) is None


def test_reading_anew_asks_anew(store: Store) -> None:
    adder = Adder(store, program="test 1")
    taken(adder, document(PAGE, WIRE, live=True))
    adder.close()
    assert Adder(store, program="test 1", again=True).visits.last(PAGE) is None


def test_a_page_is_not_asked_for_again_so_soon(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 5.0
    monkeypatch.setattr(module, "monotonic", lambda: now)
    memory = Adder(store, program="test 1").visits
    assert not memory.lately(PAGE, edition="1")
    assert memory.lately(PAGE, edition="1")
    assert not memory.lately(PAGE, edition="2")
    now += module.SOON
    assert not memory.lately(PAGE, edition="2")


def test_a_visit_without_its_document_is_a_fault(store: Store) -> None:
    adder = Adder(store, program="test 1")
    taken(adder, document("other", OTHER, url=PAGE, live=True))
    adder.close()
    with store.writing() as connection:
        rows = [{"address": FEED, "etag": "1"}, {"address": PAGE, "etag": "1"}]
        connection.execute(insert(visits), rows)
    assert [(x.where, x.what) for x in faults(store)] == [
        (f"visit to {FEED}", "left no document"),
    ]
