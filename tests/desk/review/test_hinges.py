import pytest

from sayso.desk.review.hinges import Hinges
from sayso.records.claims import Claim, ClaimStatement, Stance, Standing


def said(document: str, origin: str | None, stance: Stance = "affirms") -> ClaimStatement:
    return ClaimStatement(
        document=document, start=0, end=9, stance=stance, factuality="CT+", voice="attributed",
        source_kind="named_person", origin=origin,
    )  # fmt: skip


def claim(standing: Standing, *statements: ClaimStatement, least: int = 2, id: str = "c1") -> Claim:  # noqa: A002
    return Claim(
        claim=id, kind="plain", type=None, proposition="the ferry sank", actor=None,
        recipient=None, place=None, begin=None, until=None, standing=standing, credibility=3,
        origins_min=least, origins_max=least, why="so", statements=statements,
    )  # fmt: skip


A, B = said("a", "Halabi"), said("b", "the clinic")
DENIED = said("d", "the Column", "denies")


@pytest.mark.parametrize(
    ("made", "turning"),
    [
        (claim("corroborated", A, B), {"a", "b"}),
        (claim("corroborated", A, B, said("c", "Halabi")), {"b"}),
        (claim("corroborated", A, B, said("c", "a nurse"), least=3), set()),
        (claim("disputed", A, B, DENIED), {"d"}),
        (claim("disputed", A, DENIED, said("e", "a clerk", "denies")), set()),
        (claim("single_origin", A, least=1), set()),
    ],
)
def test_what_a_standing_turns_on(made: Claim, turning: set[str]) -> None:
    hinges = Hinges([made])
    found = {each for each in "abcde" if hinges.of(each, (0, 9))}
    assert found == turning
    for each in found:
        turn = hinges.of(each, (0, 9))
        assert turn is not None
        assert turn.statements == len(made.statements)


def test_the_words_must_be_the_same() -> None:
    hinges = Hinges([claim("disputed", A, DENIED)])
    assert hinges.of("d", (1, 9))
    assert hinges.of("d", (20, 29)) is None
