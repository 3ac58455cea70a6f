from datetime import UTC, datetime

import pytest

from sayso.desk.families.grouping import Grouping, Loan, group
from sayso.desk.families.linkage import clusters
from sayso.desk.families.match import Match, same_text
from sayso.desk.families.signature import signature
from tests.desk.families.texts import BRIDGE, FERRY, document, paragraphs

DAY = datetime(2026, 3, 4, tzinfo=UTC)
ROUNDUP = paragraphs(FERRY, 0, 1, 2, 3) + "\n\n" + paragraphs(BRIDGE, 0, 1)
BORROWED = FERRY + "\n\n" + paragraphs(BRIDGE, 2, 3)


def grouped(texts: dict[str, str], hours: dict[str, int] | None = None) -> Grouping:
    made = {name: signature(document(name, text)) for name, text in texts.items()}
    names = sorted(made)
    matches = [same_text(made[a], made[b]) for i, a in enumerate(names) for b in names[:i]]
    dates = {name: DAY.replace(hour=(hours or {})[name]) if hours else None for name in names}
    return group(dates, matches)


@pytest.mark.parametrize("mixture", [ROUNDUP, BORROWED], ids=["round-up", "borrowed paragraphs"])
@pytest.mark.parametrize("hours", [None, {"f1": 1, "f2": 2, "b1": 1, "b2": 3, "mix": 9}])
def test_two_texts_in_one_do_not_chain(mixture: str, hours: dict[str, int] | None) -> None:
    brief = paragraphs(BRIDGE, 0, 2)
    texts = {"f1": FERRY, "f2": paragraphs(FERRY, 0, 1), "b1": BRIDGE, "b2": brief, "mix": mixture}
    found = grouped(texts, hours)
    assert found.groups == (("b1", "b2"), ("f1", "f2", "mix"))
    assert {loan.borrower for loan in found.loans} == {"mix"}


def test_a_reprinted_round_up_does_not_chain_either() -> None:
    texts = {"f1": FERRY, "b1": BRIDGE, "m1": ROUNDUP, "m2": "Weekly review\n\n" + ROUNDUP}
    found = grouped(texts, {"f1": 1, "b1": 2, "m1": 8, "m2": 9})
    assert found.groups == (("b1",), ("f1", "m1", "m2"))


def test_two_cuts_of_one_report_are_no_loans() -> None:
    texts = {"whole": FERRY, "head": paragraphs(FERRY, 0, 1), "tail": paragraphs(FERRY, 3, 4)}
    found = grouped(texts, {"whole": 1, "head": 2, "tail": 3})
    assert found.groups == (("head", "tail", "whole"),)
    assert found.loans == ()


def test_nothing_in_common() -> None:
    assert grouped({"f": FERRY, "b": BRIDGE}).groups == (("b",), ("f",))
    assert group({}, []) == Grouping((), ())


def test_a_loan_names_both() -> None:
    found = grouped({"f1": FERRY, "b1": paragraphs(BRIDGE, 2, 3), "mix": BORROWED})
    assert found.loans == (Loan("mix", "b1"),)


def tie(left: str, right: str, share: float) -> Match:
    return Match(left=left, right=right, left_share=share, right_share=share, words=40, runs=(),
                 credited=False, same=share >= 0.5)  # fmt: skip


def test_one_bridge_does_not_join_clusters_that_differ() -> None:
    inside = [tie("a", "b", 0.9), tie("c", "d", 0.9)]
    bridge = [tie("b", "c", 0.6), tie("a", "c", 0.1), tie("b", "d", 0.1), tie("a", "d", 0.1)]
    assert clusters("abcd", inside + bridge) == (("a", "b"), ("c", "d"))
    assert clusters("abcd", [*inside, tie("b", "c", 0.6)]) == (("a", "b", "c", "d"),)


def test_clusters_do_not_hang_on_the_order() -> None:
    matches = [tie("a", "b", 0.9), tie("b", "c", 0.6), tie("c", "d", 0.9), tie("a", "c", 0.2)]
    assert len({clusters("abcd", order) for order in (matches, matches[::-1])}) == 1
