from pathlib import Path

from sayso.desk.ask.evidence import evidence
from sayso.desk.claims.asked import current
from sayso.desk.review.deciding import decide, undo
from sayso.desk.review.rulings import readings
from sayso.desk.store import Store
from tests.desk.made import add, analysis

TEXT = (
    "The mayor of Oruro, who had come back by the night train after a week of talks with drivers "
    "in the capital, opened the market, the soldiers burned three lorries near Caracollo, and the "
    "marchers closed the airport road at El Alto. It rained."
)


def test_what_is_shown_can_be_rejected_and_is_then_gone(tmp_path: Path) -> None:
    with Store(tmp_path / "desk.sqlite", create=True) as store:
        add(store, analysis("a", TEXT, publisher="Post", published="2026-03-04"))
        with store.reading() as connection:
            (reading,) = readings(connection)
        whole = {one.content for one in reading.analysis.statements or ()}
        every = [each for claim in current(store) for each in evidence(store, claim)]
        assert any((each.said.start, each.said.end) not in whole for each in every)
        for each in every:
            assert each.publisher == "Post"
            assert each.words == TEXT[each.said.start : each.said.end]
            made = decide(store, each.subject, "reject", who="Ana", reason="misread")
            left = [said for claim in current(store) for said in claim.statements]
            assert each.said not in left
            undo(store, made.id, who="Ana", reason="read again")
