"""What two clauses need in common before place, day and company count."""

import pytest
from msgspec.structs import replace

from sayso.records.reading import Event
from tests.desk.claims.told import claim_with, told

RAID = "A raid hit the barrier at Gao on Wednesday. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the lorries had waited by the old ferry", "his men were with the ferry crew"),
        ("the ferry had stood idle twice since Friday", "the ferry stood idle on Wednesday"),
        ("the boats were carrying rice for the Gao Relief Fund", "the Gao Relief Fund was late"),
    ],
)
def test_a_word_in_common_is_not_a_claim(one: str, other: str) -> None:
    desk = [
        told("a", f"{RAID}[1s Col. Amin Noor] [1c said] [1t {one}].", publisher="Harbour Post"),
        told("b", f"{RAID}[1s Dr Hawa Sall] [1c said] [1t {other}].", publisher="Evening Ledger"),
    ]
    assert {said.document for said in claim_with(desk, one).statements} == {"a"}


def test_the_same_words_are_the_same_claim_without_an_act() -> None:
    said = "the ferry had stood idle at the quay"
    desk = [
        told("a", f"{RAID}[1s Col. Amin Noor] [1c said] [1t {said}].", publisher="Harbour Post"),
        told("b", f"{RAID}[1s Dr Hawa Sall] [1c said] [1t {said}].", publisher="Evening Ledger"),
    ]
    assert claim_with(desk, said).standing == "corroborated"


@pytest.mark.parametrize(("confidence", "expected"), [(0.9, "REQUEST"), (0.3, None)])
def test_an_event_speaks_where_no_word_does_and_it_is_sure(
    confidence: float, expected: str | None
) -> None:
    made = told("a", "The bishop of Gao leads a prayer.", publisher="Harbour Post")
    event = Event(
        id="e1",
        type="REQUEST",
        trigger=(17, 22),
        actor=(),
        recipient=(),
        status="actual",
        factuality="CT+",
        confidence=confidence,
    )
    assert claim_with([replace(made, events=(event,))], "bishop").type == expected


def test_words_of_the_clause_go_before_an_event() -> None:
    made = told("a", "The bishop of Gao met the governor.", publisher="Harbour Post")
    event = Event(
        id="e1",
        type="ASSAULT",
        trigger=(18, 21),
        actor=(),
        recipient=(),
        status="actual",
        factuality="CT+",
        confidence=0.9,
    )
    assert claim_with([replace(made, events=(event,))], "bishop").type == "CONSULT"


def test_the_name_of_a_body_is_no_act() -> None:
    made = told(
        "a",
        "The Gao Relief Fund keeps a shed at the quay. The fund is old.",
        publisher="Harbour Post",
    )
    assert claim_with([made], "keeps a shed").type is None
