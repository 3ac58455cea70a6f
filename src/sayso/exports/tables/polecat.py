"""The events once more, in a table with the column names of POLECAT, the event data that the
PLOVER ontology was made for (Halterman, Bagozzi, Beger, Schrodt, Scarborough, 2023).

Its names and their order are those of the published files' first line. What nobody here says
stays empty; what POLECAT does not ask, who says so and how surely, follows behind.
"""

from collections.abc import Callable
from typing import Final

from msgspec import UNSET

from sayso.exports.article import Article
from sayso.exports.base import Task
from sayso.exports.tables import columns as c
from sayso.exports.tables.columns import Cell, Column, Get
from sayso.exports.tables.sheets import Begin
from sayso.exports.words import figures, joined
from sayso.records.reading import Entity, Event, Place
from sayso.records.text import Spans
from sayso.records.vocabulary import EventStatus, MentionType

_NAME: Final = "polecat"
_DAY: Final = len("2024-03-05")

_CONTEXTS: Final[dict[EventStatus, str | None]] = {
    "actual": None,
    "historical": "historical",
    "future": "future",
    "hypothetical": "hypothetical",
    "negated": "negation",
}
"""PLOVER puts what has not happened, or not now, among the contexts, under these names."""


def _empty(name: str) -> Column:
    return c.text(name, lambda _article, _one: None)


def _day(moment: Cell) -> Cell:
    return moment[:_DAY] if isinstance(moment, str) else None


def _party(side: str, spans: Callable[[Event], Spans]) -> tuple[Column, ...]:
    """The eight columns of an actor or a recipient."""

    def of(get: Callable[[Entity], str | None]) -> Get:
        return lambda article, one: joined(map(get, article.entities_at(spans(one))))

    def primary(article: Article, one: Event) -> Cell:
        known = (each.sector for each in article.entities_at(spans(one)))
        return next(filter(None, known), None)

    def raw(article: Article, one: Event) -> Cell:
        return joined(article.words(span) for span in spans(one))

    return (
        # A description, such as "gunmen", is nobody's name and stays among the raw ones.
        c.text(f"{side} Name", of(lambda each: each.name if each.names else None)),
        c.text(f"{side} Country", of(lambda each: each.country)),
        _empty(f"{side} COW"),
        c.text(f"Primary {side} Sector", primary),
        c.text(f"{side} Sectors", of(lambda each: each.sector)),
        c.text(f"{side} Title", of(lambda each: joined(role.title for role in each.roles))),
        c.text(f"{side} Name Raw", raw),
        _empty(f"Wikipedia {side} ID"),
    )


def _where(get: Callable[[Article, Place], Cell]) -> Get:
    """Get something of an event's place, unless that is only named after one ("Iranian")."""

    def found(article: Article, one: Event) -> Cell:
        where = article.place(one.location)
        return get(article, where) if where and where.use == "place" else None

    return found


def _city(_: Article, where: Place) -> Cell:
    return where.name if where.precision == "settlement" else None


def _story(*types: MentionType) -> Get:
    """The names of all that the article names of these types."""

    def get(article: Article, _: Event) -> Cell:
        found = () if article.analysis.entities is UNSET else article.analysis.entities
        return joined(one.name for one in found if one.type in types and one.names)

    return get


def _published(version: str) -> tuple[Column, ...]:
    return (
        c.text("Event ID", lambda article, one: f"{article.id}_{one.id}"),
        c.text("Event Date", lambda article, one: _day(c.of_time("begin")(article, one))),
        c.text("Event Type", lambda _, one: one.type),
        c.text("Event Mode", lambda _, one: one.mode),
        *map(_empty, ("Intensity", "Quad Code")),
        c.text("Contexts", lambda _, one: _CONTEXTS[one.status]),
        *_party("Actor", lambda one: one.actor),
        *_party("Recipient", lambda one: one.recipient),
        c.text("Placename", _where(lambda _, where: where.name)),
        c.text("City", _where(_city)),
        *map(_empty, ("District", "Province")),
        c.text("Country", _where(lambda _, where: where.country)),
        c.real("Latitude", _where(lambda _, where: where.lat)),
        c.real("Longitude", _where(lambda _, where: where.lon)),
        c.whole("GeoNames ID", _where(lambda _, where: where.geonameid)),
        c.text("Raw Placename", _where(lambda a, where: a.words((where.start, where.end)))),
        c.text("Feature Type", _where(lambda _, where: where.feature)),
        c.text("Source", lambda article, _: article.analysis.publisher),
        c.text("Publication Date", lambda article, _: _day(article.analysis.published)),
        c.text("Story People", _story("Person")),
        c.text("Story Organizations", _story("Organisation")),
        c.text("Story Locations", _story("Location")),
        c.text("Language", lambda article, _: article.analysis.language),
        c.text("Version", lambda _article, _one: f"sayso {version}"),
    )


def _own() -> tuple[Column, ...]:
    """What POLECAT does not ask."""

    def wikidata(spans: Callable[[Event], Spans]) -> Get:
        return lambda article, one: joined(e.wikidata for e in article.entities_at(spans(one)))

    speaker, entity, kind, named, background = c.speaker("attribution")
    return (
        c.text("Event Date Until", lambda article, one: _day(c.of_time("until")(article, one))),
        c.text("Status", lambda _, one: one.status),
        c.text("Factuality", lambda _, one: one.factuality),
        c.text("Voice", lambda article, one: article.voice(one)),
        c.text("Speaker", speaker.get),
        c.text("Speaker Entity", entity.get),
        c.text("Speaker Kind", kind.get),
        c.truth("Speaker Named", named.get),
        c.truth("Speaker On Background", background.get),
        c.text("Actor Wikidata", wikidata(lambda one: one.actor)),
        c.text("Recipient Wikidata", wikidata(lambda one: one.recipient)),
        c.text("Place Precision", _where(lambda _, where: where.precision)),
        c.text("Quantities", lambda _, one: figures(one.quantity)),
        c.text("Trigger", lambda article, one: article.words(one.trigger)),
        c.whole("Trigger Start", lambda _, one: one.trigger[0]),
        c.whole("Trigger End", lambda _, one: one.trigger[1]),
        c.real("Confidence", lambda _, one: one.confidence),
        c.text("Document", lambda article, _: article.id),
    )


class Polecat:
    """The table in the making. Its rows are those of the table of events, which counts them."""

    def __init__(self, task: Task, sheet: Begin) -> None:
        self._columns = (*_published(task.version), *_own())
        self._tlp = task.tlp
        self._sheet = sheet(task, _NAME, (*self._columns, c.text("tlp")))

    def write(self, article: Article) -> None:
        """Write the events of one article."""
        found = article.analysis.events
        for one in () if found is UNSET else found:
            self._sheet.add([*(column.get(article, one) for column in self._columns), self._tlp])

    def close(self) -> None:
        """Close the file."""
        self._sheet.close()
