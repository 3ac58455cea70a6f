"""The places of a text: found, told apart from people and bodies, and put on the map.

A place that cannot be told from its namesakes keeps its name and gets no point. What is marked:
every name of a place, used of the place itself, of its government (metonym) or of what belongs
to it (demonym, which gets the point of the place it is made from).
"""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.knowledge.gazetteer import Candidate, precision
from sayso.reading.places import model as weights
from sayso.reading.places.context import Scene
from sayso.reading.places.detecting import signs
from sayso.reading.places.model import Model
from sayso.reading.places.names import Name, names, tokens
from sayso.reading.places.ranking import BLOCK, Group, chosen
from sayso.records.reading import Mention, Place
from sayso.records.vocabulary import PlaceUse

PLACE = 0.45
"""The least chance of being a place that is marked. Swept from .3 to .5 on geo_*.dev: .45 had the
best F1 of detection on two of the three news corpora; `training.gazetteer.rank` trains anew."""

POINT = 0.25
"""The least chance of a candidate that gets a point: on the dev texts one in six below it was right
(6 of 34), six in ten of those up to half as much again. `training.gazetteer.rank` trains anew."""


METONYM = 0.5
"""The least chance of standing for a government or a team at which that is said."""


def places(
    text: str, *, mentions: Sequence[Mention] = (), title: str | None = None
) -> tuple[Place, ...]:
    """The places of a text, in its order.

    `mentions`, where they are known, help to tell places from people; `title` is read along
    with the text where the text does not begin with it, and nothing in it is marked.
    """
    lead = f"{title}\n\n" if title and not text.lstrip().startswith(title) else ""
    scene = look(lead + text, _shifted(mentions, len(lead)))
    model = weights.load()
    seen = signs(scene)
    chances = [model.is_place(found) for found in seen]
    meant = _resolved(scene, chances, model)
    return tuple(
        replace(
            _place(scene.names[number], chance, meant.get(number), model, shift=len(lead)),
            use=_use(scene.names[number], model.is_metonym(seen[number])),
        )
        for number, chance in enumerate(chances)
        if chance >= PLACE and scene.names[number].start >= len(lead)
    )


def look(text: str, mentions: Sequence[Mention]) -> Scene:
    """A text as the judges see it."""
    words = tokens(text)
    located = frozenset(mention.start for mention in mentions if mention.type == "Location")
    return Scene(text, words, names(text, words, located=located), mentions)


def grouped(scene: Scene, chances: Sequence[float]) -> list[list[Group]]:
    """The names that are likely enough places, one group a spelling, BLOCK groups at a time."""
    groups = []
    for numbers in scene.alike.values():
        likely = [number for number in numbers if chances[number] >= PLACE]
        if likely:
            surest = max(chances[number] for number in likely)
            groups.append(Group(scene, likely, weight=surest))
    return [groups[at : at + BLOCK] for at in range(0, len(groups), BLOCK)]


def _resolved(
    scene: Scene, chances: Sequence[float], model: Model
) -> dict[int, tuple[Candidate, float]]:
    meant = {}
    for block in grouped(scene, chances):
        judged = model.which(block)
        at = 0
        for group in block:
            own = judged[at : at + len(group.candidates)]
            at += len(group.candidates)
            best, sure = chosen(group, own)
            for number in group.numbers:
                meant[number] = (group.candidates[best], sure)
    return meant


def _place(
    name: Name,
    chance: float,
    meant: tuple[Candidate, float] | None,
    model: Model,
    *,
    shift: int,
) -> Place:
    candidate, certainty = meant or (name.candidates[0], 0.0)
    place = Place(
        start=name.start - shift,
        end=name.end - shift,
        name=name.text,
        confidence=round(model.confidence(chance, certainty), 3),
    )
    if certainty < POINT:
        return place
    return replace(
        place,
        name=candidate.name,
        geonameid=candidate.geonameid,
        country=candidate.country,
        lat=candidate.lat,
        lon=candidate.lon,
        feature=candidate.feature,
        precision=precision(candidate.feature),
    )


def _use(name: Name, metonym: float) -> PlaceUse:
    if name.demonym is not None:
        return "demonym"
    return "metonym" if metonym >= METONYM else "place"


def _shifted(mentions: Sequence[Mention], by: int) -> Sequence[Mention]:
    if not by:
        return mentions
    return [replace(m, start=m.start + by, end=m.end + by) for m in mentions]
