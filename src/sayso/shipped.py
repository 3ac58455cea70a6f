"""The data files that lie beside the code: vocabulary and weights, which code only reads."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(room: str, name: str) -> dict[str, Any]:
    """Read the TOML file of a name, or of a path, in a package."""
    return tomllib.loads(files(room).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def rows(room: str, name: str) -> tuple[str, ...]:
    """Read the lines of a text file in a package; `#` begins a comment, and what is empty is left
    out."""
    raw = files(room).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in raw.splitlines())
    return tuple(filter(None, lines))


@cache
def words(room: str, name: str) -> frozenset[str]:
    """Read the words of a text file in a package, as `rows` does its lines."""
    return frozenset(word for row in rows(room, name) for word in row.split())
