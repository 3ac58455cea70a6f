"""What must be known to read the files of an export rightly, a sentence or two each."""

import tomllib
from functools import cache
from importlib.resources import files


def notes(*names: str) -> tuple[str, ...]:
    """Give notes by their names."""
    return tuple(" ".join(_known()[name].split()) for name in names)


@cache
def _known() -> dict[str, str]:
    raw = (files("sayso.exports") / "notes.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(raw)
    return found
