"""Linear models, fitted: the signs of a name, the candidates of a group, a few columns."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.places.ranking import Floats, Group, softmax

_SEEN = 3
"""A sign in fewer names than this is left out."""

_NOTHING = 0.01
"""A weight below this is not worth a line of the file."""

Rows = list[tuple[list[str], bool]]


def fit_signs(rows: Rows, *, rounds: int = 300, strength: float = 1.0) -> dict[str, float]:
    """Logistic regression over the signs, by adaptive gradient steps."""
    counts = Counter(sign for row, _ in rows for sign in set(row))
    kept = sorted(sign for sign, count in counts.items() if count >= _SEEN)
    column = {sign: at for at, sign in enumerate(kept)}
    picked = [np.array([column[s] for s in row if s in column]) for row, _ in rows]
    flat = np.concatenate(picked)
    row_of = np.repeat(np.arange(len(rows)), [len(row) for row in picked])
    answers = np.array([answer for _, answer in rows], dtype=float)
    weights, slope = np.zeros(len(kept)), np.full(len(kept), 1.0)
    for _ in range(rounds):
        scores = np.bincount(row_of, weights[flat], minlength=len(rows))
        errors = 1 / (1 + np.exp(-scores)) - answers
        gradient = np.bincount(flat, errors[row_of], minlength=len(kept)) + strength * weights
        slope += gradient**2
        weights -= 0.5 * gradient / np.sqrt(slope)
    return {
        sign: round(float(weights[at]), 3)
        for sign, at in column.items()
        if abs(weights[at]) > _NOTHING
    }


def fit_tags(rows: Rows, place: dict[str, float]) -> dict[str, float]:
    """What the tagger's word adds to signs whose weights stand: a few numbers, so that the
    few texts that were tagged are enough."""
    tagged = [(row, answer) for row, answer in rows if " tagged" in row[-1]]
    if not tagged:
        return {}
    known = sorted({row[-1] for row, _ in tagged})
    column = np.array([known.index(row[-1]) for row, _ in tagged])
    base = np.array([sum(place.get(sign, 0.0) for sign in row) for row, _ in tagged])
    answers = np.array([answer for _, answer in tagged], dtype=float)
    weights, slope = np.zeros(len(known)), np.ones(len(known))
    for _ in range(300):
        errors = 1 / (1 + np.exp(-base - weights[column])) - answers
        gradient = np.bincount(column, errors, minlength=len(known)) + weights
        slope += gradient**2
        weights -= 0.5 * gradient / np.sqrt(slope)
    return {sign: round(float(weight), 3) for sign, weight in zip(known, weights, strict=True)}


@dataclass
class Block:
    """Groups that are weighed together, with which candidates are right."""

    groups: list[Group]
    right: Floats
    counts: Floats


def fit_candidates(rows: list[Floats], of: list[Block], *, strength: float = 1.0) -> Floats:
    """Weights under which the right candidates of each name get the most of the chance."""
    weights = np.zeros(rows[0].shape[1])
    slope = np.full(len(weights), 1.0)
    for _ in range(300):
        gradient = strength * weights
        for block, features in zip(of, rows, strict=True):
            chances = softmax(features @ weights, block.groups)
            good = chances * block.right
            sizes = [len(group.candidates) for group in block.groups]
            total = np.add.reduceat(good, np.cumsum([0, *sizes[:-1]]))
            ideal = good / np.maximum(np.repeat(total, sizes), 1e-12)
            gradient += features.T @ (
                (chances - ideal) * np.sqrt(block.counts) * (block.counts > 0)
            )
        slope += gradient**2
        weights -= 0.5 * gradient / np.sqrt(slope)
    fitted: Floats = weights
    return fitted


def logistic(rows: Sequence[Sequence[float]], answers: Sequence[float]) -> Floats:
    """Plain logistic regression of a few columns, by Newton's steps."""
    x, y = np.array(rows), np.array(answers)
    weights = np.zeros(x.shape[1])
    for _ in range(20):
        chance = 1 / (1 + np.exp(-x @ weights))
        curve = x.T @ (x * (chance * (1 - chance))[:, None]) + np.eye(len(weights))
        weights -= np.linalg.solve(curve, x.T @ (chance - y) + weights)
    fitted: Floats = weights
    return fitted
