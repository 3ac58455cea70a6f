"""Loaded and persuasive wording: by technique, and in whose voice."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from sayso.reading.answering import Answering
from sayso.reading.confidence import probability
from sayso.reading.framing.contested import labels
from sayso.reading.tagger.labels import TECHNIQUES
from sayso.reading.tagger.marks import Marks
from sayso.reading.tagger.network import Floats
from sayso.reading.tagger.spans import stretches, whole_words
from sayso.records.reading import Attribution, Framing
from sayso.records.text import Span

LEAST: Final = -1.2
"""Log odds that a piece is of any technique, from which it may be loaded wording."""

PEAK: Final = -0.7
"""The same that the surest piece of a stretch needs."""

GAP: Final = 8
"""Pieces between two stretches that are one. All three swept on PTC's dev articles."""

LISTED: Final = 0.8
"""Confidence of a label that is on the list of contested ones: that it is one needs no model, that
it is meant here does."""

TINY: Final = 1e-9
"""Chances are kept this far from 0 where their logarithm is taken."""

_EDGE = " \t\r\n,;:.—–-()[]"


class Wording(NamedTuple):
    """A stretch, its technique and the probability that it is loaded wording."""

    span: Span
    technique: str
    chance: float


def framing(
    text: str,
    marks: Marks,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
) -> tuple[Framing, ...]:
    """Mark the loaded wording of a text, and the contested labels, in text order."""
    answering = Answering(attributions)
    contested = labels(text)
    listed = [
        Wording((label.start, label.end), label.entry.technique, LISTED) for label in contested
    ]
    quoted = {(label.start, label.end) for label in contested if label.quoted}
    spans = {each.span for each in listed}
    learned = [each for each in _learned(text, marks, sentences) if each.span not in spans]
    found = []
    for each in sorted([*listed, *learned]):
        attribution = answering.of(each.span)
        own = attribution is None and each.span not in quoted
        found.append(
            Framing(
                start=each.span[0],
                end=each.span[1],
                technique=each.technique,
                voice="own" if own else "attributed",
                confidence=each.chance,
                attribution=attribution,
            )
        )
    return tuple(found)


def _learned(text: str, marks: Marks, sentences: Sequence[Span]) -> Iterator[Wording]:
    """Runs of pieces that some technique marks, cut where a sentence ends."""
    opens = [start for start, _ in sentences]
    odds = marks.framing.astype(np.float32)
    sure = _any(odds)
    for first, end in _bridged(stretches(sure > LEAST)):
        peak = float(sure[first:end].max())
        if peak <= PEAK:
            continue
        mean = odds[first:end].mean(axis=0)
        start, stop = int(marks.pieces.starts[first]), int(marks.pieces.ends[end - 1])
        at = max(0, bisect_right(opens, start) - 1)
        while at < len(sentences) and sentences[at][0] < stop:
            part = (max(start, sentences[at][0]), min(stop, sentences[at][1]))
            at += 1
            for span in _trimmed(text, part):
                yield Wording(span, TECHNIQUES[int(mean.argmax())], probability(peak))


def _any(odds: Floats) -> Floats:
    """[pieces, techniques] to [pieces]: log odds that any holds, were they independent."""
    none = -np.logaddexp(0, odds).sum(axis=1)
    some: Floats = np.log(np.maximum(-np.expm1(none), TINY)) - none
    return some


def _bridged(runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for first, end in runs:
        if found and first - found[-1][1] <= GAP:
            found[-1] = (found[-1][0], end)
        else:
            found.append((first, end))
    return found


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        yield whole_words(text, (start, end))
