"""Events, ties and loaded words in a few plain lines, for a report without a page."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sayso.records.reading import Analysis
from sayso.report.certainty import CERTAINTIES, STATUSES, SURE
from sayso.report.glance import Line
from sayso.report.parties import Party, Say
from sayso.report.sifting import TYPES
from sayso.report.sources import Source
from sayso.report.ties import Tie, ties
from sayso.report.what import Happening, what
from sayso.report.wording import Wording, wordings
from sayso.report.words import dots, plural, shorten

_EVENTS = 12
_TIES = 10
_WORDINGS = 10
_LEAST_EVENT = 0.1
_LEAST_TIE = 0.3
"""Confidence from which a plain report names them: of what is less sure most is none at all. The
page and the record have everything."""

T = TypeVar("T", Happening, Tie)

_NAME = 60
_WHAT = 160
_SIDE = 40
_SIDES = 3


def what_lines(analysis: Analysis, found: tuple[Source, ...]) -> tuple[Line, ...]:
    """Give the surest events with their dots, what the outlet asserts itself first, and how many
    more there are; () where none was found. `found` is from `sources`."""
    events = what(analysis, found, most=_EVENTS)
    return _lines(events.shown, events.more, "event", _event, _LEAST_EVENT) if events else ()


def tie_lines(analysis: Analysis, found: tuple[Source, ...]) -> tuple[Line, ...]:
    """Give the ties in the same way."""
    relations = ties(analysis, found, most=_TIES)
    return _lines(relations.shown, relations.more, "tie", _tie, _LEAST_TIE) if relations else ()


def wording_lines(analysis: Analysis, found: tuple[Source, ...]) -> tuple[Line, ...]:
    """Give the loaded and disputed words in the same way."""
    framing = wordings(analysis, found, most=_WORDINGS)
    if framing is None:
        return ()
    return (*map(_wording, (*framing.own, *framing.told)), *_more(framing.more, "wording"))


def _lines(
    shown: Sequence[T], more: int, name: str, line: Callable[[T], Line], least: float
) -> tuple[Line, ...]:
    """A line for each that is sure enough, and how many more there are."""
    named: list[T] = [one for one in shown if one.confidence >= least]
    return (*map(line, named), *_more(more + len(shown) - len(named), name))


def _event(one: Happening) -> Line:
    sides = " → ".join(filter(None, (_names(one.actors), _names(one.recipients))))
    kind = " · ".join(filter(None, (TYPES[one.type], one.mode)))
    sure = f"{SURE[one.factuality]} {STATUSES[one.status]}"
    what = " · ".join(filter(None, (_said(one.say), sides, sure, kind, *one.facts, *one.estimates)))
    return Line(
        name=shorten(one.words or "…", _NAME),
        what=f"{shorten(what, _WHAT)} · {dots(one.confidence)}",
    )


def _tie(one: Tie) -> Line:
    name = " ".join(
        (
            shorten(one.source.name, _SIDE),
            shorten(one.verb, _SIDE),
            shorten(one.target.name, _SIDE),
        )
    )
    what = " · ".join((_said(one.say), CERTAINTIES[one.certainty], *one.periods, *one.estimates))
    return Line(name=name, what=f"{shorten(what, _WHAT)} · {dots(one.confidence)}")


def _wording(one: Wording) -> Line:
    plain = f"plainly: {one.contested.plain}" if one.contested else ""
    what = " · ".join(filter(None, (_said(one.say), one.technique, plain)))
    return Line(
        name=shorten(one.words or "…", _NAME), what=shorten(what, _WHAT), times=len(one.trail)
    )


def _more(count: int, what: str) -> tuple[Line, ...]:
    return (Line(name="", what=plural(count, f"more {what}")),) if count else ()


def _said(say: Say) -> str:
    return f"source {say.source}" if say.source else say.name


def _names(parties: Iterable[Party]) -> str:
    names = [shorten(one.name, _SIDE) for one in parties]
    return ", ".join(names[:_SIDES]) + (" …" if len(names) > _SIDES else "")
