"""Who answers for a stretch of the text: the innermost attribution around it, or the outlet."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.records.reading import Attribution
from sayso.records.text import Span


class Answering:
    """Attributions, to be asked for the one whose content holds a span."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = sorted((span, item.id) for item in attributions for span in item.content)
        self._longest = max((end - start for (start, end), _ in self._contents), default=0)

    def of(self, span: Span) -> str | None:
        """The id of the attribution with the shortest content around the span's start, or None
        where the outlet says it itself. Logarithmic, then as far back as the longest content."""
        at = span[0]
        last = bisect_right(self._contents, at, key=lambda each: each[0][0])
        first = bisect_left(self._contents, at - self._longest, key=lambda each: each[0][0])
        around = [
            (end - start, name) for (start, end), name in self._contents[first:last] if at < end
        ]
        return min(around)[1] if around else None
