"""What the network is asked for: one loss a head, over what each window's corpus annotates."""

import torch
from torch import Tensor
from torch.nn import functional

from training.acts import pointed, tied
from training.batches import Batch, Sight
from training.corpora import IGNORE
from training.model import TAGS, Network

LONGEST = 96
"""Mentions of more pieces are not looked for."""

WEIGHTS = {
    "tags": 1.0, "source": 0.15, "content": 0.6, "mentions": 1.0, "antecedents": 0.3,
    "events": 3.0, "predicate": 0.5, "status": 0.5, "mode": 0.2, "factuality": 0.4, "degree": 0.3,
    "framing": 1.0, "arguments": 0.7, "relations": 1.0, "loose": 0.2,
}  # fmt: skip
"""Chosen by hand to bring the losses to one order of size; not swept."""


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The weighted losses of the heads that this batch has gold for. A head that scores all
    pairs of positions is asked only about the windows that have gold for it."""
    hidden = network.encode(*batch[:3])
    found: dict[str, list[Tensor]] = {name: [] for name in WEIGHTS}
    if (batch.tags != IGNORE).any():
        tags = network.tags(hidden)
        rows = tags.reshape(*tags.shape[:2], -1, TAGS).permute(0, 2, 1, 3)
        each = functional.cross_entropy(
            rows.reshape(-1, TAGS), batch.tags.reshape(-1), ignore_index=IGNORE
        )
        found["tags"].append(each * rows.shape[1])
    if batch.targets:
        for name, values in pointed(network, hidden, batch.targets).items():
            found[name].append(values)
    for row, sight in enumerate(batch.sights):
        one = hidden[row : row + 1, : sight.end - sight.start + 2]
        if sight.example.links:
            source, content = _links(network.links(one)[0], network.no_source(one)[0, :, 0], sight)
            found["source"].extend(source)
            found["content"].extend(content)
        if sight.example.mentions is not None:
            found["mentions"].append(_mentions(network.mentions(one)[0], sight))
        if sight.example.chains is not None:
            found["antecedents"].extend(_antecedents(network.antecedents(one)[0], sight))
        for name, values in tied(network, one, sight).items():
            found[name].extend(values)
    return {
        name: WEIGHTS[name] * torch.stack(values).mean() for name, values in found.items() if values
    }


def _links(links: Tensor, no_source: Tensor, sight: Sight) -> tuple[list[Tensor], list[Tensor]]:
    """A cue points at a piece of its source or at none, and says of each piece whether it is
    content."""
    sources, contents = [], []
    for link in sight.example.links:
        cue, source, content = ([p for p in map(sight.at, part) if p > 0] for part in link)
        if not cue:
            continue
        scores = links[:, cue].mean(1)
        options = torch.cat([no_source[cue].mean()[None], scores[0, 1:-1]])
        chosen = source or [0]
        sources.append(options.logsumexp(0) - options[chosen].logsumexp(0))
        wanted = torch.zeros_like(scores[1])
        wanted[content] = 1
        contents.append(functional.binary_cross_entropy_with_logits(scores[1, 1:-1], wanted[1:-1]))
    return sources, contents


def _mentions(scores: Tensor, sight: Sight) -> Tensor:
    """Every span up to LONGEST is a mention of a type or is not; summed over a window,
    and scaled to the size of the other losses."""
    types = list(sight.example.types)
    scores = scores[types]
    wanted = torch.zeros_like(scores)
    for first, last, kind in sight.example.mentions or ():
        a, b = sight.at(first), sight.at(last)
        if a > 0 and b > 0:
            wanted[types.index(kind), a, b] = 1
    near = torch.ones_like(scores[0]).triu().tril(LONGEST - 1)
    each = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
    return (each * near).sum() / 200


def _antecedents(parts: Tensor, sight: Sight) -> list[Tensor]:
    """Each mention but a chain's first in the window points at an earlier one of its chain; a
    mention that begins a chain, or is in none, points at nothing (score 0)."""
    spans = {}
    for chain, members in enumerate(sight.example.chains or ()):
        spans.update({(sight.at(a), sight.at(b)): chain for a, b in members})
    for a, b, _ in sight.example.mentions or ():
        spans.setdefault((sight.at(a), sight.at(b)), -1 - len(spans))
    inside = sorted(s for s in spans if s[0] > 0 and s[1] > 0)
    if len(inside) <= 1:
        return []
    scores = pair_scores(parts, torch.tensor(inside, device=parts.device))
    same = torch.tensor(
        [[spans[x] == spans[y] for y in inside] for x in inside], device=parts.device
    ).tril(-1)
    earlier = torch.ones_like(same).tril(-1)
    options = functional.pad(scores.masked_fill(~earlier, -1e4), (1, 0))
    chosen = torch.cat([~same.any(1, keepdim=True), same], 1)
    loss = options.logsumexp(1) - options.masked_fill(~chosen, -1e4).logsumexp(1)
    return [loss.mean()]


def pair_scores(parts: Tensor, spans: Tensor) -> Tensor:
    """[mention, earlier mention]: how well the second serves as the first one's antecedent."""
    ask_first, ask_last, be_first, be_last = parts.chunk(4, dim=-1)
    asks = ask_first[spans[:, 0]] + ask_last[spans[:, 1]]
    bes = be_first[spans[:, 0]] + be_last[spans[:, 1]]
    scores: Tensor = asks @ bes.T / asks.shape[-1] ** 0.5
    return scores
