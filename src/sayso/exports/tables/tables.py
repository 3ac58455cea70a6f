"""Tables: a file a kind of record, for statistics and spreadsheets."""

from collections.abc import Iterable
from typing import Any, Final

from msgspec import Struct

from sayso.exports.article import Article
from sayso.exports.base import Task
from sayso.exports.notes import notes
from sayso.exports.tables import columns as c
from sayso.exports.tables.columns import Cell, Column
from sayso.exports.tables.polecat import Polecat
from sayso.exports.tables.sheets import Begin, csv, parquet, tsv
from sayso.exports.words import figures, joined, post
from sayso.records.claims import Claim

_NOTES: Final = ("keys", "texts", "tolls", "polecat_names", "polecat_values")


class Table(Struct, frozen=True, kw_only=True):
    """A table by its name, which is that of the layer of an analysis that it is made of.

    Its first columns are the document and `key`: the record's id, or, where records have none and
    it is `numbered`, their index in the layer.
    """

    name: str
    key: str
    columns: tuple[Column, ...]
    numbered: bool = False

    def head(self) -> tuple[Column, ...]:
        """Give all columns."""
        kind = c.whole if self.numbered else c.text
        return (c.text("document"), kind(self.key), *self.columns)

    def row(self, article: Article, number: int, record: Any) -> list[Cell]:  # noqa: ANN401
        """Make the row of a record, which is the one of this number in its layer."""
        key: Cell = number if self.numbered else record.id
        return [article.id, key, *(column.get(article, record) for column in self.columns)]


DOCUMENTS: Final = (
    c.text("document", lambda article, _: article.id),
    *map(c.text, ("title", "publisher", "url", "published", "language", "byline", "agency")),
    c.whole("characters", lambda _, one: len(one.text)),
    c.text("sha256"),
)

TABLES: Final = (
    Table(
        name="attributions",
        key="attribution",
        columns=(
            *c.speaker("id"),
            *c.spans("source"),
            *c.spans("cue"),
            *c.spans("content"),
            c.text("parent"),
            c.real("confidence"),
        ),
    ),
    Table(
        name="statements",
        key="statement",
        columns=(
            c.text("kind"),
            c.text("ref"),
            *c.span("content"),
            c.text("voice"),
            c.text("factuality"),
            *c.said_by(),
            c.real("confidence"),
        ),
    ),
    Table(
        name="events",
        key="event",
        columns=(
            *map(c.text, ("type", "mode", "status", "factuality")),
            c.text("voice", lambda article, one: article.voice(one)),
            *c.said_by(),
            *c.span("trigger"),
            *c.actors("actor"),
            *c.actors("recipient"),
            c.whole("place", lambda _, one: one.location),
            c.text("place_name", c.of_place("name")),
            c.text("place_use", c.of_place("use")),
            c.whole("geonameid", c.of_place("geonameid")),
            c.text("country", c.of_place("country")),
            c.real("lat", c.of_place("lat")),
            c.real("lon", c.of_place("lon")),
            c.text("precision", c.of_place("precision")),
            c.whole("time"),
            c.text("time_value", c.of_time("value")),
            c.text("begin", c.of_time("begin")),
            c.text("until", c.of_time("until")),
            *c.spans("instrument"),
            c.text("quantities", lambda _, one: figures(one.quantity)),
            *c.tolls(),
            c.real("confidence"),
        ),
    ),
    Table(
        name="relations",
        key="relation",
        columns=(
            c.text("type"),
            *c.end("source"),
            *c.end("target"),
            *map(c.text, ("begin", "end", "factuality")),
            c.text("voice", lambda article, one: article.voice(one)),
            *c.said_by(),
            *c.span("evidence"),
            c.real("confidence"),
        ),
    ),
    Table(
        name="places",
        key="place",
        numbered=True,
        columns=(
            *c.stretch(),
            *map(c.text, ("name", "use")),
            c.whole("geonameid"),
            c.text("country"),
            c.real("lat"),
            c.real("lon"),
            c.text("feature"),
            c.text("precision"),
            c.real("confidence"),
        ),
    ),
    Table(
        name="times",
        key="time",
        numbered=True,
        columns=(
            *c.stretch(),
            *map(c.text, ("type", "value", "begin", "until")),
        ),
    ),
    Table(
        name="mentions",
        key="mention",
        columns=(
            *map(c.text, ("entity", "type")),
            *c.stretch(),
            c.real("confidence"),
        ),
    ),
    Table(
        name="entities",
        key="entity",
        columns=(
            *map(c.text, ("type", "name")),
            c.text("names", lambda _, one: joined(one.names)),
            *map(c.text, ("wikidata", "country", "sector")),
            c.text("roles", lambda _, one: joined(map(post, one.roles))),
            c.whole("mentions", lambda _, one: len(one.mentions)),
        ),
    ),
    Table(
        name="framing",
        key="framing",
        numbered=True,
        columns=(
            *c.stretch(),
            *map(c.text, ("technique", "voice")),
            *c.said_by(),
            c.real("confidence"),
        ),
    ),
)


