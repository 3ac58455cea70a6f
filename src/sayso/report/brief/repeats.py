"""Which documents add no origin of their own: copies of a text, and what is had from another."""

from collections.abc import Iterator, Sequence

from sayso.records.claims import Claim, ClaimStatement
from sayso.report.brief.material import Material
from sayso.report.brief.notes import Notes, listed, marks
from sayso.report.brief.record import Entry, Name, Part, Sentence

_SHOWN = 3
"""Footnotes to one document's borrowings."""


def repeats(claims: Sequence[Claim], material: Material, notes: Notes) -> Iterator[Entry]:
    """Tell who only repeats, over all the claims: copies first, then citations."""
    said = material.in_order([each for claim in claims for each in claim.statements])
    first = {each.document: each for each in reversed(said)}
    families: dict[str, list[ClaimStatement]] = {}
    for each in first.values():
        families.setdefault(material.family(each.document), []).append(each)
    for family, kin in sorted(families.items()):
        if copies := [each for each in kin if each.document != family]:
            yield _copies(copies, first.get(family), material, notes)
    for document, outlets in _citing(said).items():
        yield _citations(document, outlets, material, notes)


def _copies(
    copies: Sequence[ClaimStatement],
    root: ClaimStatement | None,
    material: Material,
    notes: Notes,
) -> Entry:
    ordered = material.in_order(copies)
    row = listed([(material.outlet(e.document), *marks([notes.to(e)])) for e in ordered])
    many = len(ordered) > 1
    agency = material.family_of[ordered[0].document].root.agency
    whose: tuple[Part, ...]
    if root is None:
        whose = (
            (" one text, credited to ", Name(agency))
            if agency
            else (" a text that others have too",)
        )
    else:
        whose = (" the text of ", material.outlet(root.document), *marks([notes.to(root)]))
    return Entry(sentences=(Sentence((*row, " carry" if many else " carries", *whose, ".")),))


def _citing(said: Sequence[ClaimStatement]) -> dict[str, dict[str, list[ClaimStatement]]]:
    """Whom each document cites, where it has no claim from elsewhere."""
    cited: dict[str, dict[str, list[ClaimStatement]]] = {}
    own = {each.document for each in said if each.source and not each.cites}
    for each in said:
        if each.cites and each.document not in own:
            cited.setdefault(each.document, {}).setdefault(each.cites, []).append(each)
    return cited


def _citations(
    document: str,
    outlets: dict[str, list[ClaimStatement]],
    material: Material,
    notes: Notes,
) -> Entry:
    row = listed(
        [
            (Name(outlet), *marks([notes.to(each) for each in said[:_SHOWN]]))
            for outlet, said in outlets.items()
        ]
    )
    has = (material.outlet(document), " has what it tells of this from ", *row, ".")
    return Entry(sentences=(Sentence(has),))
