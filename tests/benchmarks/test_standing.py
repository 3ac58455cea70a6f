import json

from benchmarks.standing import OWN, score
from sayso.records.claims import Claim, ClaimStatement

SCENARIO = {
    "scenario": "t",
    "documents": [{"id": "a", "text": "Seven died. Nine died."}],
    "claims": [
        {
            "claim": "t-a",
            "standing": "single_origin",
            "origins_min": 1,
            "origins_max": 1,
            "statements": [{"doc": "a", "content": "Seven died"}],
        },
        {
            "claim": "t-b",
            "standing": "corroborated",
            "origins_min": 2,
            "origins_max": 2,
            "statements": [{"doc": "a", "content": "Nine died"}],
        },
    ],
    "not_same": [["t-a", "t-b"]],
}


def claim(*spans: tuple[int, int]) -> Claim:
    return Claim(
        claim="c",
        kind="event",
        type="ASSAULT",
        proposition="",
        actor=None,
        recipient=None,
        place=None,
        begin=None,
        until=None,
        standing="single_origin",
        credibility=3,
        origins_min=1,
        origins_max=2,
        why="",
        statements=tuple(
            ClaimStatement(
                document="a",
                start=start,
                end=end,
                stance="affirms",
                factuality="CT+",
                voice="own",
                source_kind=None,
                origin=None,
            )
            for start, end in spans
        ),
    )


def test_one_claim_for_two_is_a_wrong_merge() -> None:
    scored = score([SCENARIO], [[claim((0, 10), (12, 21))]])
    assert scored.merges == ("t-a = t-b",)
    assert [row.standing == row.system for row in scored.rows] == [True, False]
    assert [row.holds for row in scored.rows] == [True, True]
    assert [row.found for row in scored.rows] == [1, 1]


def test_a_claim_that_is_not_there_is_missed() -> None:
    scored = score([SCENARIO], [[claim((0, 10))]])
    assert scored.merges == ()
    assert [row.system for row in scored.rows] == ["single_origin", "missed"]
    assert "0 of 1" in scored.line("t")


def test_the_projects_own_scenarios_are_whole() -> None:
    for line in OWN.read_text(encoding="utf-8").splitlines():
        scenario = json.loads(line)
        texts = {each["id"]: each["text"] for each in scenario["documents"]}
        names = {each["claim"] for each in scenario["claims"]}
        for each in scenario["claims"]:
            assert all(
                texts[said["doc"]].count(said["content"]) == 1 for said in each["statements"]
            )
            assert each["origins_min"] <= each["origins_max"]
        assert all({one, other} <= names for one, other in scenario["not_same"])
        assert {name for family in scenario["families"] for name in family} == set(texts)
