"""Analyses with who, where and when, the words found in the text by their first free mention."""

import re
from typing import Any

from sayso.records.reading import Analysis, Entity, Mention, Place, Time
from sayso.records.text import Span
from tests.build import analysis


class Words:
    """Where words stand in a text, each time they are asked for one mention further on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._from: dict[str, int] = {}

    def span(self, words: str) -> Span:
        start = self._text.index(words, self._from.get(words, 0))
        self._from[words] = start + len(words)
        return start, start + len(words)


def layered(
    marked: str,
    *,
    entities: dict[str, dict[str, Any]] | None = None,
    places: list[tuple[str, dict[str, Any]]] | None = None,
    times: list[tuple[str, dict[str, Any]]] | None = None,
    **document: Any,  # noqa: ANN401 (a field is of its record's type)
) -> Analysis:
    """Build an analysis. An entity's `said` are its mentions' words, its other values fields;
    a place and a time are their words and fields."""
    plain = analysis(marked, **document)
    words = Words(plain.text)
    mentions: list[Mention] = []
    found: list[Entity] = []
    for id_, given in (entities or {}).items():
        fields: dict[str, Any] = {"type": "Person", "names": (), **given}
        ids = []
        for said in fields.pop("said"):
            start, end = words.span(said)
            ids.append(f"m{len(mentions)}")
            mention = Mention(
                id=ids[-1], start=start, end=end, type=fields["type"], confidence=0.9, entity=id_
            )
            mentions.append(mention)
        found.append(Entity(id=id_, mentions=tuple(ids), **fields))
    layers: dict[str, Any] = {}
    if entities is not None:
        layers |= {"mentions": tuple(mentions), "entities": tuple(found)}
    words = Words(plain.text)
    if places is not None:
        layers["places"] = tuple(_place(words, said, given) for said, given in places)
    words = Words(plain.text)
    if times is not None:
        layers["times"] = tuple(_time(words, said, given) for said, given in times)
    return analysis(marked, **layers, **document)


def _place(words: Words, said: str, given: dict[str, Any]) -> Place:
    start, end = words.span(said)
    fields: dict[str, Any] = {"start": start, "end": end, "name": said, "confidence": 0.9}
    return Place(**(fields | given))


def _time(words: Words, said: str, given: dict[str, Any]) -> Time:
    start, end = words.span(said)
    if (found := re.fullmatch(r"\d{4}", said)) and not given:
        given = {"value": said, "begin": f"{found[0]}-01-01", "until": f"{found[0]}-12-31"}
    fields: dict[str, Any] = {"start": start, "end": end, "type": "DATE"}
    return Time(**(fields | given))


IRAQ = {"country": "IRQ", "lat": 33.0, "lon": 44.0, "feature": "PCLI", "precision": "country"}
BAGHDAD = {"country": "IRQ", "lat": 33.34, "lon": 44.4, "precision": "settlement"}
QAIM = {"country": "IRQ", "lat": 34.38, "lon": 41.0, "precision": "settlement"}
