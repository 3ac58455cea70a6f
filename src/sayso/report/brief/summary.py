"""The first lines: how many claims stand how, and the weightiest of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.records.claims import Claim, ClaimStatement
from sayso.report.brief.disputes import Count, bounds
from sayso.report.brief.material import Material
from sayso.report.brief.notes import Notes, listed, marks
from sayso.report.brief.record import Entry, Name, Part, Sentence
from sayso.report.brief.telling import (
    STANDINGS,
    are_many,
    head_of,
    originals,
    says,
    teller,
    took_back,
)
from sayso.report.words import plural

_TOLD = 4


def summary(
    claims: Sequence[Claim],
    figures: Sequence[Sequence[Count]],
    material: Material,
    notes: Notes,
) -> Iterator[Entry]:
    """Tell the weightiest claims in a line each, then figures that differ, then how all stand."""
    for claim in claims[:_TOLD]:
        yield Entry(
            label=STANDINGS[claim.standing],
            sentences=(_line(claim, material, notes),),
        )
    for counts in figures[:_TOLD]:
        least, most = notes.to(counts[0].said), notes.to(counts[-1].said)
        told = f"{counts[0].figure.of}: {bounds(counts)}"
        differ = Sentence((told, *marks([least, most]), "."))
        yield Entry(label="figures differ", sentences=(differ,))
    if len(claims) > 1:
        stand = Counter(claim.standing for claim in claims)
        parts: list[tuple[Part, ...]] = []
        for standing, words in STANDINGS.items():
            if stand[standing]:
                some = [head_of(e, material) for e in claims if e.standing == standing]
                noted = marks([notes.to(each) for each in some])
                parts.append((f"{stand[standing]} {words}", *noted))
        told = f"{plural(len(claims), 'claim')} told in more than one document, or denied: "
        yield Entry(sentences=(Sentence((told, *listed(parts), ".")),))


def _line(claim: Claim, material: Material, notes: Notes) -> Sentence:
    """The claim in the words that stand for it, then who says as much, then who denies it."""
    head = head_of(claim, material)
    parts = [*says(head, material, notes)]
    affirming = originals([each for each in claim.statements if each.stance == "affirms"], material)
    others = _tellers([each for each in affirming if each.source and not each.cites], material)
    others.pop(_who(head, material), None)
    against = originals([each for each in claim.statements if each.stance == "denies"], material)
    gone = [each for each in against if took_back(claim, each, material)]
    denying = [each for each in against if each not in gone]
    for found, one, many in (
        (others, " says as much", " say as much"),
        (_tellers(gone, material), " withdrew it", " withdrew it"),
        (_tellers(denying, material), " denies it", " deny it"),
    ):
        if found:
            row = [(name, *marks([notes.to(each)])) for name, each in found.items()]
            several = len(found) > 1 or any(map(are_many, found.values()))
            parts += ["; ", *listed(row), many if several else one]
    return Sentence((*parts, "."))


def _tellers(said: Sequence[ClaimStatement], material: Material) -> dict[Name, ClaimStatement]:
    found: dict[Name, ClaimStatement] = {}
    for each in said:
        found.setdefault(_who(each, material), each)
    return found


def _who(said: ClaimStatement, material: Material) -> Name:
    return teller(said) if said.source else material.outlet(said.document)
