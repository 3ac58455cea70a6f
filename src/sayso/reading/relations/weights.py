"""How likely a tie of each type is between two ends: two fitted sums, one on the other.

The first weighs for every type apart what the words show. The second weighs that, what the
network sees, and where words of the type stand, alike for all types.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec
import numpy as np

from sayso.reading.relations.candidates import Candidate
from sayso.reading.relations.features import constructions
from sayso.reading.relations.plain import stated
from sayso.reading.tagger.labels import RELATIONS
from sayso.reading.tagger.network import Floats

UNLIKELY: Final = -5.0
"""Log odds of the first sum below which the second is not asked where no word names the tie."""

LOWEST: Final = -8.0
"""Log odds of the first sum below which less says no more."""


class Joint(msgspec.Struct, frozen=True):
    """What the second sum weighs."""

    bias: float
    words: float
    network: float
    surest: float
    """Of what the network sees of any type there."""
    types: Mapping[str, float]
    named: Mapping[str, float]
    """By type, where a word names it."""
    constructions: Mapping[str, float]


class Weights(msgspec.Struct, frozen=True):
    """`bias` by type; `features`: of each, by the number of the type, in hundredths."""

    bias: tuple[float, ...]
    features: Mapping[str, Mapping[int, int]]
    joint: Joint
    rules: Mapping[str, float]
    """Log odds that a rule of `plain` is right."""


def odds(candidate: Candidate) -> Iterator[tuple[int, float]]:
    """The types, by number, that two ends may be tied by, with their log odds."""
    joint, rules = load().joint, load().rules
    firsts = apart(candidate.features)
    surest = float(candidate.tied.max())
    named = constructions(candidate.spoken, candidate.pair)
    plain = dict(stated(candidate.spoken, candidate.pair))
    for number, kind in enumerate(RELATIONS):
        shown = named.get(kind, ())
        if not shown and firsts[number] <= UNLIKELY and kind not in plain:
            continue
        value = (
            joint.bias
            + joint.words * max(LOWEST, float(firsts[number]))
            + joint.network * float(candidate.tied[number])
            + joint.surest * surest
            + joint.types.get(kind, 0.0)
            + (joint.named.get(kind, 0.0) if shown else 0.0)
            + sum(joint.constructions.get(each, 0.0) for each in shown)
        )
        yield number, max(value, rules[plain[kind]]) if kind in plain else value


def apart(features: Iterable[str]) -> Floats:
    """[types] log odds by the first sum."""
    rows, bias = _rows()
    found = bias.copy()
    for each in features:
        row = rows.get(each)
        if row is not None:
            found += row
    return found


@cache
def load() -> Weights:
    """The fitted weights."""
    raw = files("sayso.reading.relations").joinpath("weights.json").read_bytes()
    return msgspec.json.decode(raw, type=Weights)


@cache
def _rows() -> tuple[Mapping[str, Floats], Floats]:
    weights = load()
    rows = {}
    for name, by_type in weights.features.items():
        row = np.zeros(len(RELATIONS), dtype=np.float32)
        row[list(by_type)] = [value / 100 for value in by_type.values()]
        rows[name] = row
    return rows, np.array(weights.bias, dtype=np.float32)
