"""Windows of the examples, mixed and padded into batches of about equal cost."""

import random
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from sayso.reading.tagger.windows import SIZE, cut
from training.corpora import IGNORE, Example
from training.model import ROLES

CLS, SEP = 101, 102
REPEATS = {"polnear": 1, "re3d": 6, "conflict": 3, "gum": 1}
"""How often an epoch sees a corpus: the small ones are what the reader is for."""


class Sight(NamedTuple):
    """One window of an example; positions count from the window's own start mark."""

    example: Example
    start: int
    end: int

    def at(self, piece: int) -> int:
        """The position of a piece, or -1 outside the window."""
        return piece - self.start + 1 if self.start <= piece < self.end else -1


class Batch(NamedTuple):
    """Padded arrays [batch, length]; tags are [batch, roles, length]."""

    ids: Tensor
    mask: Tensor
    features: Tensor
    tags: Tensor
    sights: tuple[Sight, ...]

    def to(self, device: str) -> "Batch":
        """The same batch on another device."""
        ids, mask, features, tags = (x.to(device) for x in self[:4])
        return Batch(ids, mask, features, tags, self.sights)


def epoch(corpora: dict[str, list[Example]], *, pieces: int, seed: int) -> list[Batch]:
    """All batches of one epoch, in random order, each of at most `pieces` positions."""
    dice = random.Random(seed)  # noqa: S311
    sights = [
        sight
        for name, examples in corpora.items()
        for _ in range(REPEATS.get(name, 1))
        for example in examples
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
    for row, (example, start, end) in enumerate(sights):
        size = end - start
        ids[row, : size + 2] = [CLS, *example.pieces.ids[start:end], SEP]
        mask[row, : size + 2] = 1
        features[row, 1 : size + 1] = example.pieces.features[start:end]
        if example.tags is not None:
            tags[row, :, 1 : size + 1] = example.tags[:, start:end]
    ready = torch.from_numpy
    return Batch(ready(ids), ready(mask), ready(features), ready(tags), tuple(sights))


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
