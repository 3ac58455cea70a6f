"""From evidence to probability: how often an attribution with such evidence was right.

The curve is a logistic regression of few parameters, fitted by `training/calibrate.py` on
PolNeAR's dev articles and shipped as `models/confidence.json`.
"""

import math
from functools import cache
from importlib import resources
from typing import NamedTuple, Protocol

import msgspec


class Evidence(NamedTuple):
    """What speaks for an attribution; every figure grows with its soundness.

    `cue`, `content`: mean log probability of the likeliest tags over their pieces.
    `edges`: the least sure edge of a content, log probability.
    `claim`: log odds that the content is this cue's and not another's, at most 8.
    `point`: log odds of the source against the next best answer, at most 8.
    `sourced`: 1 with a source, 0 without. `length`: log of the content's pieces.
    """

    cue: float
    content: float
    edges: float
    claim: float
    point: float
    sourced: float
    length: float


class Figures(Protocol):
    """Evidence of any kind: figures by name."""

    def _asdict(self) -> dict[str, float]: ...


def probability(odds: float) -> float:
    """Log odds as a probability between 0 and 1, three decimals."""
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))), 3)


class Curve(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A logistic curve: a weight for each figure of the evidence, by name, and the intercept."""

    weights: dict[str, float]
    intercept: float

    def probability(self, evidence: Figures) -> float:
        """Between 0 and 1, three decimals."""
        odds = self.intercept + sum(self.weights[k] * v for k, v in evidence._asdict().items())
        return probability(odds)


@cache
def curve() -> Curve:
    """The curve that ships."""
    file = resources.files("sayso.models") / "confidence.json"
    return msgspec.json.decode(file.read_bytes(), type=Curve)
