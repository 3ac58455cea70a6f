import random

import msgspec
import pytest

from sayso.desk.claims.reckoning import claims
from sayso.desk.families.index import Family
from sayso.desk.families.root import Root
from tests.desk.claims.told import claim_with, told

GUARD = told(
    "a",
    "The raid on the barrier at Gao was over by dawn on Wednesday. [1s Col. Amin Noor, who speaks "
    "for the Dune Guard,] [1c said] [1t the Salt Front carried out the raid]. [2t Seven men died], "
    "[2s he] [2c said].",
    publisher="Northern Wire",
    published="2026-03-04T08:00:00Z",
)
CLINIC = told(
    "b",
    "[1s Dr Hawa Sall, who directs the Gao Clinic,] [1c said] [1t that she had signed for seven "
    "bodies on Wednesday]. The Dune Guard keeps a barrier at Gao.",
    publisher="Harbour Post",
)
FRONT = told(
    "c",
    "[1s The Salt Front] [1c said] [1t it took no part in the raid at Gao on Wednesday]. The Dune "
    "Guard has closed the road.",
    publisher="Evening Ledger",
)
LATER = told(
    "d",
    "A second raid hit the barrier at Gao on Friday. [1s Col. Amin Noor of the Dune Guard] "
    "[1c said] [1t that two men died on Friday].",
    publisher="Northern Wire",
    published="2026-03-06T20:00:00Z",
)
DESK = [GUARD, CLINIC, FRONT, LATER]


def test_an_accusation_that_is_denied_is_disputed() -> None:
    claim = claim_with(DESK, "carried out the raid")
    assert (claim.standing, claim.origins_min, claim.origins_max) == ("disputed", 1, 1)
    assert {said.document: said.stance for said in claim.statements} == {
        "a": "affirms",
        "c": "denies",
    }
    assert "Salt Front" in claim.why


def test_two_bodies_that_counted_are_two() -> None:
    claim = claim_with(DESK, "Seven men died")
    assert (claim.standing, claim.origins_min, claim.origins_max) == ("corroborated", 2, 2)
    assert claim.credibility == 1
    assert claim.reliability == "F"


def test_another_day_and_another_figure_are_another_claim() -> None:
    later = claim_with(DESK, "two men died")
    assert later.claim != claim_with(DESK, "Seven men died").claim
    assert {said.document for said in later.statements} == {"d"}


def test_outlets_that_cite_each_other_have_nothing_beneath() -> None:
    ring = [
        told(
            "a",
            "[1t Envoy Mira Lund met Tarek Sol in Batumi], [1c according to] [1s Corniche Daily].",
            publisher="Kestrel News",
        ),
        told(
            "b",
            "[1s Kestrel News] [1c reported] [1t Mira Lund sat down with Tarek Sol in Batumi].",
            publisher="Corniche Daily",
        ),
    ]
    claim = claim_with(ring, "met Tarek Sol")
    assert (claim.standing, claim.origins_min, claim.origins_max) == ("circular", 0, 1)
    assert claim.credibility == 6


def test_a_correction_takes_the_ground_from_those_who_cite() -> None:
    desk = [
        told(
            "a",
            "Mayor Taras Bilyk was killed by a shell on Wednesday.",
            publisher="River Express",
            published="2026-03-04T08:00:00Z",
        ),
        told(
            "b",
            "[1t A shell killed Mayor Taras Bilyk on Wednesday], [1s River Express] [1c reported].",
            publisher="Kestrel News",
            published="2026-03-04T09:00:00Z",
        ),
        told(
            "c",
            "We reported that Mayor Taras Bilyk had been killed on Wednesday. This was not true.",
            publisher="River Express",
            published="2026-03-04T12:00:00Z",
        ),
    ]
    claim = claim_with(desk, "A shell killed")
    assert (claim.standing, claim.origins_min, claim.origins_max) == ("disputed", 0, 0)
    assert claim.credibility == 5
    assert {s.document: (s.stance, s.withdrawn) for s in claim.statements} == {
        "a": ("affirms", True),
        "b": ("affirms", False),
        "c": ("denies", False),
    }


def test_what_nobody_denies_affirms_that_it_was_not() -> None:
    desk = [
        told(
            "a",
            "[1s Vasil Drago, who heads Narte,] [1c said] [1t no one was injured].",
            publisher="Post",
        ),
        told(
            "b",
            "[1s Vassil Drago] [1c said] [1t there were no casualties in Narte].",
            publisher="Wire",
        ),
    ]
    claim = claim_with(desk, "no one was injured")
    assert (claim.standing, claim.origins_min, claim.origins_max) == ("single_origin", 1, 1)
    assert {said.stance for said in claim.statements} == {"affirms"}


def test_copies_count_once() -> None:
    text = "Marchers closed the airport road at El Alto on Wednesday."
    desk = [told(id_, text, publisher=f"{id_} Post") for id_ in "abc"]
    root = Root(document="a", agency=None, reason="the earliest")
    family = Family(id="a", members=("a", "b"), root=root)
    claim = next(iter(claims(desk, [family, Family(id="c", members=("c",), root=root)])))
    assert (claim.standing, claim.origins_min, claim.origins_max) == ("own_voice_only", 0, 2)
    assert "3 documents are 2 families" in claim.why


def test_people_have_the_last_word() -> None:
    one, other = claim_with(DESK, "Seven men died"), claim_with(DESK, "two men died")
    first, second = ((s.document, s.start, s.end) for s in (one.statements[0], other.statements[0]))
    joined = claims(DESK, same=[(first, second)])
    assert any({"a", "d"} <= {s.document for s in c.statements} for c in joined)
    apart = claims(
        DESK, not_same=[(first, (s.document, s.start, s.end)) for s in one.statements[1:]]
    )
    assert all(
        {s.document for s in c.statements} == {"a"}
        for c in apart
        if any((s.document, s.start, s.end) == first for s in c.statements)
    )
    left = claims(DESK, rejected=[first])
    assert all((s.document, s.start, s.end) != first for c in left for s in c.statements)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_documents_makes_no_difference(seed: int) -> None:
    shuffled = DESK.copy()
    random.Random(seed).shuffle(shuffled)  # noqa: S311
    assert msgspec.json.encode(claims(shuffled)) == msgspec.json.encode(claims(DESK))


def test_no_documents_make_no_claims() -> None:
    assert claims([]) == ()
