"""Fit `weights.json` of `sayso.reading.relations`.

    python -m training.relations.fit

What the words show is learned from the training parts: re3d's and the labelled sentences, the
second sum on what the first gives for documents that it left out. The network has learned from the
same texts and is too sure there, so that what its odds are worth beside the words, three numbers
and a constant, is fitted on the texts that it never saw: re3d's dev part and the sentences held
out. What is printed of those is for documents that the fit left out.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, hstack
from sklearn.linear_model import LogisticRegression

import sayso.reading.relations
from benchmarks.gold import shared_folder
from benchmarks.labels import read_data
from sayso.reading.relations.features import constructions
from sayso.reading.relations.plain import Rule, stated
from sayso.reading.relations.relations import LEAST
from sayso.reading.relations.weights import LOWEST, UNLIKELY, Joint, Weights
from sayso.reading.tagger.labels import RELATIONS
from sayso.reading.tagger.network import Network
from training.relations.examples import Example, examples, measured, texts

OUTPUT = Path(sayso.reading.relations.__file__).parent / "weights.json"
MEASURED = ("relations.held_out", "re3d.dev")

FOLDS = 5
RARE = 4
"""Examples that a feature needs to count."""

SHARED = 8
"""The same of the second sum."""

STRENGTH, JOINT_STRENGTH = 0.5, 0.3
"""Inverse ridge. Chosen by F1 on the documents that the folds leave out: .35, .36 and .35 at .1, .3
and 1; a lasso that keeps a sixtieth of the weights loses .03."""

SLIGHT = 0.05
"""Weights below which a feature is left out of a type's sum."""

NEVER = -7.0
"""Log odds of a type of which there is next to no example."""

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class First(NamedTuple):
    """[types, features] and [types]."""

    weights: Floats
    bias: Floats

    def of(self, design: csr_array) -> Floats:
        """[examples, types] log odds."""
        found: Floats = design @ self.weights.T + self.bias
        return found


class Asked(NamedTuple):
    """The examples and types that the second sum is asked about: their numbers and features."""

    example: npt.NDArray[np.int64]
    type: npt.NDArray[np.int64]
    features: Sequence[Sequence[str]]


def main() -> None:
    """Fit and write."""
    network = Network()
    learned = [each for read in texts() for each in examples(read, network)]
    unseen = [
        each
        for name in MEASURED
        for read in measured(name, read_data(name, shared_folder() / "corpora"))
        for each in examples(read, network)
    ]
    write(learned, unseen, OUTPUT)


def write(learned: Sequence[Example], unseen: Sequence[Example], output: Path) -> None:
    """Fit both sums on what is `learned` from, and the network's part on what is `unseen`."""
    tied, known = _answers(learned)
    fold = _folds(learned)
    names = _vocabulary((each.candidate.features for each in learned), RARE)
    design = _design((each.candidate.features for each in learned), names)
    left_out = np.full(tied.shape, NEVER)
    for out in range(FOLDS):
        left_out[fold == out] = _first(design, tied, known, fold != out).of(design[fold == out])
    _say("words alone, left out", left_out, tied, known)
    first = _rounded(_first(design, tied, known, np.ones(len(learned), bool)))

    asked = _asked(learned, left_out)
    shared = _vocabulary(asked.features, SHARED)
    joint_design = _joint_design(asked, shared, left_out)
    right, told = tied[asked.example, asked.type], known[asked.example, asked.type]
    joined = np.full(tied.shape, NEVER)
    for out in range(FOLDS):
        inside = fold[asked.example] == out
        model = _logistic(joint_design[told & ~inside], right[told & ~inside])
        joined[asked.example[inside], asked.type[inside]] = model.decision_function(
            joint_design[inside]
        )
    _say("words and constructions, left out", joined, tied, known)
    model = _logistic(joint_design[told], right[told])

    firsts = first.of(_design((each.candidate.features for each in unseen), names))
    asked = _asked(unseen, firsts)
    words = model.decision_function(_joint_design(asked, shared, firsts))
    balance = _balance(unseen, asked, words)
    weights = Weights(
        bias=tuple(np.round(first.bias, 2).tolist()),
        features={
            name: {
                int(kind): round(first.weights[kind, column] * 100)
                for kind in np.flatnonzero(first.weights[:, column])
            }
            for name, column in names.items()
            if first.weights[:, column].any()
        },
        joint=_joint(model, shared, balance),
        rules=_rules(learned),
    )
    output.write_bytes(msgspec.json.encode(weights) + b"\n")
    print(f"{output}: {len(weights.features)} features, {output.stat().st_size:,} bytes")


def _answers(found: Sequence[Example]) -> tuple[Flags, Flags]:
    return np.array([each.tied for each in found]), np.array([each.known for each in found])


