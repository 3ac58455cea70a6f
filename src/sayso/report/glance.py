"""Who, where and when in a few plain lines, for a report without a page."""

from collections.abc import Iterable

from msgspec import Struct

from sayso.records.reading import Analysis
from sayso.report.countries import country_name
from sayso.report.sources import Source
from sayso.report.when import when
from sayso.report.where import Spot, where
from sayso.report.who import Actor, who
from sayso.report.words import plural, shorten

_ACTORS = 10
_LABELS = 8
_NAMES = 8
_TIMES = 12
_NAME = 60
_WHAT = 120


class Line(Struct, frozen=True, kw_only=True):
    """A line of a list: what it is about, what is said of it, and how often it is mentioned,
    where that is told. A line about nothing in particular has no `name`."""

    name: str
    what: str
    times: int | None = None


def who_lines(analysis: Analysis, found: tuple[Source, ...]) -> tuple[Line, ...]:
    """Give the named actors, the most mentioned first, and how many more there are; () where
    nobody was found. `found` is from `sources`."""
    cast = who(analysis, found)
    if cast is None:
        return ()
    named = [one for one in (*cast.speaking, *cast.spoken_of) if one.named]
    named.sort(key=lambda one: -len(one.trail))
    unnamed = len(cast.speaking) + len(cast.spoken_of) + len(cast.described) - len(named)
    more = (
        (len(named) - _ACTORS, "more with a name"),
        (unnamed, "described and not named"),
    )
    rest = ", ".join(f"{count:,} {what}" for count, what in more if count > 0)
    lines = [_actor(one) for one in named[:_ACTORS]]
    return (*lines, *([Line(name="", what=rest)] if rest else ()))


def _actor(one: Actor) -> Line:
    speaks = [f"source {', '.join(map(str, one.sources[:_NAMES]))}"] if one.sources else []
    what = " · ".join((*one.roles[:2], *one.facts, *speaks))
    return Line(name=shorten(one.name, _NAME), what=shorten(what, _WHAT), times=len(one.trail))


def where_lines(analysis: Analysis) -> tuple[Line, ...]:
    """Give the countries with their places, the most mentioned first, and the names that stay
    unresolved; () where no place was found."""
    places = where(analysis)
    if places is None:
        return ()
    groups: dict[str, list[Spot]] = {}
    for spot in places.spots:
        groups.setdefault(country_name(spot.code) or "elsewhere", []).append(spot)
    ordered = sorted(groups.items(), key=lambda each: -sum(len(s.trail) for s in each[1]))
    lines = [
        Line(
            name=name,
            what=_names(spot for spot in spots if spot.precision != "country"),
            times=sum(len(spot.trail) for spot in spots),
        )
        for name, spots in ordered[:_LABELS]
    ]
    if len(ordered) > _LABELS:
        lines.append(
            Line(
                name="", what=f"{plural(len(ordered) - _LABELS, 'more country', 'more countries')}"
            )
        )
    if places.unresolved:
        lines.append(Line(name="unresolved", what=_names(places.unresolved)))
    return tuple(lines)


def _names(spots: Iterable[Spot]) -> str:
    names = [shorten(spot.name or "…", _NAME) for spot in spots]
    more = len(names) - _NAMES
    return ", ".join(names[:_NAMES]) + (f" and {more:,} more" if more > 0 else "")


def when_lines(analysis: Analysis) -> tuple[Line, ...]:
    """Give the times with their days, the earliest first, then those without; () where no time
    was found."""
    times = when(analysis)
    if times is None:
        return ()
    lines = [
        Line(
            name=one.dates,
            what=shorten(one.words, _NAME) if one.words != one.dates else "",
            times=len(one.trail),
        )
        for one in times.placed[:_TIMES]
    ]
    if (more := len(times.placed) - _TIMES) > 0:
        lines.append(Line(name="", what=f"{more:,} more with days"))
    reasons: dict[str, list[str]] = {}
    for one in times.unplaced:
        reasons.setdefault(one.facts[0], []).append(shorten(one.words, _NAME))
    for reason, words in reasons.items():
        more = len(words) - _NAMES
        shown = ", ".join(words[:_NAMES]) + (f" and {more:,} more" if more > 0 else "")
        lines.append(Line(name=reason, what=shown))
    return tuple(lines)
