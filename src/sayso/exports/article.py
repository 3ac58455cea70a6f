"""One analysis, with what its records point to at hand."""

from typing import Final, TypeVar

from msgspec import UNSET, Struct, UnsetType

from sayso.records.reading import Analysis, Attribution, Entity, Event, Place, Relation, Time
from sayso.records.text import Span, Spans
from sayso.records.vocabulary import SourceKind, Voice

Row = TypeVar("Row")

GAP: Final = " … "
"""What stands between the pieces of one thing that the text says in several."""

_POLE: Final = 90
_ANTIMERIDIAN: Final = 180
_DECIMALS: Final = 5


class Speaker(Struct, frozen=True, kw_only=True):
    """Who is made to say something. `name` is None where the text gives nobody; `entity` is an
    entity's id. `named`: a reader could look the speaker up."""

    name: str | None
    kind: SourceKind
    named: bool
    background: bool
    attribution: str
    entity: str | None = None


class Article:
    """An analysis by its ids, which mean nothing outside of it. `document` is what the desk calls
    its document; without it, the analysis's own id."""

    def __init__(self, analysis: Analysis, *, document: str | None = None) -> None:
        self.analysis = analysis
        self.id = analysis.id if document is None else document
        self._attributions = {one.id: one for one in _found(analysis.attributions)}
        self._entities = {one.id: one for one in _found(analysis.entities)}
        self._voices = {one.ref: one.voice for one in _found(analysis.statements) if one.ref}
        self._at: dict[Spans, tuple[Entity, ...]] = {}
        self._tied = {
            end
            for one in _found(analysis.relations)
            for end in (one.source_entity, one.target_entity)
        }
        # An entity has its mentions, and a mention may name its entity: either will do.
        home = {id_: one.id for one in self._entities.values() for id_ in one.mentions}
        self._mentions = [
            ((one.start, one.end), entity)
            for one in _found(analysis.mentions)
            if (entity := home.get(one.id) or one.entity) in self._entities
        ]

    def words(self, *spans: Span) -> str:
        """Give what stands at spans, in one piece."""
        return GAP.join(self.analysis.text[start:end] for start, end in spans)

    def attribution(self, id: str | None) -> Attribution | None:  # noqa: A002
        """Give an attribution by its id."""
        return self._attributions.get(id) if id else None

    def entity(self, id: str | None) -> Entity | None:  # noqa: A002
        """Give an entity by its id."""
        return self._entities.get(id) if id else None

    def is_tied(self, entity: Entity) -> bool:
        """Tell whether an entity is an end of a relation."""
        return entity.id in self._tied

    def entities_at(self, spans: Spans) -> tuple[Entity, ...]:
        """Give the entities that stand at spans, each once: for a span the one whose mention has
        most in common with it, if that is at least half of what the two cover together."""
        # Several columns of a row ask the same.
        if spans not in self._at:
            found = (self._entities[id_] for span in spans if (id_ := self._nearest(span)))
            self._at[spans] = tuple({one.id: one for one in found}.values())
        return self._at[spans]

    def place(self, index: int | None) -> Place | None:
        """Give a place by its index."""
        return _at(_found(self.analysis.places), index)

    def time(self, index: int | None) -> Time | None:
        """Give a time by its index."""
        return _at(_found(self.analysis.times), index)

    def voice(self, item: Event | Relation) -> Voice:
        """Tell who answers for an event or a relation, the outlet or a source."""
        return self._voices.get(item.id, "attributed" if item.attribution else "own")

    def speaker(self, attribution: str | None) -> Speaker | None:
        """Tell who is made to say what an attribution holds; None for the outlet itself."""
        found = self.attribution(attribution)
        if found is None:
            return None
        known = self.entity(found.source_entity)
        name = known.name if known else found.source_entity or self.words(*found.source)
        return Speaker(
            name=name or None,
            kind=found.source_kind,
            named=found.named,
            background=found.background,
            attribution=found.id,
            entity=known.id if known else None,
        )

    def _nearest(self, span: Span) -> str | None:
        shares = ((_share(mention, span), entity) for mention, entity in self._mentions)
        share, entity = max(shares, key=lambda one: one[0], default=(0.0, None))
        return entity if share >= 1 / 2 else None


def point(where: Place | None) -> tuple[float, float] | None:
    """Give the longitude and latitude of a place, to about a metre; None where it has none that
    are on the globe."""
    if where is None or where.lat is None or where.lon is None:
        return None
    if not (abs(where.lat) <= _POLE and abs(where.lon) <= _ANTIMERIDIAN):
        return None
    return round(where.lon, _DECIMALS), round(where.lat, _DECIMALS)


def _share(mention: Span, span: Span) -> float:
    common = min(mention[1], span[1]) - max(mention[0], span[0])
    union = max(mention[1], span[1]) - min(mention[0], span[0])
    return common / union if union else 0.0


def _found(layer: tuple[Row, ...] | UnsetType) -> tuple[Row, ...]:
    return () if layer is UNSET else layer


def _at(layer: tuple[Row, ...], index: int | None) -> Row | None:
    return layer[index] if index is not None and 0 <= index < len(layer) else None
