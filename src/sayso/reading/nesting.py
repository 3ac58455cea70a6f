"""Which attribution an attribution is nested in: "X said that Y believes ..."."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from sayso.reading.intervals import length, overlap, union
from sayso.records.reading import Attribution
from sayso.records.text import Spans

_CONTENT_SHARE = 0.5
"""Least share of the inner content inside the outer content: most of it. Not swept: neither PolNeAR
nor the conflict labels annotate an attribution inside another one's content."""


def nested(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the same attributions in the same order, each with the `parent` that it is nested in.

    The parent is the attribution with the smallest content that contains this one's cue (its
    source where it has no cue) and most of its content. A parent's content is always longer, so
    that no chain of parents can close.
    """
    contents = [union(item.content) for item in attributions]
    sizes = [length(spans) for spans in contents]
    parents: dict[int, int] = {}
    for inner, candidates in _covering(attributions, contents):
        fitting = [
            outer
            for outer in candidates
            if sizes[outer] > sizes[inner]
            and overlap(contents[inner], contents[outer]) >= _CONTENT_SHARE * sizes[inner]
        ]
        if fitting:
            parents[inner] = min(fitting, key=lambda outer: (sizes[outer], outer))
    return tuple(
        replace(item, parent=attributions[parents[index]].id if index in parents else None)
        for index, item in enumerate(attributions)
    )


def _covering(
    attributions: Sequence[Attribution], contents: Sequence[Spans]
) -> Iterator[tuple[int, list[int]]]:
    """Each attribution with those whose content contains its frame: one sweep over the text."""
    frames = [union(item.cue or item.source) for item in attributions]
    order = sorted((index for index, spans in enumerate(frames) if spans), key=lambda i: frames[i])
    pieces = sorted(
        (start, end, index) for index, spans in enumerate(contents) for start, end in spans
    )
    position, open_pieces = 0, list[tuple[int, int]]()
    for inner in order:
        start = frames[inner][0][0]
        while position < len(pieces) and pieces[position][0] <= start:
            open_pieces.append((pieces[position][1], pieces[position][2]))
            position += 1
        open_pieces = [piece for piece in open_pieces if piece[0] > start]
        size = length(frames[inner])
        yield (
            inner,
            [
                outer
                for _, outer in open_pieces
                if outer != inner and overlap(frames[inner], contents[outer]) == size
            ],
        )
