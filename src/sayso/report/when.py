"""When an article is set: its times as stretches of days, as sure as the text makes them."""

from collections.abc import Hashable
from datetime import date

from msgspec import UNSET, Struct
from msgspec.structs import replace

from sayso.reading.times.bounds import bounds
from sayso.records.reading import Analysis, Time
from sayso.report.dates import day, stretch_words
from sayso.report.trail import Trail, trails
from sayso.report.words import one_line


class Moment(Struct, frozen=True, kw_only=True):
    """One time, numbered from 1 in the order of `When`. `words` are the text's own, `dates` its
    days in words. `begin` and `until` bound it, both included; a side is None or `soft` where
    the text leaves it open. `facts` say why it has no days, where it has none."""

    number: int
    words: str
    dates: str
    begin: date | None
    until: date | None
    soft_begin: bool
    soft_until: bool
    facts: tuple[str, ...]
    trail: Trail


class When(Struct, frozen=True, kw_only=True):
    """Times with days, the earliest first, and without, in text order. `published` is the day
    that relative times are counted from."""

    placed: tuple[Moment, ...]
    unplaced: tuple[Moment, ...]
    published: date | None


def when(analysis: Analysis) -> When | None:
    """Give the times; None where the layer was not computed or found none."""
    found = () if analysis.times is UNSET else analysis.times
    published = day(analysis.published)
    groups: dict[Hashable, list[Time]] = {}
    for time in found:
        words = one_line(analysis.text[time.start : time.end])
        groups.setdefault(_key(time, words), []).append(time)
    trail = trails(analysis)
    moments = [
        _moment(analysis, group, trail((time.start, time.end) for time in group), published)
        for group in groups.values()
    ]
    if not moments:
        return None
    placed = sorted((one for one in moments if _edge(one)), key=_order)
    unplaced = [one for one in moments if not _edge(one)]
    numbers = iter(range(1, len(moments) + 1))
    return When(
        placed=tuple(replace(one, number=next(numbers)) for one in placed),
        unplaced=tuple(replace(one, number=next(numbers)) for one in unplaced),
        published=published,
    )


def _edge(moment: Moment) -> date | None:
    return moment.begin or moment.until


def _order(moment: Moment) -> tuple[date, date]:
    return moment.begin or moment.until or date.min, moment.until or date.max


def _key(time: Time, words: str) -> Hashable:
    """What two wordings of one time have in common."""
    begin, until = _days(time)
    return (begin, until, time.type) if begin or until else words.casefold()


def _days(time: Time) -> tuple[date | None, date | None]:
    """Give the bounds, none where they stand the wrong way round."""
    begin, until = day(time.begin), day(time.until)
    return (None, None) if begin and until and begin > until else (begin, until)


def _moment(analysis: Analysis, group: list[Time], trail: Trail, published: date | None) -> Moment:
    words = max((one_line(analysis.text[one.start : one.end]) for one in group), key=len)
    begin, until = _days(group[0])
    # "Early 2020" is narrower than its value, 2020: that side is a rule's guess, not the text's.
    whole_begin, whole_until = map(day, bounds(group[0].value))
    one_day = begin is not None and begin == until
    return Moment(
        number=0,
        words=words,
        dates=stretch_words(begin, until),
        begin=begin,
        until=until,
        soft_begin=not one_day and _soft(begin, whole_begin),
        soft_until=not one_day and _soft(until, whole_until),
        facts=() if begin or until else (_why(group[0], published),),
        trail=trail,
    )


def _soft(side: date | None, whole: date | None) -> bool:
    return side is None or (whole is not None and side != whole)


def _why(time: Time, published: date | None) -> str:
    """Say why a time has no days."""
    value = time.value or ""
    if time.type == "SET":
        return "again and again"
    if time.type == "DURATION":
        return "a length of time"
    if published is None:
        return "unresolved: no publication date"
    return "unresolved: which year is not said" if value.startswith("XXXX") else "no days given"
