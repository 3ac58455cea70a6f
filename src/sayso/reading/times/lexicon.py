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
def word_class(name: str) -> dict[str | None, object]:
    """Words of a class, in small letters, with their values."""
    words: dict[str | None, object] = table("lexicon.toml")[name]
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


def number_of(word: str | None, *names: str) -> int | None:
    """The number that the first of the classes that has `word` gives it, else None."""
    found = _value(word, names)
    return found if isinstance(found, int) else None


def code_of(word: str | None, *names: str) -> str | None:
    """The TIMEX3 letters or the name that a class gives `word`, else None."""
    found = _value(word, names)
    return found if isinstance(found, str) else None


def is_in(word: str | None, *names: str) -> bool:
    """Whether one of the classes has `word`."""
    return _value(word, names) is not None


def _value(word: str | None, names: tuple[str, ...]) -> object:
    return next((word_class(name)[word] for name in names if word in word_class(name)), None)
