"""Fits the weights of `src/sayso/knowledge/actors/data/weights.toml`.

    PYTHONPATH=src python -m training.actors.fit

Logistic regression on the candidates of every named entity of gum.train and meantime.train: is this
actor the one that the annotators linked? The classes are as they fall, so the sum is calibrated for
text of that kind. A linked resource is taken for an actor as `benchmarks/linking.py` does.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.gold import shared_folder
from benchmarks.linking import Gold, gold_entities, is_name, read, right, title
from sayso.knowledge.actors.actors import load
from sayso.knowledge.actors.comparing import FEATURES, Asked
from sayso.knowledge.actors.link import candidates
from sayso.knowledge.names import plain
from sayso.records.vocabulary import MentionType

OUTPUT = Path(__file__).parents[2] / "src" / "sayso" / "knowledge" / "actors" / "data"
TYPES: dict[str, MentionType] = {
    "person": "Person",
    "organization": "Organisation",
    "place": "Location",
}
THRESHOLD = 0.5
"""Chosen, not swept: below it a link is more likely wrong than right."""
BY_HAND = {"country_same": 0.7, "country_other": -1.5}
"""No training text says of which country an entity is. A known difference outweighs an alias's
lead over a name that only sounds alike; agreement is worth less, since so many share a country."""
_PENALTY = 1.0
_STEPS = 50
Matrix = np.ndarray[Any, np.dtype[np.float64]]


def gum_entities(document: dict[str, Any]) -> Iterator[Gold]:
    """The named entities of a GUM document, linked or not."""
    groups: dict[int, list[dict[str, Any]]] = {}
    for mention in document["entities"]:
        if mention["type"] in TYPES:
            groups.setdefault(mention["chain"], []).append(mention)
    text = document["text"]
    context = frozenset(plain(text).split())
    for mentions in groups.values():
        texts = [text[m["start"] : m["end"]] for m in mentions]
        if names := tuple(dict.fromkeys(filter(is_name, texts))):
            references = [m["wiki"] for m in mentions if m.get("wiki")]
            yield Gold(
                names=names,
                type=TYPES[mentions[0]["type"]],
                title=title(references[0]) if references else None,
                context=context,
                published=document.get("published"),
            )


def examples(gold: list[Gold]) -> tuple[Matrix, Matrix]:
    """Numbers [n, features] and answers [n] of every candidate."""
    numbers, labels = [], []
    for one in gold:
        asked = Asked(
            names=one.names,
            person=one.type == "Person",
            state=one.type == "Location",
            countries=frozenset(),
            context=one.context,
            on_date=one.published,
        )
        for found in candidates(asked, load()):
            numbers.append([found.numbers[name] for name in FEATURES])
            labels.append(float(right(found.actor, one.title)))
    return np.array(numbers), np.array(labels)


def fit(numbers: Matrix, labels: Matrix) -> Matrix:
    """Weights by Newton's method, with a penalty on all but the bias."""
    weights = np.zeros(numbers.shape[1])
    penalty = np.full(numbers.shape[1], _PENALTY)
    penalty[FEATURES.index("bias")] = 1e-6
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-numbers @ weights))
        slope = numbers.T @ (labels - chance) - penalty * weights
        curve = (numbers * (chance * (1 - chance))[:, None]).T @ numbers + np.diag(penalty)
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Fit and write."""
    corpora = shared_folder() / "corpora"
    gold = [g for d in read(corpora / "gum.train.jsonl.gz") for g in gum_entities(d)]
    gold += [g for d in read(corpora / "meantime.train.jsonl.gz") for g in gold_entities(d)]
    numbers, labels = examples(gold)
    weights = fit(numbers, labels)
    found = dict(zip(FEATURES, weights, strict=True)) | BY_HAND
    rows = "\n".join(f"{name} = {weight:.3f}" for name, weight in found.items())
    (OUTPUT / "weights.toml").write_text(
        "# Log-odds that a candidate is the actor meant, by what was compared (comparing.py).\n"
        f"# Made by training/actors/fit.py from {len(labels)} candidates of gum.train and "
        f"meantime.train,\n# {int(labels.sum())} of them right. Country has no examples there: its "
        "weights are set by hand in fit.py.\n"
        f"threshold = {THRESHOLD}\n{rows}\n",
        encoding="utf-8",
    )
    print(rows)


if __name__ == "__main__":
    main()
