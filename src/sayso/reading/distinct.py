"""Which attributions share a source: one answer for everybody who counts or lists sources."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from sayso.records.reading import Attribution, Entity
from sayso.records.vocabulary import SourceKind

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_EDGE = " ,.;:\"'“”‘’"
"""What a wording may begin or end with that is no part of a name."""

_Key = tuple[str, str]


class Distinct(Struct, frozen=True, kw_only=True):
    """One source and all that it says, in text order. `kind` is the commonest of its
    attributions', `named` and `background` hold when they do for any of them; `entity` is the
    id of the entity that it is, where one is known."""

    attributions: tuple[Attribution, ...]
    kind: SourceKind
    named: bool
    background: bool
    entity: str | None


def distinct(
    text: str, attributions: Iterable[Attribution], *, entities: Sequence[Entity] = ()
) -> tuple[Distinct, ...]:
    """Give the sources by first mention. Attributions without a source belong to none.

    Two attributions have one source when they name one entity, by its id or by a name that no
    other entity bears, or else when their resolved name is the same, or, without one, their
    wording; case and a first article do not count.
    """
    keys = _Keys(text, entities)
    groups: dict[_Key, list[Attribution]] = {}
    for one in in_text_order(attributions):
        if key := keys.key(one):
            groups.setdefault(key, []).append(one)
    return tuple(_distinct(key, group) for key, group in groups.items())


def in_text_order(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Sort by where the first word stands that belongs to an attribution."""
    return tuple(sorted(attributions, key=_begin))


def bare(name: str) -> str:
    """Make a name or a wording comparable: "the officials," are "officials"."""
    return _ARTICLE.sub("", " ".join(name.split()).strip(_EDGE)).casefold()


def _begin(one: Attribution) -> int:
    return min((start for start, _ in one.source + one.cue + one.content), default=0)


def _distinct(key: _Key, group: list[Attribution]) -> Distinct:
    return Distinct(
        attributions=tuple(group),
        kind=Counter(one.source_kind for one in group).most_common(1)[0][0],
        named=any(one.named for one in group),
        background=any(one.background for one in group),
        entity=key[1] if key[0] == "entity" else None,
    )


class _Keys:
    """What attributions of one source have in common."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._text = text
        self._ids = {entity.id for entity in entities}
        bearers: dict[str, set[str]] = {}
        for entity in entities:
            for name in (entity.name, *entity.names):
                bearers.setdefault(bare(name), set()).add(entity.id)
        self._bearer = {name: min(ids) for name, ids in bearers.items() if len(ids) == 1}

    def key(self, one: Attribution) -> _Key | None:
        if one.source_entity in self._ids:
            return "entity", one.source_entity or ""
        name = bare(one.source_entity or self._wording(one))
        if bearer := self._bearer.get(name) if one.source_entity else None:
            return "entity", bearer
        return ("name", name) if name else None

    def _wording(self, one: Attribution) -> str:
        return " ".join(self._text[start:end] for start, end in one.source)
