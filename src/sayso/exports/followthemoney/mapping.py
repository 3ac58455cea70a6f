"""What an article says as entities of FollowTheMoney. Ids are made of the document's and of the
record's, so that the same article always gives the same entities."""

import hashlib
from collections.abc import Iterable

from msgspec import Struct

from sayso.exports.article import Article, point
from sayso.exports.followthemoney import values
from sayso.exports.followthemoney.vocabulary import vocabulary
from sayso.exports.words import post
from sayso.records.claims import Claim
from sayso.records.reading import Entity, Event, Place, Relation


class Made(Struct, frozen=True, kw_only=True):
    """An entity of FollowTheMoney. Every property has at least one value."""

    id: str
    schema: str
    properties: dict[str, list[str]]


def key(kind: str, *parts: str) -> str:
    """Give the id of what is of this kind and known by these parts."""
    known = "\0".join((kind, *parts)).encode("utf-8", "surrogatepass")
    return f"sayso-{hashlib.sha1(known).hexdigest()}"  # noqa: S324 (a name, and no proof)


def document(article: Article) -> Made:
    """Make the Article that all else is told by."""
    said = article.analysis
    languages = vocabulary().languages
    return _made(
        key("document", article.id),
        "Article",
        title=[said.title],
        fileName=[article.id],
        publisher=[said.publisher],
        author=[said.byline, said.agency],
        publishedAt=[values.date(said.published)],
        language=[languages.get(said.language or "")],
        sourceUrl=[values.url(said.url)],
        # A contentHash would be SHA-1, of a file.
        notes=[f"SHA-256 of the text: {said.sha256}"],
    )


def schema_of(article: Article, one: Entity | None) -> str | None:
    """Give the schema that an entity has in the model; None where it is none there."""
    return None if one is None or not_a_thing(article, one) else vocabulary().schemata[one.type]


def not_a_thing(article: Article, one: Entity) -> str | None:
    """Tell why an entity is none of the model; None where it is one.

    Whoever looks for names there would find "officials" and "drivers" again and again; so what is
    only described is there where a relation needs it.
    """
    if one.type not in vocabulary().schemata:
        return f"FollowTheMoney has no schema for {one.type}"
    if values.clean(one.name) is None or not (one.names or article.is_tied(one)):
        return "is only described, has no name of its own and is an end of no relation"
    return None


def thing(article: Article, one: Entity) -> Made:
    """Make the entity of an actor or a thing for which `not_a_thing` has no reason."""
    schema = vocabulary().schemata[one.type]
    return _made(
        key("entity", article.id, one.id),
        schema,
        name=[one.name],
        alias=[name for name in one.names if name != one.name],
        country=[values.country(one.country)],
        wikidataId=[one.wikidata],
        position=map(post, one.roles) if schema == "Person" else (),
        keywords=[f"PLOVER {one.sector}"] if one.sector else [],
        proof=[key("document", article.id)],
    )


def address_id(article: Article, number: int, one: Place) -> str:
    """Give the id of a place, which articles share where GeoNames has it."""
    if one.geonameid is not None:
        return key("geonames", str(one.geonameid))
    return key("place", article.id, str(number))


def address(article: Article, number: int, one: Place) -> Made:
    """Make the Address of a place."""
    at = point(one)
    return _made(
        address_id(article, number, one),
        "Address",
        name=[one.name],
        full=[one.name],
        country=[values.country(one.country)],
        latitude=[str(at[1])] if at else [],
        longitude=[str(at[0])] if at else [],
        summary=[f"The point stands for a {one.precision}."] if at and one.precision else [],
        proof=[key("document", article.id)],
    )


def event(article: Article, one: Event) -> Made:
    """Make an Event."""
    where, when = article.place(one.location), article.time(one.time)
    parts = (article.words(*one.actor), article.words(one.trigger), article.words(*one.recipient))
    involved = [
        key("entity", article.id, entity.id)
        for entity in article.entities_at((*one.actor, *one.recipient))
        if schema_of(article, entity) in vocabulary().ranges["LegalEntity"]
    ]
    told = where if where and where.use == "place" else None
    return _made(
        key("event", article.id, one.id),
        "Event",
        name=[f"{one.type.capitalize()}: {', '.join(filter(None, parts))}"],
        description=[_said(article, one)],
        summary=[each.text for each in one.quantity],
        startDate=[values.date(when.begin)] if when else [],
        endDate=[values.date(when.until)] if when else [],
        location=[told.name] if told else [],
        country=[values.country(told.country)] if told else [],
        addressEntity=[address_id(article, one.location or 0, told)] if told else [],
        involved=involved,
        keywords=[f"PLOVER {one.type}", f"PLOVER {one.mode}" if one.mode else None],
        proof=[key("document", article.id)],
        publisher=[article.analysis.publisher],
        sourceUrl=[values.url(article.analysis.url)],
    )


def not_an_event(one: Event) -> str | None:
    """Tell why an event is no Event; None where it is one."""
    known = vocabulary()
    return known.unhappened.get(one.status) or known.unstated.get(one.factuality)


def edge(article: Article, one: Relation) -> Made:
    """Make the edge of a relation for which `not_an_edge` has no reason."""
    ends = article.entity(one.source_entity), article.entity(one.target_entity)
    schema = vocabulary().edge(one.type, *(schema_of(article, end) for end in ends))
    return _made(
        key("relation", article.id, one.id),
        schema.schema,
        **{
            schema.source: [key("entity", article.id, one.source_entity or "")],
            schema.target: [key("entity", article.id, one.target_entity or "")],
        },
        role=[one.type.replace("_", " ")] if schema.schema == "UnknownLink" else [],
        startDate=[values.date(one.begin)],
        endDate=[values.date(one.end)],
        summary=[article.words(one.evidence)],
        description=[_said(article, one)],
        proof=[key("document", article.id)],
        publisher=[article.analysis.publisher],
        sourceUrl=[values.url(article.analysis.url)],
    )


def not_an_edge(article: Article, one: Relation) -> str | None:
    """Tell why a relation is no edge; None where it is one."""
    if reason := vocabulary().unstated.get(one.factuality):
        return reason
    ends = article.entity(one.source_entity), article.entity(one.target_entity)
    if not all(schema_of(article, end) for end in ends):
        return "an end of it is no entity that FollowTheMoney has: only in say-so.jsonl"
    if one.source_entity == one.target_entity:
        return "both ends are one entity: only in say-so.jsonl"
    return None


def claim(one: Claim) -> Made:
    """Make the Note of a claim, which the documents of its statements prove."""
    standing = one.standing.replace("_", " ")
    origins = f"{one.origins_min} to {one.origins_max} independent origins"
    return _made(
        key("claim", one.claim),
        "Note",
        name=[one.proposition],
        description=[one.why],
        summary=[f"{standing}, grade {one.reliability}{one.credibility}, {origins}"],
        keywords=[standing],
        proof=sorted({key("document", each.document) for each in one.statements}),
    )


def _said(article: Article, one: Event | Relation) -> str:
    """Say who says it and how surely."""
    speaker = article.speaker(one.attribution)
    outlet = article.analysis.publisher or "the outlet"
    who = (speaker.name or "a source that is not given") if speaker else f"{outlet} itself"
    return f"{vocabulary().factuality[one.factuality]}, says {who}"


def _made(id: str, schema: str, **properties: Iterable[str | None]) -> Made:  # noqa: A002
    known = {
        name: list(dict.fromkeys(filter(None, (values.clean(each or "", name) for each in given))))
        for name, given in properties.items()
    }
    return Made(id=id, schema=schema, properties={n: v for n, v in known.items() if v})
