"""Fits `src/sayso/reading/entities/data/antecedents.toml`.

    PYTHONPATH=src python -m training.entities.fit

For each mention that the reader finds in gum.train and meantime.train, the chance of each candidate
antecedent and of none is log-linear in what is true of the two; the weights make the right ones
together likely (maximum marginal likelihood, as in mention ranking), with a quadratic penalty. It
asks the network that ships, so it is to be run again after each export. Some minutes.
"""

from collections import Counter, defaultdict
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

import numpy as np

from sayso.reading.entities.features import Pair, alone, anaphor, together
from sayso.reading.entities.looking import Memory
from sayso.reading.entities.profiles import profiles
from sayso.reading.entities.signs import signs
from sayso.reading.tagger.network import Network
from training.entities.examples import Example, examples

OUTPUT = Path(__file__).parents[2] / "src" / "sayso" / "reading" / "entities" / "data"
CORPORA = {"gum.train": 1, "meantime.train": 2}
"""How often each is taken: MEANTIME is news, as the texts are that this is for, and small."""
GENRES = {"news": 2, "interview": 2, "speech": 2, "court": 2}
"""GUM's genres that count more than once, for the same reason."""
_PENALTY = 0.02
_ROUNDS = 60
_RARE = 8
"""A feature of a class that fewer candidates have gets no weight."""


class Choice(NamedTuple):
    """One mention: the features of "none" and of each candidate, and which are right."""

    options: list[list[str]]
    right: list[bool]
    weight: int


def choices(one: Example, weight: int) -> list[tuple[str, Choice]]:
    """The choices of a document, each with the class of its mention."""
    found = profiles(one.text, one.mentions, one.sentences)
    joined = {(join.second, join.first): join.sign for join in signs(one.text, found)}
    memory = Memory(one.text)
    groups: dict[int, list[int]] = defaultdict(list)
    made = []
    for profile in found:
        options = [_named(alone(profile, one.text[profile.span[1] : profile.span[1] + 80]))]
        right = []
        passed: dict[str, set[int]] = defaultdict(set)
        looked = memory.look(profile, found)
        odds = one.scores(profile.at, looked) if one.scores else []
        learned = dict(zip(looked, odds, strict=bool(odds)))
        highest = max(learned.values(), default=None)
        for index in looked:
            chain = one.chain[index]
            entity = groups[chain][0] if chain >= 0 else index
            nearer = len(passed[found[index].sort] - {entity})
            passed[found[index].sort].add(entity)
            members = groups[chain][-8:] if chain >= 0 else [index]
            sign = joined.get((profile.at, index))
            group = [found[i] for i in members]
            opinion = learned.get(index, 0.0)
            pair = Pair(profile, found[index], sign, group, nearer, opinion, opinion == highest)
            options.append(_named(together(one.text, pair)))
            right.append(chain >= 0 and chain == one.chain[profile.at])
        if one.asked[profile.at]:
            made.append((anaphor(profile), Choice(options, [not any(right), *right], weight)))
        memory.file(profile)
        if one.chain[profile.at] >= 0:
            groups[one.chain[profile.at]].append(profile.at)
    return made


def _named(names: list[str]) -> list[str]:
    """The same strings for the same names: there are millions."""
    return [intern(name) for name in names]


def fit(rows: list[Choice]) -> dict[str, float]:
    """Weights of one class, by Adagrad over all choices at once."""
    counts = Counter(name for row in rows for option in row.options for name in option)
    names = sorted(name for name, count in counts.items() if count >= _RARE)
    number = {name: at + 1 for at, name in enumerate(names)}
    width = max(len(option) for row in rows for option in row.options)
    flat = [option for row in rows for option in row.options]
    table = np.zeros((len(flat), width), dtype=np.int32)
    for at, option in enumerate(flat):
        ids = [number[name] for name in option if name in number]
        table[at, : len(ids)] = ids
    sizes = np.array([len(row.options) for row in rows])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(rows)), sizes)
    right = np.array([mark for row in rows for mark in row.right])
    weight = np.array([row.weight for row in rows], dtype=np.float64)[owner]
    found = np.zeros(len(names) + 1)
    seen = np.full(len(names) + 1, 1e-6)
    for _ in range(_ROUNDS):
        value = found[table].sum(axis=1)
        every = _shares(value, starts, owner)
        good = _shares(np.where(right, value, -1e9), starts, owner)
        slope = np.bincount(
            table.ravel(), np.repeat((good - every) * weight, width), minlength=len(found)
        )
        slope = slope / weight.sum() * len(sizes) ** 0.5 - _PENALTY * found / len(sizes) ** 0.5
        slope[0] = 0.0
        seen += slope**2
        found += 0.5 * slope / np.sqrt(seen)
    return {name: round(float(found[at]), 3) for name, at in number.items()}


def _shares(value: Any, starts: Any, owner: Any) -> Any:  # noqa: ANN401
    top = np.maximum.reduceat(value, starts)
    power = np.exp(value - top[owner])
    return power / np.add.reduceat(power, starts)[owner]


def main() -> None:
    """Fit every class and write the file."""
    rows: defaultdict[str, list[Choice]] = defaultdict(list)
    network = Network()
    for corpus, times in CORPORA.items():
        for example in examples(corpus, network):
            genre = next((GENRES[g] for g in GENRES if f"_{g}_" in example.id), 1)
            for kind, choice in choices(example, times * genre):
                rows[kind].append(choice)
    lines = [
        "# Log-odds of an antecedent, by class of mention and by what is true (features.py).",
        f"# Made by training/entities/fit.py from {' and '.join(CORPORA)}.",
    ]
    for kind in sorted(rows):
        weights = fit(rows[kind])
        lines += ["", f'["{kind}"]  # {len(rows[kind])} mentions']
        lines += [f'"{name}" = {weight}' for name, weight in weights.items() if weight]
        print(kind, len(rows[kind]))
    (OUTPUT / "antecedents.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
