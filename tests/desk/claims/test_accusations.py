"""Accusations read as claims, and the denials that stand beside them."""

from msgspec.structs import replace

from sayso.desk.claims.reckoning import claims
from sayso.desk.families.index import Family
from sayso.desk.families.root import Root
from tests.desk.claims.told import claim_with, told

UNNAMED = {1: {"named": False, "source_kind": "unnamed_person"}}


def test_what_somebody_is_accused_of_reads_as_a_sentence() -> None:
    made = told(
        "a",
        "[1s Col. Amin Noor] [1c accused] [1t the Salt Front of burning the barrier at Gao].",
        publisher="Harbour Post",
    )
    claim = claim_with([made], "burning the barrier")
    assert claim.proposition == (
        "Col. Amin Noor accused the Salt Front of burning the barrier at Gao"
    )
    assert claim.actor == "Salt Front"


def test_a_whole_clause_goes_before_a_fragment() -> None:
    blamed = told(
        "a",
        "[1s Dr Hawa Sall] [1c blamed] [1t the Salt Front for the attack on the barrier, in "
        "which], by all accounts, nobody slept.",
        publisher="Harbour Post",
    )
    plain = told(
        "b",
        "[1s Col. Amin Noor] [1c said] [1t the Salt Front attacked the barrier].",
        publisher="Evening Ledger",
    )
    assert (
        claim_with([blamed, plain], "Front for the attack").proposition
        == "the Salt Front attacked the barrier"
    )
    alone = claim_with([blamed], "Front for the attack").proposition
    assert alone.startswith("Dr Hawa Sall blamed the Salt Front for the attack")
    assert not alone.endswith("which")


def test_the_denial_in_a_breath_with_an_accusation_is_one() -> None:
    made = told(
        "a",
        "A raid hit the barrier at Gao. Police blame the Salt Front, which denies it.",
        publisher="Harbour Post",
    )
    claim = claim_with([made], "blame the Salt Front")
    assert claim.standing == "disputed"
    assert {(said.origin, said.stance) for said in claim.statements} >= {("Salt Front", "denies")}


def test_a_copy_has_its_source_from_its_root() -> None:
    text = "[1s {}] [1c said] [1t gunmen attacked the barrier at Gao on Wednesday]."
    root = told("a", text.format("The regional police"), publisher="Coast News", facts=UNNAMED)
    copy = told("b", text.format("District officers"), publisher="Harbour Post", facts=UNNAMED)
    family = Family(
        id="a", members=("a", "b"), root=Root(document="a", agency=None, reason="the earliest")
    )
    (claim,) = claims([root, copy], [family])
    assert (claim.origins_min, claim.origins_max) == (1, 1)
    assert {said.origin for said in claim.statements} == {"The regional police"}
    (apart,) = claims([root, replace(copy, id="c")])
    assert apart.origins_max > 1


def test_a_source_is_called_without_the_verb_that_its_span_ends_in() -> None:
    made = told(
        "a",
        "[1s The district clinic has] [1c put] [1t the dead at eleven].",
        publisher="Harbour Post",
        facts=UNNAMED,
    )
    assert {said.source for said in claim_with([made], "eleven").statements} == {
        "The district clinic"
    }


def test_the_accused_who_accuses_another_says_another_thing() -> None:
    accused = told(
        "a",
        "[1s Col. Amin Noor] [1c said] [1t the Salt Front attacked the barrier on Wednesday].",
        publisher="Harbour Post",
    )
    turned = told(
        "b",
        "The Salt Front left the barrier. [1s The group's spokesman, Yara Tal,] [1c said] "
        "[1t the Dune Guard attacked the barrier on Wednesday].",
        publisher="Evening Ledger",
    )
    first = claim_with([accused, turned], "Salt Front attacked")
    second = claim_with([accused, turned], "Dune Guard attacked")
    assert first.claim != second.claim
    assert (first.actor, second.actor) == ("Salt Front", "Dune Guard")
