"""The word classes that tell a place from a person or a body; the lists are data."""

from functools import cache

from sayso import shipped

_ROOM = "sayso.reading.places"


@cache
def cue(name: str) -> frozenset[str]:
    """The members of one class of `data/cues.toml`, in lower case."""
    return frozenset(_classes()[name].split())


@cache
def _classes() -> dict[str, str]:
    return shipped.table(_ROOM, "data/cues")


@cache
def listed(name: str) -> frozenset[str]:
    """The lines of one list: `given`, `surnames` or `words`."""
    return frozenset(shipped.rows(_ROOM, f"data/{name}"))
