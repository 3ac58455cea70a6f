"""The word lists and patterns of this room: data files beside it, which code only reads."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from sayso import shipped
from sayso.records.text import Span


@cache
def table(name: str) -> Mapping[str, Any]:
    """Read `data/NAME.toml`."""
    return shipped.table("sayso.desk.claims", f"data/{name}")


@cache
def terms(file: str, name: str) -> frozenset[str]:
    """The words of one list of `data/FILE.toml`."""
    return frozenset(table(file)[name].split())


@cache
def pattern(file: str, name: str) -> re.Pattern[str]:
    """A regular expression of `data/FILE.toml`; line ends in it are for the eye, and one given as a
    list is any of its items."""
    said = table(file)[name]
    return re.compile("|".join(said) if isinstance(said, list) else said.replace("\n", ""))


def span_of(match: re.Match[str], group: str, *, start: int) -> Span:
    """Where a group of a match stands in a text, a stretch of which from `start` was searched."""
    return start + match.start(group), start + match.end(group)
