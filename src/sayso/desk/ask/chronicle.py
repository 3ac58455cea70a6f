"""What happened when, as it is told: dated statements in the order of their dates.

A date is one that the text gives. When a document was published says when something was told and
not when it was, so a statement without a date of its own is counted and not placed.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct, structs

from sayso.desk import partition
from sayso.desk.actors.record import Actor
from sayso.desk.ask.said import Said, family_of, once, said, touches
from sayso.desk.clock import as_of as stamp_of
from sayso.desk.review.rulings import Reading, readings
from sayso.desk.review.subjects import referred
from sayso.desk.store import Store
from sayso.knowledge.names import plain
from sayso.records.reading import Analysis, Event, Statement, Time

_DAY: Final = 10
"""Characters of an ISO date."""
_OPEN: Final = 10_000_000


class Dated(Struct, frozen=True, kw_only=True):
    """A statement and the days that bound when: ISO dates, both included; None for a side that
    the text leaves open. `words` of the date are what the text has."""

    begin: str | None
    until: str | None
    date_words: str
    said: Said


class Chronicle(Struct, frozen=True, kw_only=True):
    """Dated statements in order, and how many others have no date of their own."""

    dated: tuple[Dated, ...]
    undated: int


def chronicle(  # noqa: PLR0913 (what a timeline can be narrowed to)
    store: Store,
    *,
    actor: Actor | None = None,
    words: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
) -> Chronicle:
    """Order what is told by when it was: of an actor, with all of some words, between the days of
    two ISO dates or times, both included, that an interval must touch."""
    first, last = (stamp_of(each)[:_DAY] if each else None for each in (since, until))
    families = family_of(partition.current(store, as_of=as_of))
    wanted = frozenset(plain(words or "").split())
    own: dict[str, set[str]] = {}
    for member in actor.members if actor else ():
        own.setdefault(member.document, set()).add(member.entity)
    found: list[Dated] = []
    with store.reading() as connection:
        for reading in readings(connection, as_of=as_of, names=own if actor else None):
            found += _of_document(reading, own.get(reading.document) if actor else None, wanted)
    by_subject = {one.said.subject: one for one in found}
    told = [
        structs.replace(by_subject[line.subject], said=line)
        for line in once([one.said for one in found], families)
    ]
    dated = [one for one in told if one.begin or one.until]
    kept = [one for one in dated if _between(one, first, last)]
    return Chronicle(dated=tuple(sorted(kept, key=_order)), undated=len(told) - len(dated))


def _of_document(reading: Reading, own: set[str] | None, wanted: frozenset[str]) -> Iterator[Dated]:
    analysis = reading.analysis
    every = analysis.statements or ()
    events = {one.content for one in every if one.kind == "event"}
    for statement in every:
        # The event says what the plain statement of the same words says, and more.
        if statement.kind == "plain" and statement.content in events:
            continue
        line = said(reading, statement)
        if own is not None and not _concerns(analysis, statement, own):
            continue
        if wanted and not wanted <= set(plain(f"{line.words} {line.source or ''}").split()):
            continue
        time = _time(analysis, statement)
        yield Dated(
            begin=time.begin if time else None,
            until=time.until if time else None,
            date_words=" ".join(analysis.text[time.start : time.end].split()) if time else "",
            said=line,
        )


def _concerns(analysis: Analysis, statement: Statement, own: set[str]) -> bool:
    by = {one.id: one.source_entity for one in analysis.attributions or ()}
    if statement.attribution and by.get(statement.attribution) in own:
        return True
    mentions = [(one.start, one.end) for one in analysis.mentions or () if one.entity in own]
    return touches([statement.content], mentions)


def _time(analysis: Analysis, statement: Statement) -> Time | None:
    """When: the event's own time, else the narrowest date in the statement's words."""
    times = analysis.times or ()
    stated = referred(statement, analysis)
    if isinstance(stated, Event):
        found = times[stated.time] if stated.time is not None and stated.time < len(times) else None
        return found if found and (found.begin or found.until) else None
    start, end = statement.content
    within = [
        time
        for time in times
        if start <= time.start and time.end <= end and time.type in ("DATE", "TIME")
        if time.begin or time.until
    ]
    return min(within, key=lambda time: (_length(time), time.start),
               default=None)  # fmt: skip


def _length(time: Time) -> int:
    """The days of an interval; of one that is open on a side, more than any has."""
    try:
        begin, until = (
            date.fromisoformat((side or "")[:_DAY]) for side in (time.begin, time.until)
        )
    except ValueError:
        return _OPEN
    return (until - begin).days


def _between(one: Dated, since: str | None, until: str | None) -> bool:
    first, last = (one.begin or one.until or "")[:_DAY], (one.until or one.begin or "")[:_DAY]
    return (since is None or last >= since) and (until is None or first <= until)


def _order(one: Dated) -> tuple[str, str, str, str, int]:
    line = one.said
    return (
        one.begin or one.until or "",
        one.until or "9",
        line.published or "9",
        line.document,
        line.start,
    )
