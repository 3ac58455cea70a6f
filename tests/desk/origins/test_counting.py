import pytest

from tests.desk.claims.told import claim_with, told

UNNAMED = {1: {"named": False, "source_kind": "unnamed_person"}}

GUARD = (
    "[1s The Dune Guard] [1c said] [1t that the Salt Front attacked the bridge at Gao on Friday]."
)
NOOR = (
    "[1s Amin Noor, a nurse,] [1c said] [1t the Salt Front attacked the bridge at Gao on Friday]."
)
MAREK = "[1s Ivo Marek] [1c said] [1t the Salt Front attacked the bridge at Gao on Friday]."
DIRECTOR = MAREK.replace("Ivo Marek", "its director, Ivo Marek,")
FRONT = "[1s The Salt Front] [1c said] [1t the Salt Front attacked the bridge at Gao on Friday]."


def said_by(source: str, cue: str = "said") -> str:
    return f"[1s {source}] [1c {cue}] [1t the Salt Front attacked the bridge at Gao on Friday]."


@pytest.mark.parametrize(
    ("first", "source", "interval"),
    [
        (GUARD, "An official", (1, 2)),
        (GUARD, "A teacher who lives by the bridge", (2, 2)),
        (GUARD, "A man who drives a lorry", (2, 2)),
        (GUARD, "A resident", (2, 2)),
        (NOOR, "A resident", (1, 2)),
        (NOOR, "A teacher", (2, 2)),
        (NOOR, "The governor", (2, 2)),
        (MAREK, "The health ministry", (2, 2)),
        (DIRECTOR, "The hospital", (1, 2)),
        (GUARD, "The ministry", (2, 2)),
        (GUARD, "The guard", (1, 2)),
    ],
)
def test_whether_somebody_without_a_name_may_be_who_is_named(
    first: str, source: str, interval: tuple[int, int]
) -> None:
    desk = [
        told("a", first, publisher="Coast News"),
        told("b", said_by(source), publisher="Harbour Post", facts=UNNAMED),
    ]
    claim = claim_with(desk, "attacked the bridge")
    assert (claim.origins_min, claim.origins_max) == interval


def test_a_body_without_a_name_that_accuses_does_not_add_to_an_admission() -> None:
    desk = [
        told("a", FRONT, publisher="Coast News"),
        told("b", said_by("The army"), publisher="Harbour Post", facts=UNNAMED),
    ]
    assert claim_with(desk, "attacked the bridge").origins_min == 1


@pytest.mark.parametrize(
    ("cue", "least"),
    [("said", 2), ("thinks it possible that", 1)],
)
def test_who_only_thinks_so_does_not_add_to_an_admission(cue: str, least: int) -> None:
    desk = [
        told("a", FRONT, publisher="Coast News"),
        told("b", said_by("Amin Noor, a boatman,", cue), publisher="Harbour Post"),
    ]
    assert claim_with(desk, "attacked the bridge").origins_min == least
