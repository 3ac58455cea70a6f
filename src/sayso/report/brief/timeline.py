"""When things are said to have been, by the days that the documents name, and who told it first."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from sayso.records.claims import Claim, ClaimStatement
from sayso.report.brief.material import Material
from sayso.report.brief.notes import Notes, ended
from sayso.report.brief.record import Entry, Sentence
from sayso.report.brief.telling import head_of, originals, took_back
from sayso.report.dates import day, stretch_words

_NAMED = re.compile(r"\b[A-Z]")

LONGEST = timedelta(days=31)
"""The longest stretch that says when something was."""


class Moment(Struct, frozen=True):
    """Days, and what is said of them."""

    begin: date
    until: date
    told: bool
    claim: Claim
    said: ClaimStatement


def timeline(claims: Sequence[Claim], material: Material, notes: Notes) -> tuple[Entry, ...]:
    """Give in the order of days what is said to have been on them, and when claims and denials
    were first told."""
    found = [moment for claim in claims for moment in _moments(claim, material)]
    ordered = sorted(found, key=lambda each: (each.begin, each.told, each.until, each.claim.claim))
    return tuple(
        Entry(
            label=stretch_words(each.begin, each.until), sentences=(_line(each, material, notes),)
        )
        for each in ordered
    )


def _moments(claim: Claim, material: Material) -> Iterator[Moment]:
    """What is to be told of a claim; one day is told once where it was told on the day."""
    told = list(_told(claim, material))
    first = {(each.begin, each.until) for each in told if each.said.stance == "affirms"}
    yield from told
    for each in _happened(claim, material):
        if (each.begin, each.until) not in first:
            yield each


def _line(moment: Moment, material: Material, notes: Notes) -> Sentence:
    outlet, quote = material.outlet(moment.said.document), notes.quote(moment.said)
    if not moment.told:
        return ended(outlet, ", of that time: ", quote)
    if moment.said.stance == "affirms":
        return ended(outlet, " is the first to tell: ", quote)
    head = notes.quote(head_of(moment.claim, material))
    back = took_back(moment.claim, moment.said, material)
    return ended(outlet, " takes back " if back else " has the first denial of ", head, ": ", quote)


def _happened(claim: Claim, material: Material) -> Iterator[Moment]:
    """The days that words of the claim name, by the first text that has each."""
    days: set[tuple[date, date]] = set()
    for said in originals(
        [each for each in claim.statements if each.stance == "affirms"], material
    ):
        for found in _named(said, material):
            if found not in days:
                days.add(found)
                yield Moment(*found, told=False, claim=claim, said=said)


def _named(said: ClaimStatement, material: Material) -> Iterator[tuple[date, date]]:
    """The days inside a statement's own words. Those that the rest of its sentence names may be
    of something else."""
    analysis = material.analysis(said.document)
    for time in analysis.times or ():
        begin, until = day(time.begin), day(time.until)
        inside = said.start <= time.start and time.end <= said.end
        if inside and begin and until and until - begin <= LONGEST:
            words = analysis.text[time.start : time.end]
            # "At noon" is an hour of a day that nobody names; "noon on Friday" names it.
            if time.type == "DATE" or (time.type == "TIME" and _NAMED.search(words)):
                yield begin, until


def _told(claim: Claim, material: Material) -> Iterator[Moment]:
    """Who told a claim first, and who denied it first."""
    for stance in ("affirms", "denies"):
        ordered = material.in_order([each for each in claim.statements if each.stance == stance])
        first = ordered[0] if ordered else None
        when = day(material.analysis(first.document).published) if first else None
        if first and when:
            yield Moment(when, when, told=True, claim=claim, said=first)
