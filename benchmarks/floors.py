"""The figures that may not get worse, read from floors.toml, and whether they hold."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from benchmarks.gold import Pair
from benchmarks.tasks import TASKS

FILE = Path(__file__).with_name("floors.toml")


class Floor(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How good one figure of one task must be on one set.

    `limit` holds on the whole set and `sample_limit` on the sample; with `lower_is_better`
    both are ceilings. `measured` is the figure on the whole set when the floor was last set.
    Without a limit the figure is reported and nothing is held.
    """

    task: str
    data: str
    figure: str
    limit: float | None = None
    sample_limit: float | None = None
    aim: float | None = None
    measured: float | None = None
    lower_is_better: bool = False

    def held_by(self, value: float, *, sampled: bool) -> bool:
        """Say whether a figure is good enough; one that is not a number never is."""
        limit = self.limit_for(sampled=sampled)
        if limit is None:
            return True
        return value <= limit if self.lower_is_better else value >= limit

    def limit_for(self, *, sampled: bool) -> float | None:
        """Give the limit that applies, if any."""
        return self.sample_limit if sampled else self.limit


class Floors(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`data`: by the name of a set its files under `corpora/`, with their SHA-256.

    The gate's sample has `sample_size` documents of a set, or what `sample_sizes` says; the
    whole has all, or `at_most` so many.
    """

    sample_size: int
    sample_sizes: dict[str, int] = {}
    at_most: dict[str, int] = {}
    data: dict[str, dict[str, str]]
    floor: tuple[Floor, ...]

    def size_of(self, data: str) -> int:
        """Give how many documents of a set the sample has."""
        return self.sample_sizes.get(data, self.sample_size)

    def asked(self, *, sampled: bool) -> tuple[Floor, ...]:
        """Give the figures to measure: on the sample those that have a limit there."""
        return tuple(f for f in self.floor if not sampled or f.sample_limit is not None)


class Verdict(Struct, frozen=True):
    """What a figure came to, and whether its floor holds."""

    floor: Floor
    value: float
    held: bool


def read_floors(path: Path = FILE) -> Floors:
    """Read the floors; raises msgspec.ValidationError for a file of another shape."""
    return msgspec.toml.decode(path.read_bytes(), type=Floors)


def changed_files(floors: Floors, corpora: Path) -> list[str]:
    """Name the corpus files that are missing or are not those that the floors were set on."""
    wanted = {name: digest for files in floors.data.values() for name, digest in files.items()}
    return sorted(name for name, digest in wanted.items() if _digest(corpora / name) != digest)


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def judge(
    floors: Iterable[Floor], read: Mapping[str, Sequence[Pair]], *, sampled: bool
) -> list[Verdict]:
    """Measure every floor on the sets as they were read. Raises KeyError for an unknown name."""
    measured: dict[tuple[str, str], dict[str, float]] = {}
    verdicts = []
    for floor in floors:
        key = floor.task, floor.data
        if key not in measured:
            figures = TASKS[floor.task](read[floor.data])
            measured[key] = {figure.name: figure.value for figure in figures}
        value = measured[key][floor.figure]
        verdicts.append(Verdict(floor, value, floor.held_by(value, sampled=sampled)))
    return verdicts
