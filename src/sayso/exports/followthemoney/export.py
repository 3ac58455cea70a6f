"""Entities and edges a line, the same as statements whose origin is the document that they come
from, and a file beside them for what the model has no place for: who says so, and how surely."""

import hashlib
from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from sayso.exports.article import Article
from sayso.exports.base import Task
from sayso.exports.followthemoney import mapping
from sayso.exports.followthemoney.mapping import Made, key
from sayso.exports.notes import notes
from sayso.exports.text import to_json
from sayso.records.claims import Claim
from sayso.records.reading import Event, Relation, Statement
from sayso.records.text import Span

DATASET: Final = "sayso"

_KEYWORDS: Final = frozenset(
    "Article Person Organization LegalEntity Territory Vehicle Address Event Note".split()
)
"""Schemata that have keywords, which carry the marking through every program."""


class FollowTheMoney:
    """Three files of JSON lines."""

    notes = notes("ftm_files", "ftm_apart", "ftm_controls")

    def __init__(self, task: Task) -> None:
        self._tally = task.tally
        self._tlp = task.tlp
        self._mark = {"tlp": task.tlp} if task.tlp else {}
        self._entities = task.folder.create("entities.ftm.json")
        self._statements = task.folder.create("statements.jsonl")
        self._say_so = task.folder.create("say-so.jsonl")

    def write(self, article: Article) -> None:
        """Write what one article says."""
        for _ in self._tally.take("documents", (article,)):
            self._put(mapping.document(article), article.id)
        self._things(article)
        self._places(article)
        for event in self._tally.take("events", article.analysis.events):
            why = mapping.not_an_event(event)
            if why is None:
                self._put(mapping.event(article, event), article.id)
            self._told(article, "events", event, event.trigger, why)
        for relation in self._tally.take("relations", article.analysis.relations):
            why = mapping.not_an_edge(article, relation)
            if why is None:
                self._put(mapping.edge(article, relation), article.id)
            self._told(article, "relations", relation, relation.evidence, why)
        for statement in self._tally.take("statements", article.analysis.statements):
            self._say(article, "statement", statement, statement.content, {"ref": statement.ref})

    def claims(self, found: Iterable[Claim]) -> None:
        """Write claims, each as a Note."""
        for one in self._tally.take("claims", found):
            self._put(mapping.claim(one), None)

    def close(self) -> None:
        """Close the files."""
        for stream in (self._entities, self._statements, self._say_so):
            stream.close()

    def _things(self, article: Article) -> None:
        for entity in self._tally.take("entities", article.analysis.entities):
            if why := mapping.not_a_thing(article, entity):
                self._tally.leave_out("entities", why)
            else:
                self._put(mapping.thing(article, entity), article.id)

    def _places(self, article: Article) -> None:
        seen = set()
        for number, place in enumerate(self._tally.take("places", article.analysis.places)):
            made = mapping.address(article, number, place)
            if place.use != "place":
                self._tally.leave_out("places", "named after a place, which it is not")
            elif made.id in seen:
                self._tally.leave_out("places", "one Address with another of its article")
            else:
                seen.add(made.id)
                self._put(made, article.id)

    def _put(self, made: Made, origin: str | None) -> None:
        """Write an entity, and its statements."""
        properties = dict(made.properties)
        if self._tlp and made.schema in _KEYWORDS:
            properties["keywords"] = [*properties.get("keywords", ()), self._tlp]
        entity = {"id": made.id, "schema": made.schema, "properties": properties}
        self._line(self._entities, entity)
        for name, found in properties.items():
            for value in found:
                self._line(self._statements, _statement(made, name, value, origin))

    def _told(
        self, article: Article, kind: str, one: Event | Relation, span: Span, why: str | None
    ) -> None:
        if why is not None:
            self._tally.leave_out(kind, why)
        singular = kind.removesuffix("s")
        entity = None if why else key(singular, article.id, one.id)
        facts = {"entity": entity, "type": one.type, "left_out": why}
        self._say(article, singular, one, span, facts)

    def _say(
        self,
        article: Article,
        kind: str,
        one: Event | Relation | Statement,
        span: Span,
        facts: dict[str, Any],
    ) -> None:
        speaker = article.speaker(one.attribution)
        known = article.entity(speaker.entity) if speaker else None
        line = {
            "document": key("document", article.id),
            "document_id": article.id,
            "kind": kind,
            "id": one.id,
            **facts,
            "voice": one.voice if isinstance(one, Statement) else article.voice(one),
            "factuality": one.factuality,
            "status": one.status if isinstance(one, Event) else None,
            "speaker": speaker.name if speaker else None,
            "speaker_entity": key("entity", article.id, known.id)
            if known and mapping.schema_of(article, known)
            else None,
            "source_kind": speaker.kind if speaker else None,
            "named": speaker.named if speaker else None,
            "background": speaker.background if speaker else None,
            "start": span[0],
            "end": span[1],
            "words": article.words(span),
            "confidence": one.confidence,
        }
        self._line(self._say_so, line)

    def _line(self, stream: BinaryIO, value: dict[str, Any]) -> None:
        stream.write(to_json({**value, **self._mark}) + b"\n")


def _statement(made: Made, name: str, value: str, origin: str | None) -> dict[str, Any]:
    """Make a statement of FollowTheMoney, whose id is the digest that the model wants."""
    known = f"{DATASET}.{made.id}.{name}.{value}".encode()
    return {
        "canonical_id": made.id,
        "entity_id": made.id,
        "prop": name,
        "schema": made.schema,
        "value": value,
        "dataset": DATASET,
        "lang": None,
        "original_value": None,
        "first_seen": None,
        "last_seen": None,
        "external": False,
        "origin": origin,
        "id": hashlib.sha1(known).hexdigest(),  # noqa: S324 (the model's own choice)
    }
