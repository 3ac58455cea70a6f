"""The network of relations in the making: nodes must be known before they are written, and there
may be more than memory holds, so they wait in a small database that is thrown away at the end."""

import sqlite3
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import Struct

from sayso.exports.article import Article
from sayso.exports.base import Task
from sayso.exports.text import label, printable
from sayso.records.reading import Entity, Relation
from sayso.records.text import Span
from sayso.records.vocabulary import Factuality

_LEFT_OUT: Final[dict[Factuality, str]] = {
    "CT-": "denied by whoever says it",
    "PR-": "denied by whoever says it",
    "PS-": "denied by whoever says it",
    "CTu": "left open by whoever says it",
    "Uu": "left open by whoever says it",
}

_TABLES: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE nodes (
    number INTEGER PRIMARY KEY, key TEXT UNIQUE, body BLOB, documents INTEGER, latest INTEGER
);
CREATE TABLE edges (number INTEGER PRIMARY KEY, source INTEGER, target INTEGER, body BLOB);
"""

_SEEN: Final = """
INSERT INTO nodes (key, body, documents, latest) VALUES (:key, :body, 1, :document)
ON CONFLICT (key) DO UPDATE SET documents = documents + (latest < :document), latest = :document
RETURNING number
"""


class Node(Struct, frozen=True, kw_only=True):
    """One that is tied to others. `documents` is how many tie it."""

    label: str
    type: str
    named: bool
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    documents: int = 1


class Edge(Struct, frozen=True, kw_only=True):
    """One relation, as one document states it."""

    type: str
    factuality: str
    voice: str
    confidence: float
    evidence: str
    document: str
    speaker: str | None = None
    source_kind: str | None = None
    named: bool | None = None
    begin: str | None = None
    end: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


class Tie(Struct, frozen=True, kw_only=True):
    """An edge from one node to another, by their numbers."""

    source: int
    target: int
    edge: Edge


class Network:
    """Takes in the relations of articles, then gives nodes and edges, in the order they came."""

    def __init__(self, task: Task) -> None:
        self._tally = task.tally
        self._base = sqlite3.connect(task.folder.scratch / "network.sqlite", isolation_level=None)
        task.folder.at_end(self._base.close)
        self._base.executescript(_TABLES)
        self._base.execute("BEGIN")
        self._document = 0

    def add(self, article: Article) -> None:
        """Take in the relations of one article."""
        self._document += 1
        for one in self._tally.take("relations", article.analysis.relations):
            if why := _LEFT_OUT.get(one.factuality):
                self._tally.leave_out("relations", why)
                continue
            source = self._node(article, one.source, article.entity(one.source_entity))
            target = self._node(article, one.target, article.entity(one.target_entity))
            body = msgspec.msgpack.encode(_edge(article, one))
            self._base.execute(
                "INSERT INTO edges (source, target, body) VALUES (?, ?, ?)", (source, target, body)
            )

    def nodes(self) -> Iterator[tuple[int, Node]]:
        """Give the nodes by their numbers."""
        asked = "SELECT number, body, documents FROM nodes ORDER BY number"
        for number, body, documents in self._base.execute(asked):
            node = msgspec.msgpack.decode(body, type=Node)
            yield number, msgspec.structs.replace(node, documents=documents)

    def edges(self) -> Iterator[tuple[int, Tie]]:
        """Give the edges by their numbers."""
        asked = "SELECT number, source, target, body FROM edges ORDER BY number"
        for number, source, target, body in self._base.execute(asked):
            edge = msgspec.msgpack.decode(body, type=Edge)
            yield number, Tie(source=source, target=target, edge=edge)

    def _node(self, article: Article, span: Span, entity: Entity | None) -> int:
        words = label(article.words(span))
        node = Node(label=words, type="unknown", named=False)
        if entity:
            node = Node(
                label=label(entity.name) or words,
                type=entity.type,
                named=bool(entity.names),
                wikidata=entity.wikidata,
                country=entity.country,
                sector=entity.sector,
            )
        known = {
            "key": self._key(span, entity),
            "body": msgspec.msgpack.encode(node),
            "document": self._document,
        }
        (number,) = self._base.execute(_SEEN, known).fetchone()
        return int(number)

    def _key(self, span: Span, entity: Entity | None) -> str:
        """Tell which node an end of a relation is. What has no name is nobody elsewhere."""
        if entity is None:
            return f"words {self._document} {span[0]}-{span[1]}"
        if entity.wikidata:
            return f"wikidata {label(entity.wikidata)}"
        if entity.names:
            return f"name {entity.type} {label(entity.name).casefold()}"
        return f"entity {self._document} {label(entity.id)}"


def _edge(article: Article, one: Relation) -> Edge:
    speaker, said = article.speaker(one.attribution), article.analysis
    return Edge(
        type=one.type,
        factuality=one.factuality,
        voice=article.voice(one),
        confidence=one.confidence,
        evidence=printable(article.words(one.evidence)),
        document=printable(article.id),
        speaker=label(speaker.name) if speaker and speaker.name else None,
        source_kind=speaker.kind if speaker else None,
        named=speaker.named if speaker else None,
        begin=one.begin,
        end=one.end,
        publisher=label(said.publisher) if said.publisher else None,
        published=said.published,
        url=printable(said.url) if said.url else None,
    )
