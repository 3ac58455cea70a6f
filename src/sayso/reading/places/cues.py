"""The word classes that tell a place from a person or a body; the lists are data."""

import tomllib
from functools import cache
from importlib.resources import files

DATA = files("sayso.reading.places") / "data"


@cache
def cue(name: str) -> frozenset[str]:
    """The members of one class of `data/cues.toml`, in lower case."""
    return frozenset(_classes()[name].split())


@cache
def _classes() -> dict[str, str]:
    return tomllib.loads((DATA / "cues.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str) -> frozenset[str]:
    """The lines of one list: `given`, `surnames` or `words`."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
