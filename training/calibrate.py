"""Fit the confidence of attributions to how often they are right on PolNeAR's dev articles."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from benchmarks.attributions import judge
from benchmarks.calibration import Outcome, equal_width, error
from benchmarks.gold import Attribution, Marked, read_marked, shared_folder
from sayso.reading.attributions import join, spans
from sayso.reading.confidence import Curve, Evidence
from sayso.reading.tagger.marks import mark
from sayso.reading.tagger.network import Network
from training.export import MODELS

Floats = npt.NDArray[np.float64]

RIDGE = 1.0
FOLDS = 5
STEPS = 25


def main() -> None:
    """Write `confidence.json`; say the calibration error on articles that the fit left out."""
    calibrate(MODELS / "confidence.json")


def calibrate(output: Path) -> float:
    """Fit on all dev articles, and give the error of fits that each left a fifth of them out."""
    documents = read_marked(shared_folder() / "corpora" / "polnear.dev.jsonl.gz")
    network = Network()
    told: list[tuple[int, Evidence, bool]] = [
        (number % FOLDS, evidence, right)
        for number, document in enumerate(documents)
        for evidence, right in outcomes(document, network)
    ]
    fold = np.array([each[0] for each in told])
    evidence = np.array([each[1] for each in told])
    right = np.array([each[2] for each in told], dtype=np.float64)
    left_out = []
    for out in range(FOLDS):
        kept = fit(evidence[fold != out], right[fold != out])
        left_out += [Outcome(kept.probability(e), r) for f, e, r in told if f == out]
    output.write_bytes(msgspec.json.format(msgspec.json.encode(fit(evidence, right))) + b"\n")
    found = error(equal_width(sorted(left_out)))
    print(f"calibration error, {FOLDS}-fold on {len(told)} attributions: {found:.3f}")
    return found


def outcomes(document: Marked, network: Network) -> list[tuple[Evidence, bool]]:
    """The evidence of each attribution found in a document, and whether it is right."""
    marks = mark(document.text, network)
    joined = join(document.text, marks)
    found = tuple(
        Attribution(
            source=spans(document.text, marks.pieces, [each.source] if each.source else []),
            content=spans(document.text, marks.pieces, each.content),
        )
        for each in joined
    )
    judgement = judge(document, Marked(id=document.id, attributions=found))
    right = set(judgement.found.values())
    counted = judgement.system.keys() - judgement.set_aside
    return [(joined[index].evidence, index in right) for index in sorted(counted)]


def fit(evidence: Floats, right: Floats, names: Sequence[str] = Evidence._fields) -> Curve:
    """Ridge logistic regression by Newton's method, on standardised figures [n, names]."""
    centre, spread = evidence.mean(0), evidence.std(0) + 1e-9
    design = np.column_stack([(evidence - centre) / spread, np.ones(len(right))])
    weights = np.zeros(design.shape[1])
    penalty = np.diag([RIDGE] * (design.shape[1] - 1) + [0.0])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (chance - right) + penalty @ weights
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        weights -= np.linalg.solve(curvature, slope)
    scaled = weights[:-1] / spread
    named = dict(zip(names, scaled.round(4).tolist(), strict=True))
    return Curve(weights=named, intercept=round(float(weights[-1] - scaled @ centre), 4))


if __name__ == "__main__":
    main()