def _folds(found: Sequence[Example]) -> npt.NDArray[np.int64]:
    """By document, so that no text is on both sides."""
    return np.array(
        [
            int(hashlib.sha1(each.document.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS
            for each in found
        ]
    )


def _vocabulary(rows: Iterable[Iterable[str]], least: int) -> dict[str, int]:
    counts = Counter(name for row in rows for name in row)
    kept = sorted(name for name, count in counts.items() if count >= least)
    return {name: column for column, name in enumerate(kept)}


def _design(rows: Iterable[Iterable[str]], names: dict[str, int]) -> csr_array:
    columns, ends = [], [0]
    for row in rows:
        columns += [names[name] for name in row if name in names]
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    places = np.array(columns, dtype=np.int32), np.array(ends, dtype=np.int32)
    return csr_array((ones, *places), shape=(len(ends) - 1, len(names)))


def _first(design: csr_array, tied: Flags, known: Flags, rows: Flags) -> First:
    weights = np.zeros((len(RELATIONS), design.shape[1]))
    bias = np.full(len(RELATIONS), NEVER)
    for kind in range(len(RELATIONS)):
        chosen = rows & known[:, kind]
        if tied[chosen, kind].sum() > 1:
            model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=60, tol=1e-3).fit(
                design[chosen], tied[chosen, kind]
            )
            weights[kind], bias[kind] = model.coef_[0], model.intercept_[0]
    return First(weights, bias)


def _rounded(first: First) -> First:
    weights = np.where(np.abs(first.weights) < SLIGHT, 0.0, np.round(first.weights, 2))
    return First(weights, np.round(first.bias, 2))


def _asked(found: Sequence[Example], firsts: Floats) -> Asked:
    example, kinds, features = [], [], []
    for index, each in enumerate(found):
        named = constructions(each.candidate.spoken, each.candidate.pair)
        for number, kind in enumerate(RELATIONS):
            shown = named.get(kind, ())
            if shown or firsts[index, number] > UNLIKELY:
                example.append(index)
                kinds.append(number)
                features.append([*shown, f"type {kind}", *([f"named {kind}"] if shown else [])])
    return Asked(np.array(example), np.array(kinds), features)


def _joint_design(asked: Asked, names: dict[str, int], firsts: Floats) -> csr_array:
    words = np.maximum(LOWEST, firsts[asked.example, asked.type])
    return hstack([csr_array(words[:, None]), _design(asked.features, names)], format="csr")


def _logistic(design: csr_array, right: Flags) -> LogisticRegression:
    return LogisticRegression(C=JOINT_STRENGTH, solver="liblinear", max_iter=80, tol=1e-3).fit(
        design, right
    )


def _balance(unseen: Sequence[Example], asked: Asked, words: Floats) -> Floats:
    """What the words, the network's odds, and its surest odds there are worth, and a constant."""
    tied, known = _answers(unseen)
    network = np.array([each.candidate.tied for each in unseen])
    design = np.column_stack(
        [words, network[asked.example, asked.type], network.max(axis=1)[asked.example]]
    )
    right, told = tied[asked.example, asked.type], known[asked.example, asked.type]
    fold = _folds(unseen)[asked.example]

    def fit(rows: Flags) -> LogisticRegression:
        return LogisticRegression().fit(design[rows], right[rows])

    left_out = np.full(tied.shape, NEVER)
    for out in range(FOLDS):
        rows = fold == out
        model = fit(told & ~rows)
        left_out[asked.example[rows], asked.type[rows]] = model.decision_function(design[rows])
    _say("with the network, unseen and left out", left_out, tied, known)
    whole = fit(told)
    return np.array([*whole.coef_[0], whole.intercept_[0]])


def _joint(model: LogisticRegression, names: dict[str, int], balance: Floats) -> Joint:
    scale, network, surest, constant = balance.tolist()
    weights = np.round(scale * model.coef_[0], 3)

    def part(keep: Callable[[str], bool], cut: int) -> dict[str, float]:
        return {
            name[cut:]: float(weights[column + 1])
            for name, column in names.items()
            if keep(name) and weights[column + 1]
        }

    def is_type(name: str) -> bool:
        return name.startswith("type ")

    def is_named(name: str) -> bool:
        return name.startswith("named ")

    return Joint(
        bias=round(scale * float(model.intercept_[0]) + constant, 3),
        words=float(weights[0]),
        network=round(network, 3),
        surest=round(surest, 3),
        types=part(is_type, len("type ")),
        named=part(is_named, len("named ")),
        constructions=part(lambda name: not is_type(name) and not is_named(name), 0),
    )


def _rules(learned: Sequence[Example]) -> dict[str, float]:
    """Log odds that what a rule says was read so; as good as even where it is next to unseen."""
    right, given = Counter[str](), Counter[str]()
    for each in learned:
        for kind, rule in stated(each.candidate.spoken, each.candidate.pair):
            number = RELATIONS.index(kind)
            if each.known[number]:
                given[rule] += 1
                right[rule] += int(each.tied[number])
    for name, count in given.items():
        print(f"rule {name}: {right[name]} right of {count}")
    return {
        rule: round(float(np.log((right[rule] + 1) / (given[rule] - right[rule] + 1))), 2)
        for rule in get_args(Rule)
    }


def _say(what: str, odds: Floats, tied: Flags, known: Flags) -> None:
    given = (odds >= LEAST) & known
    right = int((given & tied).sum())
    print(
        f"{what}: {right} right of {given.sum()} given, {tied.sum()} asked, "
        f"F1 {2 * right / (given.sum() + tied.sum()):.3f}"
    )


if __name__ == "__main__":
    main()
