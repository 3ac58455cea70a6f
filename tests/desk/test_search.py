import pytest
from sqlalchemy import select

from sayso.desk.schema import documents, versions
from sayso.desk.search import search
from sayso.desk.store import Store
from tests.desk.made import OTHER, WIRE, add, analysis, at


def found(store: Store, question: str, as_of: str | None = None) -> set[str]:
    with store.reading() as connection:
        hits = [hit.version for hit in search(connection, question, as_of=as_of)]
        names = connection.execute(
            select(documents.c.name)
            .join(versions, versions.c.document == documents.c.id)
            .where(versions.c.id.in_(hits))
        )
        return set(names.scalars())


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("trucks", {"a"}),
        ("TRUCKS fuel", {"a"}),
        ("trucks ferry", set()),
        ("track", {"a"}),
        ("diré", {"b"}),
        ("Dire", {"b"}),
        ('"fuel and tea"', {"a"}),
        ('"tea and fuel"', set()),
        ('"next morning" monday', {"a"}),
        ("millet-markets", {"b"}),
        ("passage", {"b"}),
        ("42", {"a"}),
        ("the", {"a", "b"}),
        ("", set()),
        ('"', set()),
        ("' OR 1 = 1 -- & | ! * : () <->", set()),
        ("NEAR(trucks)", {"a"}),
        ("trucks NOT ferry", set()),
        ("naïve\ud83d\0", set()),
    ],
)
def test_all_words_are_asked_for(store: Store, question: str, names: set[str]) -> None:
    add(store, analysis("a", WIRE + " Bay 42."), analysis("b", OTHER, title="Passage"))
    assert found(store, question) == names


def test_only_the_version_of_the_day_is_found(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "2026-03-04T10:00Z")
    add(store, analysis("a", WIRE))
    at(monkeypatch, "2026-03-05T10:00Z")
    add(store, analysis("a", OTHER))
    assert (found(store, "trucks"), found(store, "ferry")) == (set(), {"a"})
    assert found(store, "trucks", "2026-03-04") == {"a"}
    assert found(store, "ferry", "2026-03-04") == set()
    assert found(store, "trucks", "2026-03-03") == set()


def test_a_text_of_megabytes_is_found_to_its_end(store: Store) -> None:
    words = " ".join(f"w{number:x}" for number in range(50_000))
    add(store, analysis("a", f"{'x' * 5000} {words} finally."))
    assert found(store, "w2 finally") == {"a"}
    assert found(store, '"w4e1e w4e1f w4e20"') == {"a"}
