"""One claim in sentences: who says so and in whose words, who has it from whom, who denies it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from sayso.desk.families.names import same_house
from sayso.records.claims import Claim, ClaimStatement, Standing
from sayso.records.vocabulary import Factuality
from sayso.report.brief.material import Material
from sayso.report.brief.notes import Notes, ended, listed, marks
from sayso.report.brief.record import Entry, Name, Part, Sentence
from sayso.report.certainty import SURE
from sayso.report.words import one_line

STANDINGS: Final[dict[Standing, str]] = {
    "disputed": "disputed",
    "corroborated": "corroborated",
    "single_origin": "single origin",
    "circular": "circular",
    "own_voice_only": "own voice only",
}
"""How a standing is called in a brief."""

_HEDGED: Final[frozenset[Factuality]] = frozenset(("PR+", "PS+", "PR-", "PS-"))
_UNNAMED: Final = frozenset(("unnamed_person", "unnamed_group", "unspecified"))
_PLURALS: Final = (["police"], ["authorities"], ["officials"], ["people"], ["troops"])
_BEFORE_HEAD_ENDS: Final = re.compile(r",| (?:of|in|at|from|near|on|with|who|for)\b")
_WORDINGS = 2
"""Wordings of one source that are quoted beside the claim's own."""

_REASONS = 8
"""Footnotes behind the reckoning of a standing."""


def head_of(claim: Claim, material: Material) -> ClaimStatement:
    """Give the statement whose words stand for the claim."""
    affirming = material.in_order([each for each in claim.statements if each.stance == "affirms"])
    said = _own_left_out(affirming, material) or material.in_order(claim.statements)
    return next((each for each in said if _same(material.words(each), claim.proposition)), said[0])


def entry(claim: Claim, material: Material, notes: Notes) -> Entry:
    """Tell a claim whole, with its standing and the reasons for it."""
    head = head_of(claim, material)
    title = Sentence((notes.quote(head),))
    said = [*affirmed(claim, material, notes), *denied(claim, material, notes)]
    said += _copied(claim, material, notes)
    said.append(_reasons(claim, material, notes))
    return Entry(
        head=title,
        label=STANDINGS[claim.standing],
        facts=(_origins(claim), f"grade {claim.reliability}{claim.credibility}"),
        sentences=tuple(said),
    )


def affirmed(claim: Claim, material: Material, notes: Notes) -> Iterator[Sentence]:
    """Tell who affirms a claim, each source once, a copied text once."""
    said = originals([each for each in claim.statements if each.stance == "affirms"], material)
    head = material.words(head_of(claim, material))
    for group in _groups(_own_left_out(said, material)):
        alike = [each for each in group if _same(material.words(each), head)]
        other = _wordings([each for each in group if each not in alike], material)
        rest = [each for each in group if each not in other]
        if rest:
            yield Sentence((*_says_so(rest, material, notes), "."))
        for each in other:
            yield ended(*says(each, material, notes))


def denied(claim: Claim, material: Material, notes: Notes) -> Iterator[Sentence]:
    """Tell who denies a claim, or took it back."""
    said = originals([each for each in claim.statements if each.stance == "denies"], material)
    for group in _groups(said):
        outlet = material.outlet(group[0].document)
        noted = marks([notes.to(each) for each in group])
        if took_back(claim, group[0], material):
            yield Sentence((outlet, " withdrew it", *noted, "."))
        elif group[0].source is None:
            yield Sentence((outlet, " denies it in its own voice", *noted, "."))
        else:
            where = _where(group, material, notes)
            yield Sentence((teller(group[0]), _verb(group[0]), *where, "."))


def took_back(claim: Claim, said: ClaimStatement, material: Material) -> bool:
    """Whether a denial is an outlet's, of what it told itself."""
    gone = [material.outlet(each.document) for each in claim.statements if each.withdrawn]
    return said.source is None and material.outlet(said.document) in gone


def says(said: ClaimStatement, material: Material, notes: Notes) -> tuple[Part, ...]:
    """Tell whose words some are, and where, and the words."""
    outlet = material.outlet(said.document)
    back = (", which took it back",) if said.withdrawn else ()
    quote = notes.quote(said)
    sure = f" (put as {SURE[said.factuality]})" if said.factuality in _HEDGED else ""
    words: tuple[Part, ...] = (quote, sure) if sure else (quote,)
    if said.cites:
        return outlet, ", which has it from ", Name(said.cites), _beneath(said), ": ", *words
    if said.source is None:
        return outlet, *back, ", in its own voice: ", *words
    if _is_own_paper(said, outlet):
        return teller(said), f"{_verb(said)}, in its own publication: ", *words
    return teller(said), f"{_verb(said)}, in ", outlet, *back, ": ", *words


def teller(said: ClaimStatement) -> Name:
    """Give whoever says something, for whom a source is given."""
    return Name(one_line(said.source or ""), quoted=said.source_kind in _UNNAMED)


def are_many(said: ClaimStatement) -> bool:
    """Whether a source takes the plural: "residents", "the police in Gedo"."""
    head = _BEFORE_HEAD_ENDS.split(one_line(said.source or "").casefold(), maxsplit=1)[0]
    return said.source_kind == "unnamed_group" or head.split()[-1:] in _PLURALS


def _verb(said: ClaimStatement) -> str:
    many = are_many(said)
    if said.stance == "denies":
        return " deny it" if many else " denies it"
    return " say" if many else " says"


