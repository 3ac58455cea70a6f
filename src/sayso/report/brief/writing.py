"""The brief itself: which claims go where, in what order, and how many."""

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.desk.families.moments import LATEST, moment
from sayso.records.claims import Claim, Standing
from sayso.report.brief.alone import alone
from sayso.report.brief.disputes import difference, differing, dispute
from sayso.report.brief.material import Material
from sayso.report.brief.notes import Notes
from sayso.report.brief.record import Brief, Entry, Held, Section
from sayso.report.brief.repeats import repeats
from sayso.report.brief.subject import Subject
from sayso.report.brief.summary import summary
from sayso.report.brief.telling import entry, head_of
from sayso.report.brief.timeline import timeline
from sayso.report.brief.unknown import left_open, untraced

MAIN: Final = 12
"""Claims that are told whole."""

OTHERS: Final = 24
"""Claims, and other entries of a section, that are told in a line."""

_STANDINGS: Final[Sequence[Standing]] = (
    "disputed", "corroborated", "circular", "single_origin", "own_voice_only",
)  # fmt: skip
"""In the order in which an editor needs them."""

GRADES = (
    "A grade is the Admiralty code’s: the source’s reliability, A to F, which a person sets and is "
    "F, not judged, until then; and the information’s credibility, from 1, confirmed, to 6, not to "
    "be judged, which follows from the standing."
)

FIGURES = (
    "Figures of one measure, at one place and time, stand together; whether they are of one thing "
    "is for the reader to judge."
)


def write(subject: Subject, material: Material, *, asked: str, as_of: str | None = None) -> Brief:
    """Write the brief on a subject. The same material gives the same brief."""
    notes = Notes(material)
    about = sorted(subject.about, key=lambda each: _weight(each, material))
    shared = [each for each in about if _matters(each)] or about[:1]
    main, rest = shared[:MAIN], [*shared[MAIN:], *(e for e in about if e not in shared)]
    disputed = [each for each in main if each.standing == "disputed"]
    involved = list(dict.fromkeys(said.document for each in main for said in each.statements))
    figures = differing(_figured(subject, shared, material), material)
    sections = (
        _section("In short", summary(main, figures, material, notes)),
        _section("What is claimed", (entry(e, material, notes) for e in main), remark=GRADES),
        _section(
            "Where they disagree",
            (dispute(each, material, notes) for each in disputed),
        ),
        _section(
            "Figures that differ",
            (difference(each, material, notes) for each in figures),
            remark=FIGURES,
        ),
        _section(
            f"What {subject.title} says besides",
            alone(material.in_order(subject.says), material, notes),
        ),
        _section("Who only repeats", repeats(shared, material, notes)),
        _section("Timeline", timeline(main, material, notes)),
        _section(
            "What is not known",
            [*untraced(main, material, notes), *left_open(involved, material, notes)],
        ),
        _section(
            "Told in one document only",
            alone(
                material.in_order([head_of(each, material) for each in rest[:OTHERS]]),
                material,
                notes,
                told=[*(said for each in main for said in each.statements), *subject.says],
            ),
            left=len(rest[OTHERS:]),
        ),
    )
    numbered = notes.numbered([each for each in sections if each.entries])
    return Brief(
        kind=subject.kind,
        asked=asked,
        title=subject.title,
        held=_held(material),
        sections=numbered.sections,
        footnotes=numbered.footnotes,
        documents=numbered.documents,
        as_of=as_of,
        known=max((each.known for each in material.readings.values()), default=None),
    )


def _section(
    title: str, entries: Iterable[Entry], *, remark: str | None = None, left: int = 0
) -> Section:
    """A section of so many entries; `left` others were left out before."""
    made = tuple(entries)
    left += len(made[OTHERS:])
    return Section(title=title, entries=made[:OTHERS], remark=remark, left=left)


def _weight(claim: Claim, material: Material) -> tuple[bool, bool, int, int, str, str]:
    families = {material.family(each.document) for each in claim.statements}
    first = min(
        (moment(material.analysis(each.document).published) or LATEST for each in claim.statements),
        default=LATEST,
    )
    return (
        not _matters(claim),
        claim.kind == "plain" and claim.standing != "disputed",
        _STANDINGS.index(claim.standing),
        -len(families),
        first.isoformat(),
        claim.claim,
    )


def _matters(claim: Claim) -> bool:
    """Whether a claim is told in more than one document, or denied."""
    documents = {each.document for each in claim.statements}
    return claim.standing == "disputed" or len(documents) > 1


def _figured(subject: Subject, shared: Sequence[Claim], material: Material) -> Sequence[Claim]:
    """The claims among which figures are compared: for one claim, all those of its documents."""
    if subject.kind != "claim":
        return subject.about
    documents = {said.document for each in shared for said in each.statements}
    return [
        each
        for each in material.claims
        if any(said.document in documents for said in each.statements)
    ]


def _held(material: Material) -> Held:
    analyses = [each.analysis for each in material.readings.values()]
    dates = sorted(
        (when, each.published or "")
        for each in analyses
        if (when := moment(each.published)) is not None
    )
    return Held(
        documents=len(analyses),
        families=len({material.family(each.id) for each in analyses}),
        publishers=len({each.publisher for each in analyses if each.publisher}),
        first=dates[0][1] if dates else None,
        last=dates[-1][1] if dates else None,
    )
