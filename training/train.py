"""Train the network: seeded, resumable, on whatever device there is.

Two cores are best used by two processes of one thread each, which share their gradients:
`OMP_NUM_THREADS=1 torchrun --nproc-per-node 2 -m training.train`. `training.build` does so.
"""

import argparse
import math
import time
from pathlib import Path

import torch
from torch import distributed, nn

from training.batches import COURSES, Batch, epoch
from training.corpora import training_set
from training.losses import losses
from training.model import Network

AVERAGE = 0.995
"""Weight that the running average keeps a step; the average is what ships."""

SAY_EVERY = 20
SAVE_EVERY = 100


def main() -> None:
    """Train, or go on from the last checkpoint in the run's folder."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--folder", type=Path, default=Path("runs/reader"))
    cli.add_argument("--course", choices=COURSES, default="speech")
    cli.add_argument("--learned", type=Path, help="checkpoint whose network is learned further")
    cli.add_argument("--epochs", type=int, default=3)
    cli.add_argument("--pieces", type=int, default=2400, help="positions in a batch")
    cli.add_argument("--rate", type=float, default=2e-4, help="peak learning rate of the encoder")
    cli.add_argument("--head-rate", type=float, default=1e-3)
    cli.add_argument("--seed", type=int, default=1)
    train(cli.parse_args())


def train(wanted: argparse.Namespace) -> None:
    """Run all epochs. The batches follow from the seed and the number of processes: a run is to be
    resumed with as many as it began with."""
    share, world = _join()
    batches = [
        batch
        for each in _epochs(wanted, world)
        for batch in each[share : len(each) // world * world : world]
    ]
    torch.manual_seed(wanted.seed)
    run = Run(wanted, steps=len(batches))
    run.resume()
    torch.manual_seed(wanted.seed + share + 1000 * run.done)
    journal = Journal(wanted.folder / "log", run.done, len(batches))
    for batch in batches[run.done :]:
        parts = run.step(batch, world)
        if share == 0:
            journal.note(run.done, parts)
            if run.done % SAVE_EVERY == 0 or run.done == len(batches):
                run.save()


class Run:
    """The state of a run: whatever a checkpoint holds, and the steps `done` so far."""

    PARTS = ("network", "average", "optimizer", "schedule")

    def __init__(self, wanted: argparse.Namespace, *, steps: int) -> None:
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.checkpoint = wanted.folder / "checkpoint.pt"
        self.network = Network().to(self.device).train()
        if wanted.learned:
            _take_over(self.network, wanted.learned)
        self.average = torch.optim.swa_utils.AveragedModel(
            self.network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
        )
        named = list(self.network.named_parameters())
        encoder = [p for name, p in named if name.startswith("encoder.")]
        heads = [p for name, p in named if not name.startswith("encoder.")]
        groups = [{"params": encoder, "lr": wanted.rate}, {"params": heads, "lr": wanted.head_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: _rate(step, steps)
        )
        self.done = 0

    def step(self, batch: Batch, world: int) -> dict[str, float]:
        """Learn from one batch; give the loss of each head."""
        parts = losses(self.network, batch.to(self.device))
        if parts:  # some windows have nothing that is asked for
            torch.stack(list(parts.values())).sum().backward()
        _share_gradients(self.network, world)
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad()
        self.average.update_parameters(self.network)
        self.done += 1
        return {name: value.item() for name, value in parts.items()}

    def save(self) -> None:
        """Replace the checkpoint whole: a run killed while saving still has the one before."""
        state = {name: getattr(self, name).state_dict() for name in self.PARTS}
        torch.save(state | {"done": self.done}, self.checkpoint.with_suffix(".new"))
        self.checkpoint.with_suffix(".new").replace(self.checkpoint)

    def resume(self) -> None:
        """Take up the checkpoint, where there is one."""
        if self.checkpoint.exists():
            saved = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
            for name in self.PARTS:
                getattr(self, name).load_state_dict(saved[name])
            self.done = saved["done"]


class Journal:
    """Says now and then how a run goes, on the terminal and in its log."""

    def __init__(self, path: Path, done: int, total: int) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path, self.first, self.total = path, done, total
        self.begun = time.monotonic()
        self.means: dict[str, float] = {}

    def note(self, step: int, parts: dict[str, float]) -> None:
        """Take in the losses of one step."""
        for name, value in parts.items():
            self.means[name] = 0.98 * self.means.get(name, value) + 0.02 * value
        if step % SAY_EVERY == 0:
            left = (self.total - step) * (time.monotonic() - self.begun) / (step - self.first)
            shown = "  ".join(f"{name} {value:.3f}" for name, value in self.means.items())
            clock = time.strftime("%H:%M:%S")
            line = f"{clock} step {step}/{self.total}  {shown}  {left / 60:.0f} min left"
            print(line, flush=True)
            with self.path.open("a", encoding="utf-8") as log:
                log.write(line + "\n")


def _take_over(network: Network, checkpoint: Path) -> None:
    """Begin with the averaged weights of another run, as far as it had the same parts."""
    saved = torch.load(checkpoint, map_location="cpu", weights_only=True)["average"]
    prefix = "module."
    weights = {k.removeprefix(prefix): v for k, v in saved.items() if k.startswith(prefix)}
    network.load_state_dict(weights, strict=False)


def _epochs(wanted: argparse.Namespace, world: int) -> list[list[Batch]]:
    corpora = training_set()
    return [
        epoch(
            corpora,
            course=wanted.course,
            pieces=wanted.pieces // world,
            seed=wanted.seed + number,
        )
        for number in range(wanted.epochs)
    ]


def _join() -> tuple[int, int]:
    """Which process it is and how many there are; alone unless torchrun says otherwise."""
    if not distributed.is_torchelastic_launched():
        return 0, 1
    distributed.init_process_group("gloo")
    return distributed.get_rank(), distributed.get_world_size()


def _share_gradients(network: Network, world: int) -> None:
    """Leave every process with the mean of all gradients. A head that had no gold in a process's
    batch counts there as zero."""
    if world == 1:
        return
    for parameter in network.parameters():
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
    gradients = [p.grad for p in network.parameters() if p.grad is not None]
    flat = nn.utils.parameters_to_vector(gradients)
    distributed.all_reduce(flat)
    nn.utils.vector_to_parameters(flat / world, gradients)


def _rate(step: int, total: int) -> float:
    """A short warm-up, then a cosine to nothing."""
    warm = max(1, total // 16)
    if step < warm:
        return step / warm
    return 0.5 * (1 + math.cos(math.pi * (step - warm) / (total - warm)))


if __name__ == "__main__":
    main()
