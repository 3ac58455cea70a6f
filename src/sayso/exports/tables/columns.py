"""The columns that tables are made of: what a record says, with what it points to spelled out.

Ids mean something inside of their document only. Offsets are code points into the text that the
document had, half open. A cell that holds several things has "; " between them; what is not known
is empty.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final, Literal

from msgspec import Struct

from sayso.exports.article import Article
from sayso.exports.words import joined
from sayso.records.reading import Entity, Event
from sayso.records.text import Spans

Cell = str | int | float | bool | None
Get = Callable[[Article, Any], Cell]

TOLLS: Final[tuple[Literal["killed", "injured", "detained"], ...]] = (
    "killed",
    "injured",
    "detained",
)


class Column(Struct, frozen=True, kw_only=True):
    """A column: `kind` is the type of its cells, `get` makes one of an article and its record."""

    name: str
    kind: type[str | int | float | bool]
    get: Get


def text(name: str, get: Get | None = None) -> Column:
    """Make a column of text; without `get`, of the record's field of that name."""
    return Column(name=name, kind=str, get=get or _field(name))


def whole(name: str, get: Get | None = None) -> Column:
    """Make a column of whole numbers."""
    return Column(name=name, kind=int, get=get or _field(name))


def real(name: str, get: Get | None = None) -> Column:
    """Make a column of numbers."""
    return Column(name=name, kind=float, get=get or _field(name))


def truth(name: str, get: Get | None = None) -> Column:
    """Make a column of yes and no."""
    return Column(name=name, kind=bool, get=get or _field(name))


def stretch() -> tuple[Column, ...]:
    """What stands from the record's `start` to its `end`, and these."""
    return (
        text("words", lambda article, one: article.words((one.start, one.end))),
        whole("start"),
        whole("end"),
    )


def span(name: str) -> tuple[Column, ...]:
    """The words of a span, and where it starts and ends."""
    field = attrgetter(name)
    return (
        text(name, lambda article, one: article.words(field(one))),
        whole(f"{name}_start", lambda _, one: field(one)[0]),
        whole(f"{name}_end", lambda _, one: field(one)[1]),
    )


def spans(name: str) -> tuple[Column, ...]:
    """The words of a thing in pieces, and the pieces, "12-20; 31-34"."""
    field = attrgetter(name)
    return (
        text(name, lambda article, one: article.words(*field(one))),
        text(f"{name}_spans", lambda _, one: shown(field(one))),
    )


def said_by() -> tuple[Column, ...]:
    """The attribution that a record is part of, and who is made to say it; empty for the outlet
    itself."""
    return (text("attribution"), *speaker("attribution"))


def speaker(attribution: str) -> tuple[Column, ...]:
    """Who is made to say what the attribution holds whose id is in the field `attribution`."""
    field = attrgetter(attribution)

    def of(name: str) -> Get:
        part = attrgetter(name)

        def get(article: Article, one: object) -> Cell:
            known = article.speaker(field(one))
            found: Cell = part(known) if known else None
            return found

        return get

    return (
        text("speaker", of("name")),
        text("speaker_entity", of("entity")),
        text("source_kind", of("kind")),
        truth("named", of("named")),
        truth("background", of("background")),
    )


def actors(name: str) -> tuple[Column, ...]:
    """An event's actor or recipient: its words, and the entities that stand there."""
    field = attrgetter(name)

    def of(get: Callable[[Entity], str | None]) -> Get:
        return lambda article, one: joined(map(get, article.entities_at(field(one))))

    return (
        *spans(name),
        text(f"{name}_entities", of(lambda each: each.id)),
        text(f"{name}_names", of(lambda each: each.name)),
        text(f"{name}_wikidata", of(lambda each: each.wikidata)),
        text(f"{name}_countries", of(lambda each: each.country)),
        text(f"{name}_sectors", of(lambda each: each.sector)),
    )


def end(name: str) -> tuple[Column, ...]:
    """One end of a relation: its words, and the entity that it is."""
    field = attrgetter(f"{name}_entity")

    def of(get: Callable[[Entity], str | None]) -> Get:
        return lambda article, one: get(known) if (known := article.entity(field(one))) else None

    return (
        *span(name),
        text(f"{name}_entity"),
        text(f"{name}_name", of(lambda each: each.name)),
        text(f"{name}_wikidata", of(lambda each: each.wikidata)),
    )


def of_place(name: str) -> Get:
    """Get what the place of an event has in the field `name`."""
    part = attrgetter(name)

    def get(article: Article, one: Event) -> Cell:
        where = article.place(one.location)
        found: Cell = part(where) if where else None
        return found

    return get


def of_time(name: str) -> Get:
    """Get what the time of an event has in the field `name`."""
    part = attrgetter(name)

    def get(article: Article, one: Event) -> Cell:
        when = article.time(one.time)
        found: Cell = part(when) if when else None
        return found

    return get


def tolls() -> tuple[Column, ...]:
    """What a toll comes to, least and most, where the text gives one figure of its kind."""
    return tuple(
        whole(f"{of}_{bound}", _toll(of, bound)) for of in TOLLS for bound in ("least", "most")
    )


def shown(pieces: Spans) -> str | None:
    """Give spans as "12-20; 31-34"."""
    return joined(f"{start}-{until}" for start, until in pieces)


def _toll(of: str, bound: str) -> Get:
    field = attrgetter(bound)

    def get(_: Article, one: Event) -> Cell:
        found = [each for each in one.quantity if each.of == of]
        # Two figures for one thing are two reports or two parts, and a cell cannot say which.
        only: Cell = field(found[0]) if len(found) == 1 else None
        return only

    return get


def _field(name: str) -> Get:
    field = attrgetter(name)

    def get(_: Article, one: object) -> Cell:
        found: Cell = field(one)
        return found

    return get
