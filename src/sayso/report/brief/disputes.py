"""Where documents disagree: who says it is so and who says it is not, and figures that differ."""

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

from sayso.desk.claims.figures import Figure, agree, figures
from sayso.desk.claims.frames import frames
from sayso.desk.claims.words import tokens
from sayso.records.claims import Claim, ClaimStatement
from sayso.report.brief.material import Material
from sayso.report.brief.notes import Notes, ended
from sayso.report.brief.record import Entry, Sentence
from sayso.report.brief.telling import affirmed, head_of, originals, says

_INNUMERABLE = 1_000_000_000
"""Bounds past this are no bounds."""


class Count(Struct, frozen=True):
    """A figure that a statement gives."""

    figure: Figure
    said: ClaimStatement
    claim: Claim


def dispute(claim: Claim, material: Material, notes: Notes) -> Entry:
    """Tell both sides of a claim that somebody denies."""
    against = _once(
        originals([each for each in claim.statements if each.stance == "denies"], material),
        material,
    )
    return Entry(
        head=Sentence((notes.quote(head_of(claim, material)),)),
        label="withdrawn" if any(each.withdrawn for each in claim.statements) else "denied",
        sentences=(
            *(Sentence(("For it: ", *each.parts)) for each in affirmed(claim, material, notes)),
            *(ended("Against it: ", *says(each, material, notes)) for each in against),
        ),
    )


def _once(said: Sequence[ClaimStatement], material: Material) -> list[ClaimStatement]:
    """Of the denials in one sentence, which is quoted whole, each teller's first."""
    found: dict[tuple[object, ...], ClaimStatement] = {}
    for each in said:
        sentence = material.sentence(each.document, each.start, each.end)
        found.setdefault((each.document, sentence, each.source, each.cites), each)
    return list(found.values())


def differing(claims: Sequence[Claim], material: Material) -> tuple[tuple[Count, ...], ...]:
    """Give the figures of one measure, at one place and time, that do not agree, least first."""
    counts = [count for claim in claims for count in _counts(claim, material)]
    return tuple(
        tuple(sorted(group, key=lambda each: (each.figure.least, each.figure.most)))
        for group in _together(counts, material)
        if not all(agree(one.figure, other.figure) for one, other in product(group, group))
    )


def difference(counts: Sequence[Count], material: Material, notes: Notes) -> Entry:
    """Tell who gives which figure."""
    return Entry(
        label=f"{counts[0].figure.of}, {bounds(counts)}",
        sentences=tuple(
            ended(f"{_number(each.figure)}: ", *says(each.said, material, notes)) for each in counts
        ),
    )


def bounds(counts: Sequence[Count]) -> str:
    """Give the range of some figures in words."""
    least = min(each.figure.least for each in counts)
    most = max(each.figure.most for each in counts if each.figure.most < _INNUMERABLE)
    return f"from {least:,.0f} to {most:,.0f}"


def _counts(claim: Claim, material: Material) -> Iterator[Count]:
    """The tolls that those who affirm a claim give, each teller's once."""
    told: set[tuple[str | None, Figure]] = set()
    for said in originals(
        [each for each in claim.statements if each.stance == "affirms"], material
    ):
        analysis = material.analysis(said.document)
        words = tuple(tokens(analysis.text, said.start, said.end))
        apart = [(time.start, time.end) for time in analysis.times or ()]
        for figure in figures(analysis.text, words, frames(words), apart=apart):
            teller = said.source or analysis.publisher
            if figure.toll and (teller, figure) not in told:
                told.add((teller, figure))
                yield Count(figure, said, claim)


def _together(counts: Sequence[Count], material: Material) -> Iterator[list[Count]]:
    """Counts of one measure whose claims may be of one thing."""
    left = list(counts)
    while left:
        first, *others = left
        kin = [each for each in others if _may_be_one(first, each, material)]
        left = [each for each in others if each not in kin]
        yield [first, *kin]


def _may_be_one(one: Count, other: Count, material: Material) -> bool:
    if one.figure.of != other.figure.of or not _near(one, other, material):
        return False
    mine, theirs = one.claim, other.claim
    if mine.begin and theirs.until and mine.begin > theirs.until:
        return False
    return not (theirs.begin and mine.until and theirs.begin > mine.until)


def _near(one: Count, other: Count, material: Material) -> bool:
    """Whether two are of one place, or each names the other's: a quarter and its town."""
    mine, theirs = one.claim.place, other.claim.place
    if mine == theirs:
        return True
    return bool(mine and theirs) and (
        (mine or "") in material.analysis(other.said.document).text
        and (theirs or "") in material.analysis(one.said.document).text
    )


def _number(figure: Figure) -> str:
    if figure.least == figure.most:
        return f"{figure.least:,.0f}"
    if figure.most >= _INNUMERABLE:
        return f"At least {figure.least:,.0f}"
    return f"{figure.least:,.0f} to {figure.most:,.0f}"
