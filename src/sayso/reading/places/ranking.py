"""Which place is it? Candidates weighed by what they are and by the other places of the text.

One name means one place throughout a text. Names are taken in the order in which they first
occur, BLOCK at a time, and each is weighed against the others of its block: the work grows with
the length of a text, not with its square.
"""

from collections.abc import Sequence
from math import log10

import numpy as np
from numpy.typing import NDArray

from sayso.knowledge.gazetteer import Candidate, precision
from sayso.reading.places.context import Scene
from sayso.reading.places.cues import cue

BLOCK = 48
_MOST = 60
_KM = 6371.0
_NEAR = (30.0, 150.0, 600.0)
_PRESS = ("USA", "GBR", "CAN", "AUS", "IND")
_KINDS = ("country", "division", "settlement", "site", "area")
_SEATS = ("PPLC", "PPLA", "PPLA2", "PPLX", "ADM1", "ADM2", "CONT")

Floats = NDArray[np.float64]

OWN = (
    "people", "lead", "leads", "main", "exact", "alone", "named division", "named settlement",
    *(f"is {kind}" for kind in _KINDS), *(f"is {seat}" for seat in _SEATS),
    *(f"in {country}" for country in _PRESS), "division said", "settlement said", "curated",
)  # fmt: skip
CONTEXT = (
    "country share", "country named", "division share", "division named", "in container",
    "not in container", "is container", *(f"near {km:g}" for km in _NEAR), "nearest", "others",
    "farther", "country share, settlement",
)  # fmt: skip


class Group:
    """The candidates of one name, wherever it stands in the text."""

    def __init__(self, scene: Scene, numbers: Sequence[int], *, weight: float) -> None:
        self.numbers = tuple(numbers)
        self.weight = weight
        self.surface = scene.names[numbers[0]].text
        self.candidates = scene.names[numbers[0]].candidates[:_MOST]
        said = [scene.names[number] for number in numbers[:20]]
        followed = {scene.after(name) for name in said}
        led = {(scene.before(name), scene.before(name, 2)) for name in said}
        self.division = bool(followed & cue("division"))
        self.settlement = any(a == "of" and b in cue("settlement") for a, b in led)
        containers = [scene.container(number) for number in numbers[:20]]
        self.containers = tuple(name for name in containers if name is not None)
        sizes = [log10(place.population + 1) / 7 for place in self.candidates]
        self.own = np.array(
            [
                self._own(place, size, max(sizes))
                for place, size in zip(self.candidates, sizes, strict=True)
            ]
        )

    def _own(self, place: Candidate, size: float, largest: float) -> list[float]:
        kind = precision(place.feature)
        words = place.name.lower().split()
        return [
            size,
            size - largest,
            float(size == largest),
            float(place.main),
            float(place.exact),
            float(len(self.candidates) == 1),
            float(words[-1] in cue("division")),
            float(words[0] in cue("settlement")),
            *(float(kind == other) for other in _KINDS),
            *(float(place.feature == seat) for seat in _SEATS),
            *(float(place.country == country) for country in _PRESS),
            float(self.division and kind == "division"),
            float(self.settlement and kind == "settlement"),
            float(place.geonameid is None),
        ]


def own(groups: Sequence[Group]) -> Floats:
    """What each candidate is in itself: one row a candidate, OWN columns."""
    return np.concatenate([group.own for group in groups])


