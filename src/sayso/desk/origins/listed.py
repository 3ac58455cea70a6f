"""The word lists of this room: data files beside it, which code only reads."""

import re
from collections.abc import Mapping
from functools import cache

from sayso import shipped

_ROOM = "sayso.desk.origins"


@cache
def listed(name: str) -> frozenset[str]:
    """Read the words of `data/NAME.txt`; `#` begins a comment."""
    return shipped.words(_ROOM, f"data/{name}")


@cache
def walks() -> Mapping[str, str]:
    """The walk of life that each word of a description tells."""
    lists: dict[str, str] = shipped.table(_ROOM, "data/walks")
    return {word: walk for walk, words in lists.items() for word in words.split()}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A regular expression of `data/voices.toml`; blanks and line ends in it are for the eye."""
    lists: dict[str, str] = shipped.table(_ROOM, "data/voices")
    return re.compile(lists[name].replace("\n", ""), re.IGNORECASE)