CLAIMS: Final = (
    c.text("claim"),
    *map(c.text, ("kind", "type", "proposition", "actor", "recipient", "place", "begin", "until")),
    *map(c.text, ("standing", "reliability")),
    *map(c.whole, ("credibility", "origins_min", "origins_max")),
    c.text("why"),
)
CLAIM_STATEMENTS: Final = (
    c.text("document"),
    c.whole("start"),
    c.whole("end"),
    *map(c.text, ("stance", "factuality", "voice", "source_kind", "source", "cites", "origin")),
    c.truth("withdrawn"),
)
"""What each statement of a claim has, behind the claim's id."""


class Tables:
    """All tables at once, and that of events once more under the names of POLECAT."""

    def __init__(self, task: Task, *, sheet: Begin, events: Begin, also: tuple[str, ...]) -> None:
        self.notes = notes(*_NOTES, *also)
        self._task = task
        self._sheet = sheet
        self._tally = task.tally
        self._tlp = task.tlp
        mark = c.text("tlp")
        self._documents = sheet(task, "documents", (*DOCUMENTS, mark))
        self._sheets = [(table, sheet(task, table.name, (*table.head(), mark))) for table in TABLES]
        self._polecat = Polecat(task, events)

    def write(self, article: Article) -> None:
        """Write what one article says."""
        for _ in self._tally.take("documents", (article,)):
            row = [column.get(article, article.analysis) for column in DOCUMENTS]
            self._documents.add([*row, self._tlp])
        for table, sheet in self._sheets:
            found = self._tally.take(table.name, getattr(article.analysis, table.name))
            for number, record in enumerate(found):
                sheet.add([*table.row(article, number, record), self._tlp])
        self._polecat.write(article)

    def claims(self, found: Iterable[Claim]) -> None:
        """Write claims, and in another table which statements affirm or deny each."""
        mark, said = c.text("tlp"), [each.name for each in CLAIM_STATEMENTS]
        claims = self._sheet(self._task, "claims", (*CLAIMS, mark))
        statements = self._sheet(
            self._task, "claim_statements", (CLAIMS[0], *CLAIM_STATEMENTS, mark)
        )
        for one in self._tally.take("claims", found):
            claims.add([*(getattr(one, each.name) for each in CLAIMS), self._tlp])
            for each in self._tally.take("claim_statements", one.statements):
                statements.add([one.claim, *(getattr(each, name) for name in said), self._tlp])
        claims.close()
        statements.close()

    def close(self) -> None:
        """Close the files."""
        for sheet in (self._documents, *(sheet for _, sheet in self._sheets)):
            sheet.close()
        self._polecat.close()


def in_csv(task: Task) -> Tables:
    """Begin tables in CSV, and POLECAT's as it is published, with tabs."""
    return Tables(task, sheet=csv, events=tsv, also=("guarded", "replaced"))


def in_parquet(task: Task) -> Tables:
    """Begin tables in Parquet."""
    return Tables(task, sheet=parquet, events=parquet, also=("replaced",))
