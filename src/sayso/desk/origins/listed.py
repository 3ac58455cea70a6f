"""The word lists of this room: data files beside it, which code only reads."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_ROOM = files("sayso.desk.origins")


@cache
def listed(name: str) -> frozenset[str]:
    """Read the words of `data/NAME.txt`; `#` begins a comment."""
    raw = _ROOM.joinpath(f"data/{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in raw.splitlines())
    return frozenset(word for line in lines for word in line.split())


@cache
def walks() -> Mapping[str, str]:
    """The walk of life that each word of a description tells."""
    raw = _ROOM.joinpath("data/walks.toml").read_text(encoding="utf-8")
    lists: dict[str, str] = tomllib.loads(raw)
    return {word: walk for walk, words in lists.items() for word in words.split()}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A regular expression of `data/voices.toml`; blanks and line ends in it are for the eye."""
    raw = _ROOM.joinpath("data/voices.toml").read_text(encoding="utf-8")
    lists: dict[str, str] = tomllib.loads(raw)
    return re.compile(lists[name].replace("\n", ""), re.IGNORECASE)
