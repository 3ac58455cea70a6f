"""Where things stand in a text: its sentences, paragraphs, quotations; how it writes words."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sayso.records.text import Span

_QUOTE = re.compile("[\"“”«»]|``|''")


class Scene(NamedTuple):
    """Where sentences and paragraphs begin and quotation marks stand, for look-up by bisection;
    the words that the text has in small letters, and with a capital inside a sentence."""

    sentences: Sequence[int]
    paragraphs: Sequence[int]
    quotes: Sequence[int]
    lowered: frozenset[str]
    raised: frozenset[str]

    def sentence(self, at: int) -> int:
        """Which sentence a position is in."""
        return bisect_right(self.sentences, at) - 1

    def paragraph(self, at: int) -> int:
        """Which paragraph a position is in."""
        return bisect_right(self.paragraphs, at) - 1

    def quoted(self, at: int) -> int:
        """The number of the quotation that a position is in, 0 outside."""
        number = bisect_right(self.quotes, at)
        return number if number % 2 else 0

    def opens(self, at: int) -> bool:
        """Whether a sentence begins here."""
        return at in self.sentences[self.sentence(at) :][:1]


def scene_of(text: str, sentences: Sequence[Span]) -> Scene:
    """Look a text over once."""
    return Scene(
        [start for start, _ in sentences],
        [0, *(found.end() for found in re.finditer(r"\n+", text))],
        [found.start() for found in _QUOTE.finditer(text)],
        frozenset(re.findall(r"\b[a-z]{3,}\b", text)),
        frozenset(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", text)),
    )
