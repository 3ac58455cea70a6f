"""The learned weights, and the chances that they give."""

from functools import cache
from importlib.resources import files
from math import exp, log

import msgspec
import numpy as np

from sayso.reading.places.ranking import CONTEXT, OWN, Floats, Group, context, own, softmax


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """Weights of the signs that a name is a place (`place`) and that it stands for a government
    or a team (`metonym`), of what a candidate is in itself
    (`own`, OWN's order) and of that together with how it fits the text (`fitting`, OWN's and
    CONTEXT's order). `calibration`: constant, and the weights of the odds of being a place and
    of being this one, which together give the confidence."""

    place: dict[str, float]
    metonym: dict[str, float]
    own: tuple[float, ...]
    fitting: tuple[float, ...]
    calibration: tuple[float, float, float]

    def is_place(self, signs: list[str]) -> float:
        """The chance that a name with these signs is a place."""
        return _chance(sum(self.place.get(sign, 0.0) for sign in signs))

    def is_metonym(self, signs: list[str]) -> float:
        """The chance that a place with these signs stands for something else."""
        return _chance(sum(self.metonym.get(sign, 0.0) for sign in signs))

    def which(self, groups: list[Group]) -> Floats:
        """The chance of each candidate, one after the other through the groups."""
        alone = own(groups)
        first = softmax(alone @ np.array(self.own), groups)
        rows = np.concatenate([alone, context(groups, first)], axis=1)
        return softmax(rows @ np.array(self.fitting), groups)

    def confidence(self, place: float, candidate: float) -> float:
        """How often a place with these two chances is right as a whole."""
        constant, of_place, of_candidate = self.calibration
        return _chance(constant + of_place * odds(place) + of_candidate * odds(candidate))


def odds(chance: float) -> float:
    """The logarithm of the odds, kept finite."""
    kept = min(max(chance, 1e-4), 1 - 1e-4)
    return log(kept / (1 - kept))


def _chance(score: float) -> float:
    return 1 / (1 + exp(-min(max(score, -30.0), 30.0)))


@cache
def load() -> Model:
    """The model that the package ships. Raises where it was trained for other columns."""
    raw = files("sayso.reading.places").joinpath("data/model.json").read_bytes()
    model = msgspec.json.decode(raw, type=Model)
    if len(model.own) != len(OWN) or len(model.fitting) != len(OWN) + len(CONTEXT):
        raise ValueError("model.json was trained for other features; train it again")
    return model
