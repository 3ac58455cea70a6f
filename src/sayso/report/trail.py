"""Where in an article something stands, so that a panel can lead to it and light it up."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import pairwise

from msgspec import Struct

from sayso.records.reading import Analysis
from sayso.records.text import Span, Spans
from sayso.report.paragraphs import number_at, paragraphs, sentences_of

_RUNS = 6
"""Runs of paragraphs that a list names before it says that there are more."""


class Trail(Struct, frozen=True, kw_only=True):
    """The places of one thing in text order. `sentence` is the number of the first one's
    sentence, `paragraphs` are all paragraphs' numbers, each once; both count from 1."""

    spans: Spans
    sentence: int
    paragraphs: tuple[int, ...]

    def __len__(self) -> int:
        """How often it is mentioned."""
        return len(self.spans)


def trails(analysis: Analysis) -> Callable[[Iterable[Span]], Trail]:
    """Give a function that finds the trail of some spans; they may come in any order."""
    where = paragraphs(analysis)
    begins = [sentence.start for sentence in sentences_of(analysis)]

    def trail(spans: Iterable[Span]) -> Trail:
        ordered = tuple(sorted(set(spans)))
        numbers = {number_at(where, start) for start, _ in ordered} - {None}
        return Trail(
            spans=ordered,
            sentence=max(1, bisect_right(begins, ordered[0][0])) if ordered else 1,
            paragraphs=tuple(sorted(number for number in numbers if number)),
        )

    return trail


def paragraph_list(numbers: tuple[int, ...]) -> str:
    """Give paragraphs as "¶1, 3, 5–7"; "" for none."""
    if not numbers:
        return ""
    edges = [i for i, (a, b) in enumerate(pairwise(numbers), 1) if b != a + 1]
    runs = [
        (numbers[start], numbers[end - 1])
        for start, end in zip([0, *edges], [*edges, len(numbers)], strict=True)
    ]
    words = [str(a) if a == b else f"{a}{', ' if b == a + 1 else '–'}{b}" for a, b in runs]
    return "¶" + ", ".join(words[:_RUNS]) + (" …" if len(words) > _RUNS else "")
