"""What is not known: what nobody gives a source for, whose source has no name, what the documents
themselves leave open."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso import shipped
from sayso.records.claims import Claim
from sayso.report.brief.material import Material
from sayso.report.brief.notes import Notes, marks
from sayso.report.brief.record import Entry, Part, Sentence
from sayso.report.brief.telling import head_of, originals, teller

_SHOWN = 4


def untraced(claims: Sequence[Claim], material: Material, notes: Notes) -> Iterator[Entry]:
    """Tell of each claim what its sourcing leaves open."""
    for claim in claims:
        affirming = originals([e for e in claim.statements if e.stance == "affirms"], material)
        head = notes.quote(head_of(claim, material))
        rests = marks([notes.to(each) for each in affirming[:_SHOWN]])
        open_ = _open(claim)
        if open_:
            yield Entry(sentences=(Sentence((f"{open_} ", head, *_new(rests, head.note), ".")),))
        elif not any(_named(each.source_kind) for each in affirming) and affirming:
            unnamed = teller(affirming[0])
            parts: tuple[Part, ...] = ("Nobody with a name answers for ", head, ": it rests on ")
            yield Entry(sentences=(Sentence((*parts, unnamed, *_new(rests, head.note), ".")),))
        elif claim.origins_min < claim.origins_max:
            least, most = claim.origins_min, claim.origins_max
            told = f"How many independent origins, {least} to {most}, stand behind "
            yield Entry(
                sentences=(Sentence((told, head, *_new(rests, head.note), " is not known.")),)
            )


def left_open(documents: Sequence[str], material: Material, notes: Notes) -> Iterator[Entry]:
    """Give the sentences in which the documents say that something is not known."""
    told: set[str] = set()
    for document in documents:
        analysis = material.analysis(document)
        for each in analysis.sentences or ():
            words = analysis.text[each.start : each.end]
            if each.voice == "none" or not admits(words) or words in told:
                continue
            told.add(words)
            quote = notes.quoted(document, each.start, each.end)
            yield Entry(sentences=(Sentence((material.outlet(document), ": ", quote)),))


def admits(words: str) -> bool:
    """Whether words say that something is not known, or that somebody would not tell."""
    return bool(_admission().search(words))


def _open(claim: Claim) -> str | None:
    if claim.standing == "own_voice_only":
        return "Nobody gives a source for"
    if claim.standing == "circular":
        return "It cannot be traced who first had"
    if claim.origins_max == 0:
        return "Nothing is left beneath"
    return None


def _named(kind: str | None) -> bool:
    return kind in ("named_person", "named_organisation", "document", "media")


def _new(rests: Sequence[Part], note: int) -> tuple[Part, ...]:
    return tuple(mark for mark in rests if getattr(mark, "note", None) != note)


@cache
def _admission() -> re.Pattern[str]:
    rows = shipped.rows("sayso.report.brief", "admissions")
    return re.compile("|".join(f"(?:{row})" for row in rows), re.IGNORECASE)
