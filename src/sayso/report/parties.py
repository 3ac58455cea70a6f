"""Who stands on the sides of events and ties: entities where they are known, words where not."""

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import UNSET, Struct

from sayso.knowledge.demonyms import lookup
from sayso.records.reading import Analysis, Entity, Mention
from sayso.records.text import Span
from sayso.report.sources import Source, entities_of
from sayso.report.words import one_line

_NO_NAME = "…"


class Party(Struct, frozen=True, kw_only=True):
    """A side. Two with one `key` are the same; `words` are what the text has in this place."""

    key: str
    name: str
    words: str


def _state_of(words: str) -> str | None:
    """The state that an adjective stands for: "Iranian" weapons are Iran's."""
    demonym = lookup(words)
    return demonym.place if demonym and demonym.country and not demonym.people else None


class Parties:
    """Finds who is meant by a stretch of one analysis' text."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.text
        mentions = () if analysis.mentions is UNSET else analysis.mentions
        self._entities = {one.id: one for one in entities_of(analysis)}
        self._named = {one.name: one for one in self._entities.values()}
        known = (one for one in mentions if one.entity in self._entities)
        self._mentions = sorted(known, key=lambda one: one.start)

    def party(self, span: Span, entity: str | None = None) -> Party:
        """Give who stands in a span; `entity` is its id where the record has it."""
        words = one_line(self._text[span[0] : span[1]]) or _NO_NAME
        found = self._entities.get(entity or "") or self._entity_in(span)
        if state := _state_of(words):
            found = self._named.get(state)
            if found is None:
                return Party(key=f"state {state}", name=state, words=words)
        if found is None:
            return Party(key=f"words {words.casefold()}", name=words, words=words)
        return Party(key=f"entity {found.id}", name=one_line(found.name) or words, words=words)

    def _entity_in(self, span: Span) -> Entity | None:
        """Give the entity whose mention is the most of a span, and at least half of it."""
        start, end = span
        inside = [one for one in self._in(span) if 2 * (one.end - one.start) >= end - start]
        widest = max(inside, key=lambda one: one.end - one.start, default=None)
        return self._entities.get(widest.entity or "") if widest else None

    def _in(self, span: Span) -> Iterator[Mention]:
        first = bisect_left(self._mentions, span[0], key=lambda one: one.start)
        for one in self._mentions[first:]:
            if one.start >= span[1]:
                break
            if one.end <= span[1]:
                yield one


class Say(Struct, frozen=True, kw_only=True):
    """On whose say-so something stands: the number of a source, 0 where the text gives none,
    None for the outlet itself."""

    source: int | None
    name: str

    @property
    def own(self) -> bool:
        """Whether nobody answers for it but the outlet."""
        return self.source is None


OUTLET = Say(source=None, name="the outlet itself")
_NOBODY = Say(source=0, name="somebody, not said who")


class Says:
    """Finds on whose say-so an item of the record stands, by its attribution's id."""

    def __init__(self, found: tuple[Source, ...]) -> None:
        self._by_id = {
            saying.attribution.id: Say(source=source.number, name=source.name)
            for source in found
            if source.number
            for saying in source.sayings
        }

    def say(self, attribution: str | None) -> Say:
        """Give the source; an attribution that the record does not have counts as nobody's."""
        return OUTLET if attribution is None else self._by_id.get(attribution, _NOBODY)
