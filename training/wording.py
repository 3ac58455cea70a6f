"""Loaded and persuasive wording, by technique."""

from typing import Any

from sayso.reading.tagger.labels import TECHNIQUES
from sayso.reading.tagger.pieces import Pieces
from training.targets import Targets, blank


def framed(document: dict[str, Any], coded: Pieces) -> Targets:
    """The techniques of persuasion that annotators marked in an article."""
    array = blank("framing", coded)
    array[:] = 0
    for span in document["framing"]:
        row = TECHNIQUES.index(span["technique"])
        array[row, coded.touched((span["start"], span["end"]))] = 1
    return Targets({"framing": array})
