"""The word lists of sourcing: data files beside this module, which code only reads."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from sayso import shipped

_GENDER = re.compile(r"([mf]):")


def _lines(name: str) -> tuple[str, ...]:
    return shipped.rows("sayso.reading.sourcing", f"lexicons/{name}")


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
    return frozenset(shipped.table("sayso.reading.sourcing", "lexicons/grammar")[name].split())
