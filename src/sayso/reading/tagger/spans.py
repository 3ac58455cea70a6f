"""From tags of pieces to runs of pieces, and from pieces to characters."""

import re

import numpy as np
import numpy.typing as npt

from sayso.records.text import Span

Run = tuple[int, int]
"""Pieces [first, end)."""


def runs(odds: npt.NDArray[np.float32], *, bonus: float = 0.0) -> list[Run]:
    """[pieces, O B I] log probabilities to the runs of the likeliest tags; an I after O begins one.

    `bonus` is added to B and I: above 0 finds more, below 0 less.
    """
    tags = (odds + np.array([0.0, bonus, bonus], dtype=np.float32)).argmax(axis=1)
    inside = tags > 0
    begins = inside & ((tags == 1) | ~np.concatenate([[False], inside[:-1]]))
    ends = inside & np.concatenate([begins[1:] | ~inside[1:], [True]])
    return list(
        zip(np.flatnonzero(begins).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True)
    )


def stretches(inside: npt.NDArray[np.bool_]) -> list[Run]:
    """[pieces] yes or no, to the runs of yes."""
    edges = np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8))
    firsts, ends = np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist()
    return list(zip(firsts, ends, strict=True))


_WITHIN = re.compile(r"(?<=[^\W\d_])['’](?!(?:s|t|d|m|re|ve|ll)\b)(?=[^\W\d_])", re.IGNORECASE)
"""An apostrophe inside a word, "Shi’ite" and "Sana’a", and none before a genitive or a verb."""


def whole_words(text: str, span: Span) -> Span:
    """Widen a span that cuts a word in two."""
    start, end = span
    while start > 0 and _inside(text, start):
        start -= 1
    while end < len(text) and _inside(text, end):
        end += 1
    return start, end


def _inside(text: str, at: int) -> bool:
    """Whether a word goes on between the characters before and at an index."""
    if text[at - 1].isalnum() and text[at].isalnum():
        return True
    return any(_WITHIN.match(text, mark) for mark in (at - 1, at))
