"""What stands beside an article on its page: the sources, and of the layers each that found
something."""

from collections.abc import Mapping

from msgspec import Struct

from sayso.records.reading import Analysis
from sayso.records.text import Spans
from sayso.report import map as maps
from sayso.report.certainty import CERTAINTIES, estimatives
from sayso.report.network.drawing import draw
from sayso.report.sifting import sieve
from sayso.report.sources import Source
from sayso.report.ties import ties
from sayso.report.timeline import timeline
from sayso.report.what import what
from sayso.report.when import when
from sayso.report.where import where
from sayso.report.who import who
from sayso.report.wording import wordings


class Panel(Struct, frozen=True, kw_only=True):
    """A panel, with the template `name`.html. `values` are what that shows; `things` the words
    of the article that an item of it lights up, by the item's id."""

    name: str
    values: Mapping[str, object]
    things: Mapping[str, Spans]


def panels(analysis: Analysis, found: tuple[Source, ...]) -> tuple[Panel, ...]:
    """Give the panels in their order; `found` is from `sources`."""
    every = (
        _sources(analysis, found),
        _what(analysis, found),
        _ties(analysis, found),
        _who(analysis, found),
        _where(analysis),
        _when(analysis),
        _wording(analysis, found),
    )
    return tuple(panel for panel in every if panel)


def _sources(analysis: Analysis, found: tuple[Source, ...]) -> Panel:
    estimative = estimatives(analysis.text)
    estimates = {
        saying.number: estimative(saying.attribution.content)
        for source in found
        for saying in source.sayings
    }
    return Panel(name="sources", values={"sources": found, "estimates": estimates}, things={})


def _what(analysis: Analysis, found: tuple[Source, ...]) -> Panel | None:
    events = what(analysis, found)
    if events is None:
        return None
    things = {f"what-{one.number}": one.trail.spans for one in events.shown}
    return Panel(name="what", values={"what": events, "sieve": sieve(events.shown)}, things=things)


def _ties(analysis: Analysis, found: tuple[Source, ...]) -> Panel | None:
    relations = ties(analysis, found)
    if relations is None:
        return None
    things = {f"ties-{one.number}": one.trail.spans for one in relations.shown}
    used = {one.certainty for one in relations.shown}
    values = {
        "ties": relations,
        "network": draw(relations.shown),
        "certainties": {key: said for key, said in CERTAINTIES.items() if key in used},
    }
    return Panel(name="ties", values=values, things=things)


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
    return Panel(
        name="where", values={"where": places, "map": maps.draw(places.spots)}, things=things
    )


def _when(analysis: Analysis) -> Panel | None:
    times = when(analysis)
    if times is None:
        return None
    moments = (*times.placed, *times.unplaced)
    things = {f"when-{one.number}": one.trail.spans for one in moments}
    return Panel(name="when", values={"when": times, "timeline": timeline(times)}, things=things)


def _wording(analysis: Analysis, found: tuple[Source, ...]) -> Panel | None:
    framing = wordings(analysis, found)
    if framing is None:
        return None
    shown = {f"wording-{one.number}": one for one in (*framing.own, *framing.told)}
    things = {id_: one.trail.spans for id_, one in shown.items()}
    return Panel(name="wording", values={"wording": framing, "framed": shown}, things=things)
