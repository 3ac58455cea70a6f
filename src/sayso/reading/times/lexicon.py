"""The words of time and their classes, read once from `lexicon.toml` and `almanac.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of this room, parsed."""
    source = files("sayso.reading.times").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def word_class(name: str) -> dict[str, Any]:
    """Words of a class, in small letters, with their values."""
    words: dict[str, Any] = table("lexicon.toml")[name]
    return words


@cache
def classes() -> dict[str, frozenset[str]]:
    """Every class with its words; punctuation by the name of the mark."""
    lexicon = table("lexicon.toml")
    found = {
        name: frozenset(words)
        for name, words in lexicon.items()
        if isinstance(words, dict) and name != "PUNCTUATION"
    }
    for mark, name in lexicon["PUNCTUATION"].items():
        found[name] = found.get(name, frozenset()) | {mark}
    found["SURE_MONTH"] = found["MONTH"] - found["UNSURE_MONTH"]
    return found


@cache
def listed(name: str) -> frozenset[str]:
    """One of the plain lists at the head of the lexicon."""
    return frozenset(table("lexicon.toml")[name])


def value_of(word: str, *names: str) -> Any:
    """The value of `word` in the first of the classes that has it, else None."""
    return next((word_class(name)[word] for name in names if word in word_class(name)), None)
