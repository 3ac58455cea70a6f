"""One name for all forms of a word: "fell" is "fall", "deaths" are "die"."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from sayso import shipped
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
    rows = [row.split() for row in shipped.rows("sayso.desk.happenings", "data/word_families")]
    return MappingProxyType({word: row[0] for row in reversed(rows) for word in row})
