import pytest

from sayso.desk.documents import current, history
from sayso.desk.store import Store
from tests.desk.made import OTHER, WIRE, add, analysis, at, document, read


def test_a_document_s_versions_and_what_was_known_when(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = document("a", WIRE, published="2026-03-03"), document("a", OTHER)
    at(monkeypatch, "2026-03-04T10:00Z")
    add(store, read(first), analysis("b", WIRE))
    at(monkeypatch, "2026-03-05T10:00Z")
    add(store, read(second))
    at(monkeypatch, "2026-03-06T10:00Z")
    add(store, read(second, confidence=0.5), again=True)
    with store.reading() as connection:
        versions = history(connection, "a")
        assert [(x.number, x.known[:10], x.text) for x in versions] == [
            (1, "2026-03-04", WIRE),
            (2, "2026-03-05", OTHER),
        ]
        assert versions[0].published == "2026-03-03"
        assert history(connection, "none") == ()
        for day, known in [
            ("2026-03-03", []),
            ("2026-03-04", [read(first), analysis("b", WIRE)]),
            ("2026-03-05", [read(second), analysis("b", WIRE)]),
            ("2026-03-06", [read(second, confidence=0.5), analysis("b", WIRE)]),
            (None, [read(second, confidence=0.5), analysis("b", WIRE)]),
        ]:
            assert list(current(connection, as_of=day)) == known