def _says_so(said: Sequence[ClaimStatement], material: Material, notes: Notes) -> tuple[Part, ...]:
    first = said[0]
    papers = _papers(said, material, notes)
    outlets = listed([(outlet, *marks(noted)) for outlet, noted in papers.items()])
    many = len(papers) > 1
    if first.cites:
        has = " have it from " if many else " has it from "
        return *outlets, has, Name(first.cites), _beneath(first)
    if first.source is None:
        own = " say so in their own voice" if many else " says so in its own voice"
        return *outlets, f"{own}, without a source"
    return teller(first), f"{_verb(first)} so", *_where(said, material, notes)


def _where(said: Sequence[ClaimStatement], material: Material, notes: Notes) -> tuple[Part, ...]:
    row: list[tuple[Part, ...]] = []
    for outlet, noted in _papers(said, material, notes).items():
        own = f"its own publication{'s' if len(noted) > 1 else ''}"
        row.append((own if _is_own_paper(said[0], outlet) else outlet, *marks(noted)))
    return " in ", *listed(row)


def _papers(
    said: Sequence[ClaimStatement], material: Material, notes: Notes
) -> dict[Name, list[int]]:
    """The outlets of some statements, each once, with a footnote for each of its documents."""
    found: dict[Name, list[int]] = {}
    for each in _by_document(said):
        found.setdefault(material.outlet(each.document), []).append(notes.to(each))
    return found


def _beneath(said: ClaimStatement) -> str:
    """What is beneath a citation, where that is somebody else than the outlet that is cited."""
    if said.origin is None:
        return ", with nothing left beneath it"
    if same_house(said.origin, said.cites):
        return ", whose own source is not known"
    if (said.cites or "") in said.origin:
        return f", in a ring of citations, {one_line(said.origin)}"
    return f", which leads back to {one_line(said.origin)}"


def _copied(claim: Claim, material: Material, notes: Notes) -> Iterator[Sentence]:
    """Tell which documents only carry the text of another."""
    said = sorted(
        material.in_order(claim.statements), key=lambda each: material.family(each.document)
    )
    for _, group in groupby(said, key=lambda each: material.family(each.document)):
        kin = list({each.document: each for each in reversed(list(group))}.values())[::-1]
        kin.sort(key=lambda each: material.copy_of(each.document) is not None)
        if len(kin) > 1:
            copies = [
                (material.outlet(each.document), *marks([notes.to(each)])) for each in kin[1:]
            ]
            carry, add = ("carry", "add") if len(copies) > 1 else ("carries", "adds")
            root = (material.outlet(kin[0].document), *marks([notes.to(kin[0])]))
            yield Sentence(
                (*listed(copies), f" {carry} the text of ", *root, f" and {add} no origin.")
            )


def _reasons(claim: Claim, material: Material, notes: Notes) -> Sentence:
    said = originals(claim.statements, material)
    return Sentence(
        (f"Why: {one_line(claim.why)}", *marks([notes.to(each) for each in said[:_REASONS]]))
    )


def _origins(claim: Claim) -> str:
    least, most = claim.origins_min, claim.origins_max
    if least == most:
        return f"{least} independent origin{'' if least == 1 else 's'}"
    return f"{least} to {most} independent origins"


def originals(said: Sequence[ClaimStatement], material: Material) -> list[ClaimStatement]:
    """Statements in order, without those of copies whose text is there too."""
    found: dict[tuple[str, str | None, str | None, str], ClaimStatement] = {}
    for each in material.in_order(said):
        family = material.family(each.document)
        held = next(
            (one for key, one in found.items() if key[:3] == (family, each.source, each.cites)),
            None,
        )
        if held is None or held.document == each.document:
            key = (family, each.source, each.cites, f"{each.document} {each.start}")
            found[key] = each
    return list(found.values())


def _own_left_out(said: Sequence[ClaimStatement], material: Material) -> list[ClaimStatement]:
    """A document that gives a source for a claim does not also speak in its own voice on it."""
    sourced = {material.family(each.document) for each in said if each.source or each.cites}
    kept = [each for each in said if each.source or material.family(each.document) not in sourced]
    return kept or list(said)


def _groups(said: Sequence[ClaimStatement]) -> Iterator[list[ClaimStatement]]:
    """Statements of one teller each: those with a source, then citations, then own voices."""
    ordered: dict[tuple[str | None, str | None], list[ClaimStatement]] = {}
    for each in said:
        ordered.setdefault((each.source, each.cites), []).append(each)
    yield from sorted(ordered.values(), key=lambda group: _rank(group[0]))


def _rank(said: ClaimStatement) -> int:
    if said.cites:
        return 2
    if said.source is None:
        return 3
    return 1 if said.source_kind in _UNNAMED else 0


def _wordings(said: Sequence[ClaimStatement], material: Material) -> list[ClaimStatement]:
    """The first statements that say it in words of their own."""
    found: dict[str, ClaimStatement] = {}
    for each in said:
        found.setdefault(one_line(material.words(each)).casefold(), each)
    return list(found.values())[:_WORDINGS]


def _by_document(said: Sequence[ClaimStatement]) -> list[ClaimStatement]:
    """One statement a document."""
    found: dict[str, ClaimStatement] = {}
    for each in said:
        found.setdefault(each.document, each)
    return list(found.values())


def _is_own_paper(said: ClaimStatement, outlet: Name) -> bool:
    """Whether a source publishes what it says itself: "Amber Front", in "Amber Front Office"."""
    words = set(outlet.words.casefold().split())
    return bool(said.source) and set((said.source or "").casefold().split()) <= words


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
