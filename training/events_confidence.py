"""Fit the confidence of events to how often they are right as a whole in the held-out sentences."""

from pathlib import Path

import msgspec
import numpy as np

from benchmarks.calibration import Outcome, equal_width, error, right_events
from benchmarks.gold import Event, Marked, shared_folder
from benchmarks.labels import read_events
from sayso.reading.attributions import attributions
from sayso.reading.events.confidence import EventEvidence
from sayso.reading.events.events import EventScene, coded
from sayso.reading.nesting import nested
from sayso.reading.sentences import sentences
from sayso.reading.tagger.marks import mark
from sayso.reading.tagger.network import Network
from training.calibrate import FOLDS, fit
from training.export import MODELS


def main() -> None:
    """Write `events_confidence.json`; say the calibration error on what the fit left out."""
    calibrate(MODELS / "events_confidence.json")


def calibrate(output: Path) -> float:
    """Fit on all held-out sentences, and give the error of fits that each left a fifth out."""
    network = Network()
    found = [outcomes(gold, network) for gold in read_events(shared_folder() / "corpora")]
    told = [(number % FOLDS, *each) for number, events in enumerate(found) for each in events]
    fold = np.array([each[0] for each in told])
    evidence = np.array([each[1] for each in told])
    right = np.array([each[2] for each in told], dtype=np.float64)
    left_out = []
    for out in range(FOLDS):
        kept = fit(evidence[fold != out], right[fold != out], EventEvidence._fields)
        left_out += [Outcome(kept.probability(e), r) for f, e, r in told if f == out]
    curve = fit(evidence, right, EventEvidence._fields)
    output.write_bytes(msgspec.json.format(msgspec.json.encode(curve)) + b"\n")
    value = error(equal_width(sorted(left_out)))
    print(f"calibration error, {FOLDS}-fold on {len(told)} events: {value:.3f}")
    return value


def outcomes(gold: Marked, network: Network) -> list[tuple[EventEvidence, bool]]:
    """The evidence of each event found in a sentence, and whether it is right as a whole."""
    text = gold.text
    marks = mark(text, network)
    said = nested(attributions(text, marks))
    found = coded(EventScene(text, sentences(text), (), (), said), marks)
    system = Marked(
        id=gold.id,
        text=text,
        events=tuple(
            Event(
                id=str(number),
                trigger=each.event.trigger,
                type=each.event.type,
                actor=each.event.actor,
                recipient=each.event.recipient,
                status=each.event.status,
            )
            for number, each in enumerate(found)
        ),
    )
    return [
        (found[int(event.id or 0)].evidence, right)
        for event, right in right_events(gold, system, whole=True)
    ]


if __name__ == "__main__":
    main()
