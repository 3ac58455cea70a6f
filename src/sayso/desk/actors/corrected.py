"""The sightings of a document as people left them."""

from collections.abc import Sequence

import msgspec

from sayso.desk.actors.record import SORTS, Scene, Sighting
from sayso.desk.review.applied import ALIKE, Ruling
from sayso.desk.review.subjects import overlap
from sayso.records.text import Span


def corrected(scene: Scene, rulings: Sequence[Ruling]) -> Scene:
    """Leave out entities that a person rejected, and set right what one corrected."""
    sightings = list(scene.sightings)
    for ruling in sorted(rulings, key=lambda one: one.judgement):
        found = nearest(sightings, ruling.span) if ruling.kind == "entity" else None
        if found is None or ruling.verdict == "accept":
            continue
        at = sightings.index(found)
        changed = _set_right(found, ruling) if ruling.verdict == "correct" else None
        sightings[at : at + 1] = [changed] if changed else []
    return msgspec.structs.replace(scene, sightings=tuple(sightings)) if rulings else scene


def nearest(sightings: Sequence[Sighting], span: Span) -> Sighting | None:
    """Give the sighting that is named at a span, or in most of it; None where none is."""
    best = max(
        ((overlap(each, span), -number) for number, one in enumerate(sightings)
         for each in one.spans),
        default=(0.0, 0),
    )  # fmt: skip
    return sightings[-best[1]] if best[0] >= ALIKE else None


def _set_right(one: Sighting, ruling: Ruling) -> Sighting | None:
    """The sighting with what was corrected; None where it is then nobody who acts."""
    changes = ruling.changes
    type_ = changes.get("type", one.type)
    sort = SORTS.get(type_) if type_ != one.type else one.sort
    name = changes.get("name", one.name)
    if sort is None:
        return None
    # A name or a kind that was wrong is no ground for whom it was taken for.
    anchor = None if changes.keys() & {"name", "type"} else one.anchor
    return msgspec.structs.replace(
        one,
        name=name,
        names=(name, *(each for each in one.names if each not in (name, one.name))),
        type=type_,
        sort=sort,
        country=changes.get("country", one.country),
        sector=changes.get("sector", one.sector),
        anchor=changes.get("wikidata", anchor),
        corrected=tuple(sorted({*one.corrected, *changes})),
    )
