"""What stands beside an article on its page: the sources, and of the layers each that found
something."""

from collections.abc import Mapping

from msgspec import Struct

from sayso.records.reading import Analysis
from sayso.records.text import Spans
from sayso.report.map import draw
from sayso.report.sources import Source
from sayso.report.timeline import timeline
from sayso.report.when import when
from sayso.report.where import where
from sayso.report.who import who


class Panel(Struct, frozen=True, kw_only=True):
    """A panel, with the template `name`.html. `values` are what that shows; `things` the words
    of the article that an item of it lights up, by the item's id."""

    name: str
    values: Mapping[str, object]
    things: Mapping[str, Spans]


def panels(analysis: Analysis, found: tuple[Source, ...]) -> tuple[Panel, ...]:
    """Give the panels in their order; `found` is from `sources`."""
    every = (_sources(found), _who(analysis, found), _where(analysis), _when(analysis))
    return tuple(panel for panel in every if panel)


def _sources(found: tuple[Source, ...]) -> Panel:
    return Panel(name="sources", values={"sources": found}, things={})


def _who(analysis: Analysis, found: tuple[Source, ...]) -> Panel | None:
    cast = who(analysis, found)
    if cast is None:
        return None
    actors = (*cast.speaking, *cast.spoken_of, *cast.described)
    things = {f"who-{one.number}": one.trail.spans for one in actors}
    return Panel(name="who", values={"who": cast}, things=things)


def _where(analysis: Analysis) -> Panel | None:
    places = where(analysis)
    if places is None:
        return None
    spots = (*places.spots, *places.unresolved, *places.standing)
    things = {f"where-{one.number}": one.trail.spans for one in spots}
    return Panel(name="where", values={"where": places, "map": draw(places.spots)}, things=things)


def _when(analysis: Analysis) -> Panel | None:
    times = when(analysis)
    if times is None:
        return None
    moments = (*times.placed, *times.unplaced)
    things = {f"when-{one.number}": one.trail.spans for one in moments}
    return Panel(name="when", values={"when": times, "timeline": timeline(times)}, things=things)
