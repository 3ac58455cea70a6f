"""Which statements a claim's standing turns on: without one of them it would be another."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from sayso.desk.review.applied import ALIKE
from sayso.desk.review.subjects import overlap
from sayso.records.claims import Claim, ClaimStatement
from sayso.records.text import Span

_CORROBORATED = 2


class Turn(Struct, frozen=True, kw_only=True):
    """A claim that turns on a statement: how many statements it has, and why."""

    statements: int
    why: str


class Hinges:
    """The statements that claims turn on, by where they stand."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._turns: dict[str, list[tuple[Span, Turn]]] = defaultdict(list)
        for claim in claims:
            for said, why in _turning(claim):
                turn = Turn(statements=len(claim.statements), why=why)
                self._turns[said.document].append(((said.start, said.end), turn))

    def of(self, document: str, span: Span) -> Turn | None:
        """Give the largest claim that turns on the words of a span; None where none does."""
        found = [turn for at, turn in self._turns.get(document, ()) if overlap(at, span) >= ALIKE]
        return max(found, key=lambda turn: turn.statements, default=None)


def _turning(claim: Claim) -> list[tuple[ClaimStatement, str]]:
    """The only denial of a disputed claim; each statement whose origin no other one has, where
    there are two at the least and the claim is corroborated by just these."""
    if claim.standing == "disputed":
        denials = [one for one in claim.statements if one.stance == "denies" or one.withdrawn]
        said = "it alone makes its claim a disputed one"
        return [(one, said) for one in denials] if len(denials) == 1 else []
    if claim.standing != "corroborated" or claim.origins_min > _CORROBORATED:
        return []
    origins: dict[str, list[ClaimStatement]] = defaultdict(list)
    for one in claim.statements:
        if one.origin is not None:
            origins[one.origin].append(one)
    said = "without it its claim is corroborated no more"
    return [(held[0], said) for held in origins.values() if len(held) == 1]
