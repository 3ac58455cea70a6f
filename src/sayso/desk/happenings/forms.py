"""One name for all forms of a word: "fell" is "fall", "deaths" are "die"."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from sayso.desk.claims.words import stem, tokens


@lru_cache(maxsize=100_000)
def form(word: str) -> str:
    """The name of a plain word's forms: by `data/word_families.txt`, else its stem."""
    return _families().get(word) or _families().get(word.removesuffix("s")) or stem(word)


def words(text: str, start: int, end: int) -> Iterator[str]:
    """The plain words of a stretch; a compound with a hyphen is several."""
    return (part for token in tokens(text, start, end) for part in token.word.split())


@cache
def _families() -> Mapping[str, str]:
    raw = files("sayso.desk.happenings").joinpath("data/word_families.txt")
    lines = (line.partition("#")[0].split() for line in raw.read_text("utf-8").splitlines())
    return MappingProxyType({word: line[0] for line in reversed(list(lines)) for word in line})
