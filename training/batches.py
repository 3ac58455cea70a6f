"""Windows of the examples, mixed and padded into batches of about equal cost."""

import random
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from sayso.reading.tagger.windows import SIZE, cut
from training.corpora import IGNORE, Example
from training.model import ROLES
from training.targets import ROWS, Floats

CLS, SEP = 101, 102
COURSES: Mapping[str, Mapping[str, float]] = {
    "speech": {"polnear": 1, "re3d": 6, "conflict": 3, "gum": 1},
    "acts": {
        "polnear": 0.35, "re3d": 4, "conflict": 2, "gum": 0.5, "events": 1, "relations": 2,
        "cameo": 1.5, "stories": 0.2, "factual": 1, "propbank": 1, "meantime": 1.5,
        "happening": 0.5, "wording": 0.6,
    },
    "events": {
        "polnear": 0.1, "re3d": 2, "conflict": 0.5, "gum": 0.1, "events": 0.5, "around": 0.2,
        "relations": 1.5, "cameo": 0.3, "stories": 0.05, "factual": 0.4, "propbank": 0.2,
        "meantime": 0.5, "happening": 0.1, "wording": 0.25,
    },
    "again": {
        "polnear": 0.6, "re3d": 5, "conflict": 3, "gum": 2, "events": 0.5, "around": 0.1,
        "relations": 1.5, "cameo": 0.5, "stories": 0.05, "factual": 1, "propbank": 0.2,
        "meantime": 2, "same": 0.4, "happening": 0.2, "wording": 0.5,
    },
    "all": {
        "polnear": 0.45, "re3d": 5, "conflict": 3, "gum": 0.8, "events": 1.5, "around": 0.15,
        "relations": 3, "cameo": 0.5, "stories": 0.03, "factual": 1, "propbank": 0.2,
        "meantime": 2, "same": 0.25, "happening": 0.2, "wording": 0.5,
    },
}  # fmt: skip
"""How often an epoch of a course sees a corpus: the small ones are what the reader is for. Each
course goes on from the one before, and sees of that only enough to forget nothing."""


class Sight(NamedTuple):
    """One window of an example; positions count from the window's own start mark."""

    example: Example
    start: int
    end: int

    def at(self, piece: int) -> int:
        """The position of a piece, or -1 outside the window."""
        return piece - self.start + 1 if self.start <= piece < self.end else -1


class Batch(NamedTuple):
    """Padded arrays [batch, length]; tags are [batch, roles, length], and so is each array of the
    targets that any window has, NaN where nothing is known."""

    ids: Tensor
    mask: Tensor
    features: Tensor
    tags: Tensor
    targets: dict[str, Tensor]
    sights: tuple[Sight, ...]

    def to(self, device: str) -> "Batch":
        """The same batch on another device."""
        ids, mask, features, tags = (x.to(device) for x in self[:4])
        targets = {name: array.to(device) for name, array in self.targets.items()}
        return Batch(ids, mask, features, tags, targets, self.sights)


def epoch(corpora: dict[str, list[Example]], *, course: str, pieces: int, seed: int) -> list[Batch]:
    """All batches of one epoch, in random order, each of at most `pieces` positions."""
    dice = random.Random(seed)  # noqa: S311
    sights = [
        sight
        for name, often in COURSES[course].items()
        for example in corpora[name]
        for _ in range(_times(often, dice))
        for sight in _sights(example, dice)
    ]
    dice.shuffle(sights)
    batches: list[Batch] = []
    pool = 400  # large enough to sort by length, small enough to stay mixed
    for at in range(0, len(sights), pool):
        part = sorted(sights[at : at + pool], key=lambda s: s.end - s.start)
        batches.extend(map(batch, _groups(part, pieces)))
    dice.shuffle(batches)
    return batches


def batch(sights: list[Sight]) -> Batch:
    """Pad windows to the longest of them."""
    shape = (len(sights), max(s.end - s.start for s in sights) + 2)
    ids, mask, features = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    tags = np.full((shape[0], len(ROLES), shape[1]), IGNORE, dtype=np.int64)
    targets: dict[str, Floats] = {}
    for row, (example, start, end) in enumerate(sights):
        size = end - start
        for name, array in example.targets.arrays.items():
            if name not in targets:
                targets[name] = np.full((shape[0], ROWS[name], shape[1]), np.nan, dtype=np.float32)
            targets[name][row, :, 1 : size + 1] = array[:, start:end]
        ids[row, : size + 2] = [CLS, *example.pieces.ids[start:end], SEP]
        mask[row, : size + 2] = 1
        features[row, 1 : size + 1] = example.pieces.features[start:end]
        if example.tags is not None:
            tags[row, :, 1 : size + 1] = example.tags[:, start:end]
    ready = torch.from_numpy
    known = {name: ready(array) for name, array in targets.items()}
    return Batch(ready(ids), ready(mask), ready(features), ready(tags), known, tuple(sights))


def _times(wanted: float, dice: random.Random) -> int:
    """A whole number of times that is right on average."""
    return int(wanted) + (dice.random() < wanted % 1)


def _sights(example: Example, dice: random.Random) -> Iterator[Sight]:
    opening = dice.randint(SIZE // 3, SIZE)
    for start, end in cut(example.pieces.first, len(example.pieces), size=SIZE, opening=opening):
        yield Sight(example, start, end)


def _groups(sights: list[Sight], pieces: int) -> Iterator[list[Sight]]:
    group: list[Sight] = []
    for sight in sights:
        if group and (len(group) + 1) * (sight.end - sight.start + 2) > pieces:
            yield group
            group = []
        group.append(sight)
    if group:
        yield group
