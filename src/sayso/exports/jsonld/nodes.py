"""The nodes of the graph. An id is a URN made of the document's and the record's, so that the same
article always gives the same nodes."""

import json
from functools import cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

from sayso.exports.article import Article, Speaker
from sayso.exports.words import joined
from sayso.records.claims import Claim, ClaimStatement
from sayso.records.reading import Attribution, Statement
from sayso.records.vocabulary import MentionType

Node = dict[str, Any]

READING: Final = "urn:sayso:reading"
"""The activity that found what the nodes say."""

_AGENTS: Final[dict[MentionType, list[str]]] = {
    "Person": ["Person", "prov:Person"],
    "Organisation": ["Organization", "prov:Organization"],
}


@cache
def context() -> Node:
    """Give what the names mean. It stands in the file itself: nothing is fetched to read it."""
    raw = (files("sayso.exports.jsonld") / "context.json").read_text(encoding="utf-8")
    found: Node = json.loads(raw)
    return found


def urn(kind: str, *parts: str) -> str:
    """Give the id of what is of this kind and known by these parts."""
    known = (quote(part, safe="", errors="surrogatepass") for part in parts)
    return ":".join(("urn:sayso", kind, *known))


def head(version: str) -> tuple[Node, ...]:
    """Say what the graph is, and what made it."""
    program = "urn:sayso:program"
    return (
        {"@id": "urn:sayso:export", "@type": "Dataset", "name": "Who claims what, read by sayso"},
        {"@id": READING, "@type": "prov:Activity", "wasAssociatedWith": program},
        {
            "@id": program,
            "@type": ["SoftwareApplication", "prov:SoftwareAgent"],
            "name": "sayso",
            "softwareVersion": version,
        },
    )


def document(article: Article) -> tuple[Node, ...]:
    """Make the article, and who published it."""
    said = article.analysis
    publisher = _publisher(article)
    made = _known(
        {
            "@id": urn("document", article.id),
            "@type": ["NewsArticle", "prov:Entity"],
            "identifier": article.id,
            "headline": said.title,
            "url": said.url,
            "datePublished": said.published,
            "publisher": publisher,
            "creditText": joined((said.byline, said.agency)),
            "inLanguage": said.language,
            "sha256": said.sha256,
        }
    )
    if publisher is None:
        return (made,)
    kinds = ["Organization", "prov:Organization"]
    return made, {"@id": publisher, "@type": kinds, "name": said.publisher}


def speaker(article: Article, one: Speaker) -> Node | None:
    """Make who is made to say something; None where the text gives nobody."""
    entity = article.entity(one.entity)
    if one.name is None:
        return None
    kinds = _AGENTS.get(entity.type) if entity else None
    return _known(
        {
            "@id": _agent(article, one),
            "@type": kinds or ["Thing", "prov:Agent"],
            # A description is nobody's name.
            "name" if one.named else "description": one.name,
            "sameAs": f"http://www.wikidata.org/entity/{entity.wikidata}"
            if entity and entity.wikidata
            else None,
        }
    )


def quotation(article: Article, one: Attribution) -> Node:
    """Make the Quotation of what somebody is made to say, in the words of the article."""
    told = article.speaker(one.id)
    agent = _agent(article, told) if told else None
    spans = joined(f"{start}-{end}" for start, end in one.content)
    return _known(
        {
            "@id": urn("attribution", article.id, one.id),
            "@type": ["Quotation", "prov:Entity"],
            "text": article.words(*one.content),
            "spans": spans,
            "creator": agent,
            "isPartOf": urn("document", article.id),
            "wasQuotedFrom": urn("document", article.id),
            "wasAttributedTo": agent,
            "wasGeneratedBy": READING,
            "sourceKind": one.source_kind,
            "named": one.named,
            "background": one.background,
            "nestedIn": urn("attribution", article.id, one.parent) if one.parent else None,
            "confidence": one.confidence,
        }
    )


def statement(article: Article, one: Statement) -> Node:
    """Make the Claim of one say-so, by a source or by the outlet itself."""
    told = article.speaker(one.attribution)
    agent = _agent(article, told) if told else _publisher(article)
    return _known(
        {
            "@id": urn("statement", article.id, one.id),
            "@type": ["Claim", "prov:Entity"],
            "text": article.words(one.content),
            "start": one.content[0],
            "end": one.content[1],
            "author": agent,
            "appearance": urn("document", article.id),
            "isBasedOn": urn("attribution", article.id, told.attribution) if told else None,
            "wasDerivedFrom": urn("document", article.id),
            "wasAttributedTo": agent,
            "wasGeneratedBy": READING,
            "kind": one.kind,
            "voice": one.voice,
            "factuality": one.factuality,
            "confidence": one.confidence,
        }
    )


def claim(one: Claim) -> Node:
    """Make the Claim that statements across documents share, with all that is said of it."""
    seen = dict.fromkeys(urn("document", each.document) for each in one.statements)
    return _known(
        {
            "@id": urn("claim", one.claim),
            "@type": ["Claim", "prov:Entity"],
            "name": one.proposition,
            "text": one.proposition,
            "description": one.why,
            "temporalCoverage": "/".join(filter(None, (one.begin, one.until))) or None,
            "kind": one.kind,
            "plover": one.type,
            "standing": one.standing,
            "reliability": one.reliability,
            "credibility": one.credibility,
            "originsMin": one.origins_min,
            "originsMax": one.origins_max,
            "appearance": list(seen),
            "wasDerivedFrom": list(seen),
            "wasGeneratedBy": READING,
            "stance": list(map(_stance, one.statements)),
        }
    )


def _stance(one: ClaimStatement) -> Node:
    return _known(
        {
            "@type": "sayso:Stance",
            "stance": one.stance,
            "statedIn": urn("document", one.document),
            "start": one.start,
            "end": one.end,
            "factuality": one.factuality,
            "voice": one.voice,
            "sourceKind": one.source_kind,
            "source": one.source,
            "cites": one.cites,
            "origin": one.origin,
            "withdrawn": one.withdrawn,
        }
    )


def _agent(article: Article, one: Speaker) -> str | None:
    if one.name is None:
        return None
    if one.entity is not None:
        return urn("entity", article.id, one.entity)
    return urn("speaker", article.id, one.attribution)


def _publisher(article: Article) -> str | None:
    name = article.analysis.publisher
    return urn("publisher", name) if name else None


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value is not None}
