"""What a source may refer back to."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from sayso.reading.sourcing.cast import Cast
from sayso.reading.sourcing.described import Source
from sayso.records.text import Span, Spans


class Past(Struct, frozen=True, kw_only=True):
    """A source that was already resolved, and where it stood."""

    position: int
    source: Source


class Scene(Struct, frozen=True, kw_only=True):
    """The text around a source: its cast, its sentences, and all that anybody is made to say."""

    text: str
    cast: Cast
    sentences: Sequence[Span]
    content: Spans

    def sentence_of(self, position: int) -> int:
        """Index of the sentence that holds a position; -1 before the first."""
        return bisect_right(self.sentences, position, key=lambda span: span[0]) - 1


def recent(past: Sequence[Past], position: int, *, reach: int) -> Iterator[Past]:
    """Sources before a position, nearest first, at most `reach` characters back."""
    for item in reversed(past):
        if position - item.position > reach:
            return
        yield item


def latest(
    past: Sequence[Past], position: int, *, reach: int, fits: Callable[[Source], bool]
) -> Source | None:
    """Return the nearest source before a position that fits."""
    found = recent(past, position, reach=reach)
    return next((item.source for item in found if fits(item.source)), None)