def context(groups: Sequence[Group], chances: Floats) -> Floats:
    """How well each candidate fits the others: one row a candidate, CONTEXT columns.

    `chances`: how likely each candidate is so far, each group's adding up to one.
    """
    places = [place for group in groups for place in group.candidates]
    of = np.repeat(np.arange(len(groups)), [len(group.candidates) for group in groups])
    weights = np.array([group.weight for group in groups])[of] * chances
    apart = of[:, None] != of[None, :]
    voice = np.where(apart, weights[None, :], 0.0)
    total = np.maximum(voice.sum(axis=1), 1e-9)

    countries = _codes([place.country or f"none {n}" for n, place in enumerate(places)])
    divisions = np.array([-1 if place.division is None else place.division for place in places])
    numbers = np.array([place.number for place in places])
    states = np.array([place.feature.startswith("PCL") for place in places])
    settlements = np.array([place.feature.startswith("PPL") for place in places], dtype=float)
    same_country = countries[:, None] == countries[None, :]
    same_division = (divisions[:, None] == divisions[None, :]) & (divisions[:, None] >= 0)
    of_division = divisions[:, None] == numbers[None, :]
    kilometres = _kilometres(places)

    share = (voice * same_country).sum(axis=1) / total
    contained, outside, holds = _containers(groups)
    near = [_strongest(voice * np.exp(-kilometres / km), of, len(groups)) for km in _NEAR]
    columns = [
        share,
        np.max(voice * (same_country & states[None, :]), axis=1, initial=0.0),
        (voice * same_division).sum(axis=1) / total,
        np.max(voice * of_division, axis=1, initial=0.0),
        contained,
        outside,
        holds,
        *(column / np.maximum(total, 1.0) for column in near),
        np.max(voice * np.exp(-kilometres / _NEAR[0]), axis=1, initial=0.0),
        np.minimum(total, 10.0) / 10.0,
        (voice * np.minimum(kilometres, 5000.0)).sum(axis=1) / total / 5000.0,
        share * settlements,
    ]
    return np.stack(columns, axis=1)


def softmax(scores: Floats, groups: Sequence[Group]) -> Floats:
    """The chance of each candidate within its group."""
    sizes = [len(group.candidates) for group in groups]
    starts = np.cumsum([0, *sizes[:-1]])
    top = np.repeat(np.maximum.reduceat(scores, starts), sizes)
    power = np.exp(scores - top)
    chances: Floats = power / np.repeat(np.add.reduceat(power, starts), sizes)
    return chances


def chosen(group: Group, chances: Floats) -> tuple[int, float]:
    """The likeliest candidate, and the chance that it or one around it is meant: a city and
    the district of its name need not be told apart to be found on a map."""
    best = int(chances.argmax())
    around = _kilometres(group.candidates)[best] <= _NEAR[0]
    return best, float(min(1.0, chances[around].sum()))


def _codes(words: Sequence[str]) -> NDArray[np.int64]:
    known = {word: number for number, word in enumerate(dict.fromkeys(words))}
    return np.array([known[word] for word in words])


def _kilometres(places: Sequence[Candidate]) -> Floats:
    lat = np.radians([place.lat for place in places])
    lon = np.radians([place.lon for place in places])
    points = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    angle: Floats = np.arccos(np.clip(points.T @ points, -1.0, 1.0))
    return angle * _KM


def _strongest(values: Floats, of: NDArray[np.int64], groups: int) -> Floats:
    """Adds up, over the groups, the best that one of its candidates gives to each row."""
    starts = np.searchsorted(of, np.arange(groups))
    best: Floats = np.maximum.reduceat(values, starts, axis=1).sum(axis=1)
    return best


def _containers(groups: Sequence[Group]) -> tuple[Floats, Floats, Floats]:
    """Per candidate: lies in what follows its name after a comma, does not, is what follows."""
    contained, outside, holds = [], [], []
    held: dict[str, set[int | str]] = {}
    for group in groups:
        for place in group.candidates:
            inside = [_lies_in(place, name.candidates) for name in group.containers]
            contained.append(float(any(inside)))
            outside.append(float(bool(inside) and not any(inside)))
        for name in group.containers:
            known = held.setdefault(name.text, set())
            for place in group.candidates:
                known.update(x for x in (place.division, place.country) if x is not None)
    for group in groups:
        keys = held.get(group.surface, set())
        for place in group.candidates:
            is_state = place.feature.startswith("PCL") and place.country in keys
            holds.append(float(is_state or place.number in keys))
    return np.array(contained), np.array(outside), np.array(holds)


def _lies_in(place: Candidate, containers: Sequence[Candidate]) -> bool:
    return any(
        place.division == outer.number
        or (outer.feature.startswith("PCL") and place.country == outer.country)
        or (outer.feature == "ADM2" and outer.division == place.division)
        for outer in containers
        if outer.number != place.number
    )
