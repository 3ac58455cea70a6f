"""What the network is asked about events, relations, factuality and wording."""

from collections import defaultdict

import torch
from torch import Tensor
from torch.nn import functional

from sayso.reading.tagger.labels import ACTS, ARGUMENTS
from training.batches import Sight
from training.model import Network
from training.targets import Acted, Loose, Ties

SURELY = 1e-4
"""Probabilities are kept this far from 0 and 1 where their logarithm is taken."""

ABSENT = 0.2
"""What the types that a text is not labelled with weigh against the ones that it is."""


def columns(acts: Tensor) -> dict[str, Tensor]:
    """[..., columns] by what the columns are about."""
    parts = acts.split([size for _, size in ACTS], dim=-1)
    return {name: part for (name, _), part in zip(ACTS, parts, strict=True)}


def pointed(network: Network, hidden: Tensor, targets: dict[str, Tensor]) -> dict[str, Tensor]:
    """The losses of what is asked piece by piece."""
    found = {}
    acts = columns(network.acts(hidden))
    acts["framing"] = network.framing(hidden) if "framing" in targets else acts["events"]
    for name, target in targets.items():
        wanted = target.transpose(1, 2)
        known = ~wanted.isnan()
        if not known.any():
            continue
        if name in ("status", "mode", "factuality"):
            where = known[..., 0]
            found[name] = functional.cross_entropy(acts[name][where], wanted[where][:, 0].long())
        elif name == "degree":
            found[name] = functional.smooth_l1_loss(acts[name][known], wanted[known])
        else:
            each = functional.binary_cross_entropy_with_logits(acts[name][known], wanted[known])
            found[name] = each * wanted.shape[-1]
    return found


def tied(network: Network, hidden: Tensor, sight: Sight) -> dict[str, list[Tensor]]:
    """The losses of one window's pairs: of triggers with arguments, and of related mentions."""
    targets = sight.example.targets
    found: dict[str, list[Tensor]] = defaultdict(list)
    acts = [a for a in targets.acts if any(sight.at(int(p)) > 0 for p in a.trigger)]
    if acts:
        scores = network.arguments(hidden)[0]
        found["arguments"].append(torch.stack([_argued(scores, a, sight) for a in acts]).mean())
    for ties in targets.ties:
        inside = [s for s in ties.stretches if sight.at(s[0]) > 0 and sight.at(s[1] - 1) > 0]
        if not inside:  # a stretch that fills more than a window is asked for as far as it is seen
            inside = [
                (max(a, sight.start), min(b, sight.end))
                for a, b in ties.stretches
                if a < sight.end and b > sight.start
            ]
        if inside:
            found["relations"].append(_related(network.relations(hidden)[0], ties, inside, sight))
    if targets.loose:
        found["loose"].extend(_loose(network, hidden, targets.loose, sight))
    return found


def _argued(scores: Tensor, act: Acted, sight: Sight) -> Tensor:
    """Each piece says whether it is in each role to a trigger; summed over the pieces."""
    trigger = [p for p in map(sight.at, act.trigger.tolist()) if p > 0]
    rows = scores[list(act.asked)][:, trigger].mean(1)[:, 1:-1]
    wanted = torch.zeros_like(rows)
    for number, role in enumerate(act.asked):
        filled = act.roles.get(role)
        if filled is not None:
            wanted[number, [p - 1 for p in map(sight.at, filled.tolist()) if p > 0]] = 1
    return functional.binary_cross_entropy_with_logits(rows, wanted, reduction="sum") / 10


def _related(scores: Tensor, ties: Ties, stretches: list[tuple[int, int]], sight: Sight) -> Tensor:
    """Every pair of a stretch's pieces is a relation of a type or is not."""
    types = list(ties.asked)
    wanted = torch.zeros_like(scores)
    for source, target, kind in ties.found:
        if sight.at(source) > 0 and sight.at(target) > 0:
            wanted[kind, sight.at(source), sight.at(target)] = 1
    total = scores.new_zeros(())
    for start, end in stretches:
        part = slice(start - sight.start + 1, end - sight.start + 1)
        total = total + functional.binary_cross_entropy_with_logits(
            scores[types, part, part], wanted[types, part, part], reduction="sum"
        )
    return total / 10


def _loose(network: Network, hidden: Tensor, loose: Loose, sight: Sight) -> list[Tensor]:
    """Some piece triggers one of the types; what is a side is so to some trigger."""
    acts = columns(network.acts(hidden)[0, 1:-1])
    triggers = acts["events"].sigmoid()
    found = []
    some = _any(triggers)
    if loose.types:
        found.append(-_log(1 - (1 - some[list(loose.types)]).prod()))
    if loose.absent:
        found.append(-ABSENT * (1 - some[list(loose.absent)]).clamp(SURELY).log().sum())
    if loose.mode is not None:
        at = acts["events"][:, list(loose.types)].amax(1).softmax(0).detach()
        found.append(-_log((at * acts["mode"].softmax(-1)[:, loose.mode]).sum()))
    if loose.sides:
        roles = network.arguments(hidden)[0, : len(ARGUMENTS), 1:-1, 1:-1].sigmoid()
        trigger = triggers.amax(1)[:, None]
        for role, filled in loose.sides.items():
            score = _any(trigger * roles[role]).clamp(SURELY, 1 - SURELY)
            wanted = torch.zeros_like(score)
            wanted[[p - 1 for p in map(sight.at, filled.tolist()) if p > 0]] = 1
            found.append(functional.binary_cross_entropy(score, wanted, reduction="sum") / 10)
    return [torch.stack(found).sum()] if found else []


def _any(chances: Tensor) -> Tensor:
    """[pieces, ...] -> [...]: the chance that at least one holds, were they independent."""
    return 1 - (1 - chances).clamp(SURELY).log().sum(0).exp()


def _log(chance: Tensor) -> Tensor:
    return chance.clamp(SURELY).log()
