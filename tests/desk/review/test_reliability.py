from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.desk.check import faults
from sayso.desk.review.deciding import undo
from sayso.desk.review.log import log
from sayso.desk.review.reliability import current, rate
from sayso.desk.store import Store
from sayso.errors import SaysoError
from sayso.records.claims import Claim
from tests.desk.made import add, analysis, at

ONE = "Marchers closed the airport road at El Alto on Wednesday."
OTHER = "The airport road at El Alto was closed by marchers on Wednesday."


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with Store(tmp_path / "desk.sqlite", create=True) as made:
        at(monkeypatch, "2026-03-04T10:00Z")
        add(made, analysis("a", ONE, publisher="Kestrel News", published="2026-03-04"))
        add(made, analysis("b", OTHER, publisher="Post", published="2026-03-04"))
        at(monkeypatch, "2026-03-05T10:00Z")
        yield made


def claim(store: Store, as_of: str | None = None) -> Claim:
    return current(store, as_of=as_of)[0]


def test_a_letter_is_a_persons_and_can_be_taken_back(store: Store) -> None:
    before = claim(store)
    assert before.reliability == "F"
    made = rate(store, "kestrel NEWS", "C", who="Ana", reason="twenty years of it")
    after = claim(store)
    assert after.reliability == "C"
    assert after.why.endswith("Reliability C: Kestrel News, as Ana judges.")
    assert (after.credibility, after.standing) == (before.credibility, before.standing)
    assert claim(store, as_of="2026-03-04") == before
    with store.reading() as connection:
        assert log(connection)[0].judgement == made
    assert list(faults(store)) == []
    undo(store, made.id, who="Ana", reason="it was sold")
    assert claim(store) == before


@pytest.mark.parametrize(
    ("letters", "grade"),
    [
        ([("Post", "E")], "E"),
        ([("Post", "E"), ("Kestrel News", "B")], "B"),
        ([("Post", "B"), ("Post", "D")], "D"),
        ([("Post", "F")], "F"),
    ],
)
def test_the_best_of_those_who_affirm_it_counts(
    store: Store, letters: list[tuple[str, str]], grade: str
) -> None:
    for name, letter in letters:
        rate(store, name, letter, who="Ana", reason="known")  # type: ignore[arg-type]
    assert claim(store).reliability == grade


def test_who_is_not_there_has_no_letter(store: Store) -> None:
    with pytest.raises(SaysoError, match="is called Harrier"):
        rate(store, "Harrier", "A", who="Ana", reason="known")
    with pytest.raises(SaysoError, match="a name and a reason"):
        rate(store, "Post", "A", who=" ", reason="known")
