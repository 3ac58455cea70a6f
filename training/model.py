"""The network: one encoder, and heads that mark spans and tie them together."""

import torch
from torch import Tensor, nn

from sayso.reading.tagger.labels import (
    ACTS,
    ARGUMENTS,
    EVENT_TYPES,
    RELATIONS,
    TECHNIQUES,
)
from sayso.reading.tagger.pieces import FEATURES
from training.encoder import base
from training.targets import ROLES as TRIGGER_ROLES

ROLES = ("source", "cue", "content")
TAGS = 3
"""O, B, I, for each role."""

MENTIONS = (
    "Person", "Organisation", "Location", "Nationality", "Weapon", "MilitaryPlatform", "Vehicle",
    "Temporal", "Quantity", "Money", "DocumentReference", "CommsIdentifier", "Url", "Coordinate",
    "Frequency", "reference",
)  # fmt: skip
"""The re3d types; `reference` is any referring noun phrase, as GUM marks them."""

REACH = 128


class Pairs(nn.Module):
    """Scores every ordered pair of positions, once for each of `kinds` questions. `rare` is the
    score to begin with: how seldom the answer is yes."""

    def __init__(self, width: int, kinds: int, size: int, *, rare: float) -> None:
        super().__init__()
        self.kinds, self.size = kinds, size
        self.left = nn.Linear(width, kinds * size)
        self.right = nn.Linear(width, kinds * size)
        self.one = nn.Linear(width, kinds)
        self.distance = nn.Embedding(2 * REACH + 1, kinds)
        nn.init.zeros_(self.distance.weight)
        nn.init.constant_(self.one.bias, rare)

    def forward(self, hidden: Tensor) -> Tensor:
        """[batch, length, width] -> [batch, kinds, length, length]."""
        batch, length, _ = hidden.shape
        shape = (batch, length, self.kinds, self.size)
        left = self.left(hidden).reshape(shape).permute(0, 2, 1, 3)
        right = self.right(hidden).reshape(shape).permute(0, 2, 3, 1)
        scores = left @ right / self.size**0.5
        place = torch.arange(length, device=hidden.device)
        gap = (place[None, :] - place[:, None]).clamp(-REACH, REACH) + REACH
        return (
            scores
            + self.distance(gap).permute(2, 0, 1)
            + self.one(hidden).permute(0, 2, 1)[:, :, None, :]
        )


class Network(nn.Module):
    """What `sayso` runs as ONNX; the outputs of `forward` keep these names and shapes there."""

    OUTPUTS = (
        "tags", "links", "no_source", "mentions", "antecedents", "acts", "arguments", "relations",
        "framing",
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.encoder = base()
        width = self.encoder.config.hidden_size
        self.features = nn.Embedding(FEATURES, width)
        nn.init.zeros_(self.features.weight)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Linear(width, len(ROLES) * TAGS)
        )
        self.links = Pairs(width, 2, 128, rare=-1.0)
        self.no_source = nn.Linear(width, 1)
        self.mentions = Pairs(width, len(MENTIONS), 24, rare=-6.0)
        self.antecedents = nn.Linear(width, 4 * 96)
        columns = [size for _, size in ACTS]
        self.acts = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Linear(width, sum(columns))
        )
        self.arguments = Pairs(width, len(TRIGGER_ROLES), 48, rare=-3.0)
        self.relations = Pairs(width, len(RELATIONS), 32, rare=-7.0)
        self.framing = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Linear(width, len(TECHNIQUES))
        )
        for last, rare in ((self.acts[2], len(EVENT_TYPES)), (self.framing[2], len(TECHNIQUES))):
            nn.init.constant_(last.bias[:rare], -4.0)

    def encode(self, ids: Tensor, mask: Tensor, features: Tensor) -> Tensor:
        """[batch, length] three times -> [batch, length, width]."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.features(features)
        hidden: Tensor = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.dropout(hidden)

    def forward(self, ids: Tensor, mask: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """tags: [batch, length, 9]; links: [batch, 2, cue, source or content];
        no_source: [batch, length]; mentions: [batch, types, first, last];
        antecedents: [batch, length, 384], four parts of a span pair score; acts: [batch, length,
        columns of ACTS]; arguments: [batch, roles, trigger, piece]; relations: [batch, types, last
        of source, last of target]; framing: [batch, length, techniques]."""
        hidden = self.encode(ids, mask, features)
        return (
            self.tags(hidden),
            self.links(hidden),
            self.no_source(hidden).squeeze(-1),
            self.mentions(hidden),
            self.antecedents(hidden),
            self.acts(hidden),
            self.arguments(hidden)[:, : len(ARGUMENTS)],
            self.relations(hidden),
            self.framing(hidden),
        )
