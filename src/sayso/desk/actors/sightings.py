"""The entities of an analysis that another document may speak of too."""

from functools import lru_cache
from typing import Final

from msgspec import UNSET

from sayso.desk.actors.names import is_generic, written
from sayso.desk.actors.record import SORTS, Scene, Sighting
from sayso.knowledge.actors.link import link
from sayso.knowledge.actors.spelling import bare
from sayso.knowledge.demonyms import lookup
from sayso.knowledge.names import plain
from sayso.records.reading import Analysis, Entity
from sayso.records.text import Span

_SURE: Final = 0.8
"""Confidence from which a known actor counts as an anchor, which no score can overrule."""
_PLACED: Final = 0.7
"""The same for a place on the map."""
_QUOTES: Final = "\"'“‘«`"
_NAMES: Final = 8
"""Names of one entity that are kept: later ones are rare and mostly misread."""


class _Text:
    """What the sightings of one analysis are made from."""

    def __init__(self, analysis: Analysis, document: str) -> None:
        self.document = document
        self.published = analysis.published
        self.text = analysis.text
        self.words = frozenset(plain(f"{analysis.title or ''} {analysis.text}").split())
        self.entities = () if analysis.entities is UNSET else analysis.entities
        mentions = () if analysis.mentions is UNSET else analysis.mentions
        self.mentions = {one.id: one for one in mentions}
        places = () if analysis.places is UNSET else analysis.places
        self.places = {(place.start, place.end): place for place in places}
        sentences = () if analysis.sentences is UNSET else analysis.sentences
        self.starts = frozenset(one.start for one in sentences)
        statements = () if analysis.statements is UNSET else analysis.statements
        attributions = () if analysis.attributions is UNSET else analysis.attributions
        source = {one.id: one.source_entity for one in attributions}
        self.statements = [(one.content, source.get(one.attribution or "")) for one in statements]

    def begins(self, at: int) -> bool:
        """Whether a capital says nothing there, at the start of a sentence or a quotation."""
        return at in self.starts or at == 0 or self.text[at - 1] in _QUOTES

    def hinging(self, entity: str, spans: list[Span]) -> int:
        """How many statements are by an entity or have one of its mentions in them."""
        return sum(
            by == entity or any(start <= span[0] and span[1] <= end for span in spans)
            for (start, end), by in self.statements
        )


def scene(analysis: Analysis, *, document: str, number: int) -> Scene:
    """Give the named entities of an analysis; `number` is its key in the desk."""
    text = _Text(analysis, document)
    found = (_sighting(entity, text) for entity in text.entities)
    return Scene(document=document, analysis=number, sightings=tuple(filter(None, found)))


def _sighting(entity: Entity, text: _Text) -> Sighting | None:
    sort = SORTS.get(entity.type)
    own = [text.mentions[each] for each in entity.mentions if each in text.mentions]
    names = tuple(name for name in entity.names if _is_name(name))[:_NAMES]
    if sort is None or not names or not own:
        return None
    name = entity.name if entity.name in names else max(names, key=len)
    spans = [(one.start, one.end) for one in own]
    called = [span for span in spans if any(each in text.text[slice(*span)] for each in names)]
    people = sort == "place" and _is_people(name)
    anchor = None if people else _anchor(entity, names, spans, text)
    lone = max(written(each)[0] for each in names) == 1 and sort != "person" and not anchor
    if lone and all(text.begins(start) for start, _ in called):
        return None
    return Sighting(
        document=text.document,
        entity=entity.id,
        spans=tuple(called or spans),
        type=entity.type,
        sort="people" if people else sort,
        name=name,
        names=names,
        mentions=len(own),
        statements=text.hinging(entity.id, spans),
        anchor=anchor,
        country=entity.country,
        sector=entity.sector,
        roles=entity.roles,
    )


def _is_name(name: str) -> bool:
    """Whether it is a name, and no age, sign or description ("Seven of his men")."""
    capital, small = written(name)
    return capital > small and any(letter.isupper() for letter in name)


def _is_people(name: str) -> bool:
    known = lookup(name)
    return known is not None and known.people


def _anchor(entity: Entity, names: tuple[str, ...], spans: list[Span], text: _Text) -> str | None:
    """The actor that knowledge says it is; else the state, or the place on the map."""
    if entity.type != "Person" and (state := _state(names)):
        return state
    if entity.type != "Person" and all(is_generic(plain(bare(name))) for name in names):
        return None  # A senate's own country says which one it is, and others have one too.
    if found := link(
        names,
        entity.type,
        country=entity.country,
        context=text.words,
        on_date=text.published,
        threshold=_SURE,
    ):
        return found.actor.wikidata or found.actor.id
    if entity.wikidata:
        return entity.wikidata
    return _on_map(spans, text) if entity.type == "Location" else None


@lru_cache(maxsize=1 << 12)
def _state(names: tuple[str, ...]) -> str | None:
    """The state that is called or described so: "Iran", "Iranian"."""
    for name in names:
        known = lookup(name)
        found = link([known.place if known else name], "Location", threshold=_SURE)
        if found and found.actor.state:
            return found.actor.wikidata or found.actor.id
    return None


def _on_map(spans: list[Span], text: _Text) -> str | None:
    for span in spans:
        place = text.places.get(span)
        if place and place.geonameid and place.confidence >= _PLACED and place.use == "place":
            return f"geonames:{place.geonameid}"
    return None
