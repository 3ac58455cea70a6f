"""Which entity of the document each source is."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sayso.reading.distinct import bare
from sayso.records.reading import Attribution, Entity, Mention
from sayso.records.text import Span


def speakers(
    attributions: Sequence[Attribution], mentions: Sequence[Mention], entities: Sequence[Entity]
) -> tuple[Attribution, ...]:
    """Put an entity's id in place of a source's resolved name.

    The entity is the only one that bears the name, or else the one that the source's own words
    mention. A source that is neither keeps the name that sourcing gave it.
    """
    bearers: dict[str, set[str]] = {}
    for entity in entities:
        for name in (entity.name, *entity.names):
            bearers.setdefault(bare(name), set()).add(entity.id)
    known = {entity.id for entity in entities}
    mentioned = {(each.start, each.end): each.entity for each in mentions if each.entity in known}

    def entity_of(one: Attribution) -> str | None:
        named = bearers.get(bare(one.source_entity or ""), set())
        if len(named) == 1:
            return next(iter(named))
        return None if one.source_entity else _mentioned(one, mentioned)

    return tuple(
        replace(one, source_entity=entity_of(one) or one.source_entity) for one in attributions
    )


def _mentioned(one: Attribution, mentioned: Mapping[Span, str | None]) -> str | None:
    return next((mentioned[span] for span in one.source if span in mentioned), None)
