"""Which negative clause denies which claim, and which one denies something else."""

import pytest

from tests.desk.claims.told import claim_with, told

RAID = "A raid hit the barrier at Gao on Wednesday. "
SALT = "The Salt Front is a party. Dr Hawa Sall leads the Salt Front. "


@pytest.mark.parametrize(
    ("said", "denial"),
    [
        ("the guards fired on the barrier", "it is false that the guards fired on it"),
        ("twelve sacks of salt were burned at Gao", "the guards burned nothing at Gao"),
        ("the guards unlocked the barrier at Gao", "the guards failed to unlock the Gao barrier"),
    ],
)
def test_a_denial_in_other_words_disputes_the_claim(said: str, denial: str) -> None:
    desk = [
        told("a", f"[1s Col. Amin Noor] [1c said] [1t {said}].", publisher="Harbour Post"),
        told("b", f"[1s Dr Hawa Sall] [1c said] [1t {denial}].", publisher="Evening Ledger"),
    ]
    claim = claim_with(desk, said)
    assert claim.standing == "disputed"
    assert {each.stance for each in claim.statements if each.document == "b"} == {"denies"}


def test_who_did_not_kill_leaves_the_dead_dead() -> None:
    desk = [
        told(
            "a",
            f"{RAID}[1s Col. Amin Noor] [1c said] [1t two guards were killed].",
            publisher="Harbour Post",
        ),
        told(
            "b",
            f"{RAID}{SALT}[1s The Salt Front] [1c said] [1t we did not kill the two guards].",
            publisher="Evening Ledger",
            facts={1: {"source_kind": "organisation"}},
        ),
    ]
    assert {each.document for each in claim_with(desk, "were killed").statements} == {"a"}


def test_who_did_it_did_what_was_told_before() -> None:
    desk = [
        told(
            "a",
            f"{SALT}Gunmen attacked the barrier at Gao on Wednesday. "
            "[1s Amin Noor] [1c said] [1t the Salt Front did it].",
            publisher="Harbour Post",
        ),
        told(
            "b",
            f"{SALT}[1s Dr Hawa Sall] [1c said] [1t the Salt Front opened fire].",
            publisher="Evening Ledger",
        ),
    ]
    assert {each.document for each in claim_with(desk, "Front did it").statements} == {"a", "b"}


def test_that_it_crashed_is_not_that_it_was_shot_down() -> None:
    desk = [
        told("a", "A cargo plane of Dune Air crashed near Gao on Wednesday.", publisher="Kite"),
        told(
            "b",
            "[1s The Salt Front] [1c said] [1t the cargo plane of Dune Air was brought down by a "
            "missile near Gao on Wednesday].",
            publisher="Evening Ledger",
        ),
    ]
    assert {each.document for each in claim_with(desk, "crashed").statements} == {"a"}
    assert {each.document for each in claim_with(desk, "missile").statements} == {"b"}
