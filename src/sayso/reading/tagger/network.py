"""The encoder at work: windows of word pieces in, scores out."""

from collections.abc import Iterator, Sequence
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from sayso.reading.tagger.pieces import Ints, Pieces
from sayso.reading.tagger.windows import Window

Floats = npt.NDArray[np.float32]

OUTPUTS = (
    "tags", "links", "no_source", "mentions", "antecedents", "acts", "arguments", "relations",
    "framing",
)  # fmt: skip

CLS, SEP = 101, 102
BATCH = 8
"""Windows scored at once: bounds memory. Not swept."""


class Scores(NamedTuple):
    """What the network says of one window of n pieces, without its start and end marks.

    `tags`: [n, 3 roles, O B I], log odds; `links`: [2, n cue pieces, n], log odds that the column
    is source, or content, of the row's cue; `no_source`: [n]; `mentions`: [types, n first, n last],
    log odds; `antecedents`: [n, 4 * width], what `marks.sides` makes of a mention; `acts`: [n,
    columns of ACTS]; `arguments`: [roles, n trigger pieces, n]; `relations`: [types, n last of
    source, n last of target], log odds; `framing`: [n, techniques], log odds.
    """

    window: Window
    tags: Floats
    links: Floats
    no_source: Floats
    mentions: Floats
    antecedents: Floats
    acts: Floats
    arguments: Floats
    relations: Floats
    framing: Floats


class Network:
    """One ONNX session. It holds no state between calls and may be shared by threads."""

    def __init__(self, *, threads: int = 2) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        # Spinning threads starve whoever shares the cores.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        with resources.as_file(resources.files("sayso.models") / "reader.onnx") as path:
            self._session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def score(self, coded: Pieces, windows: Sequence[Window]) -> Iterator[Scores]:
        """Scores of each window, shortest first, so that a batch needs little padding."""
        ordered = sorted(windows, key=lambda w: w.end - w.start)
        for group in (ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)):
            ids, mask, features = _padded(coded, group)
            outputs = self._session.run(OUTPUTS, {"ids": ids, "mask": mask, "features": features})
            for row, window in enumerate(group):
                inside = slice(1, window.end - window.start + 1)
                named = dict(zip(OUTPUTS, (output[row] for output in outputs), strict=True))
                yield Scores(
                    window,
                    tags=named["tags"][inside].reshape(-1, 3, 3),
                    links=named["links"][:, inside, inside],
                    no_source=named["no_source"][inside],
                    mentions=named["mentions"][:, inside, inside],
                    antecedents=named["antecedents"][inside],
                    acts=named["acts"][inside],
                    arguments=named["arguments"][:, inside, inside],
                    relations=named["relations"][:, inside, inside],
                    framing=named["framing"][inside],
                )


def _padded(coded: Pieces, group: Sequence[Window]) -> tuple[Ints, Ints, Ints]:
    """ids, mask and features, [windows, longest + 2] each."""
    shape = (len(group), max(w.end - w.start for w in group) + 2)
    ids, mask, features = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for row, window in enumerate(group):
        size = window.end - window.start
        ids[row, : size + 2] = [CLS, *coded.ids[window.start : window.end], SEP]
        mask[row, : size + 2] = 1
        features[row, 1 : size + 1] = coded.features[window.start : window.end]
    return ids, mask, features
