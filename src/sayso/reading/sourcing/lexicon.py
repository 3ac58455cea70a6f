"""The word lists of sourcing: data files beside this module, which code only reads."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_GENDER = re.compile(r"([mf]):")


def _lines(name: str) -> list[str]:
    raw = files("sayso.reading.sourcing").joinpath(f"lexicons/{name}.txt").read_text("utf-8")
    return [line for line in raw.splitlines() if line and not line.startswith("#")]


@cache
def terms(name: str) -> Mapping[str, str]:
    """Read the terms of `lexicons/NAME.txt`, each with its gender: "m", "f", or "" for unknown.

    A line with "|" holds terms of several words, any other one word a term.
    """
    found: dict[str, str] = {}
    for line in _lines(name):
        mark = _GENDER.match(line)
        body = line[mark.end() :] if mark else line
        for term in body.split("|") if "|" in body else body.split():
            found[term.strip()] = mark.group(1) if mark else found.get(term.strip(), "")
    found.pop("", None)
    return MappingProxyType(found)


@cache
def patterns(name: str) -> re.Pattern[str]:
    """Join the regular expressions of `lexicons/NAME.txt`, one a line, case ignored."""
    return re.compile("|".join(f"(?:{line})" for line in _lines(name)), re.IGNORECASE)


@cache
def plurals(name: str) -> frozenset[str]:
    """Return the regular plurals of one-word terms, and the irregular ones of -man and -person."""
    return frozenset(plural for term in terms(name) for plural in _plural(term))


def _plural(term: str) -> tuple[str, ...]:
    if term.endswith("man"):
        return (term[:-3] + "men",)
    if term.endswith("person"):
        return (term + "s", term[:-6] + "people")
    if term.endswith(("s", "x", "ch", "sh")):
        return (term + "es",)
    if term.endswith("y") and term[-2] not in "aeiou":
        return (term[:-1] + "ies",)
    return (term + "s",)


@cache
def grammar(name: str) -> frozenset[str]:
    """Read one closed class of `lexicons/grammar.toml`."""
    raw = files("sayso.reading.sourcing").joinpath("lexicons/grammar.toml").read_text("utf-8")
    return frozenset(tomllib.loads(raw)[name].split())
