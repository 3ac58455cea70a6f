"""What the tagger leaves of a text: compact enough that a text of any length fits."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.reading.tagger.labels import ACTS, TECHNIQUES
from sayso.reading.tagger.network import Floats, Network, Scores
from sayso.reading.tagger.pieces import Pieces, pieces
from sayso.reading.tagger.spans import runs, stretches
from sayso.reading.tagger.windows import windows

SOURCE, CUE, CONTENT = range(3)

CUE_BONUS = 0.25
"""Added to the odds of cues: a cue that nothing is said by costs nothing, one that is missed loses
an attribution. Swept on PolNeAR's dev articles with the same in `reading.attributions`."""

MENTIONED = -2.5
"""Log odds below which a span is not kept as a possible mention."""


Halves = npt.NDArray[np.float16]
NO_SIDES: Halves = np.zeros((0, 2, 0), dtype=np.float16)

TRIGGERED = -2.0
"""Log odds below which a piece is not kept as a possible trigger."""

FALL = 2.0
"""What a trigger's pieces may lack of the log odds of its surest one."""

TIED = -5.0
"""Log odds below which a pair is not kept as a possible relation."""


class Cue(NamedTuple):
    """A cue (pieces [first, end)) and how each piece from `offset` on relates to it.

    `source`, `content`: log odds a piece; `no_source`: the score to beat.
    """

    first: int
    end: int
    offset: int
    source: Floats
    content: Floats
    no_source: float


class Candidate(NamedTuple):
    """A possible mention: first and last piece, type number, log odds."""

    first: int
    last: int
    type: int
    odds: float


class Trigger(NamedTuple):
    """A possible event: the pieces [first, end) that name it, its type's number and log odds.

    `status`, `mode`, `factuality`: scores of the label lists; `arguments`: [roles, pieces from
    `offset` on], log odds.
    """

    first: int
    end: int
    type: int
    odds: float
    status: Floats
    mode: Floats
    factuality: Floats
    offset: int
    arguments: Floats


class Tie(NamedTuple):
    """A possible relation: the last pieces of its source and target, type number, log odds."""

    source: int
    target: int
    type: int
    odds: float


class Marks(NamedTuple):
    """All that was marked in one text. `tags`: [pieces, 3 roles, O B I], log probabilities;
    `predicates`: [pieces, 2], log odds that it is one and how factual it is (-3 to 3);
    `framing`: [pieces, techniques], log odds; `sides`: [mentions, 2, width], what each asks of an
    antecedent and what it offers as one, empty where the network was not asked.
    """

    pieces: Pieces
    tags: Floats
    cues: tuple[Cue, ...]
    mentions: tuple[Candidate, ...]
    triggers: tuple[Trigger, ...]
    ties: tuple[Tie, ...]
    predicates: Floats
    framing: Halves
    sides: Halves = NO_SIDES


def mark(text: str, network: Network) -> Marks:
    """Run the network over a text, keeping of each window what it answers for."""
    coded = pieces(text)
    tags = np.zeros((len(coded), 3, 3), dtype=np.float32)
    predicates = np.zeros((len(coded), 2), dtype=np.float32)
    framing = np.zeros((len(coded), len(TECHNIQUES)), dtype=np.float16)
    cues: list[Cue] = []
    mentions: list[Candidate] = []
    triggers: list[Trigger] = []
    ties: list[Tie] = []
    sides: list[Halves] = []
    for scores in network.score(coded, windows(coded.first, len(coded))):
        window = scores.window
        odds = _log_softmax(scores.tags)
        core = slice(window.core_start - window.start, window.core_end - window.start)
        tags[window.core_start : window.core_end] = odds[core]
        acts = _columns(scores.acts)
        there = slice(window.core_start, window.core_end)
        predicates[there, :1], predicates[there, 1:] = acts["predicate"][core], acts["degree"][core]
        framing[there] = scores.framing[core]
        cues.extend(_cues(scores, odds))
        found = _mentions(scores)
        mentions.extend(found)
        sides.extend(_sides(scores, found))
        triggers.extend(_triggers(scores, acts))
        ties.extend(_ties(scores))
    order = sorted(range(len(mentions)), key=mentions.__getitem__)
    return Marks(
        coded,
        tags,
        tuple(sorted(cues, key=lambda c: c.first)),
        tuple(mentions[at] for at in order),
        tuple(sorted(triggers, key=lambda t: (t.first, t.end, t.type))),
        tuple(sorted(ties)),
        predicates,
        framing,
        np.concatenate(sides)[order] if sides else NO_SIDES,
    )


def _cues(scores: Scores, odds: Floats) -> list[Cue]:
    window, found = scores.window, []
    for first, end in runs(odds[:, CUE], bonus=CUE_BONUS):
        if window.core_start <= window.start + first < window.core_end:
            rows = scores.links[:, first:end].mean(axis=1)
            no_source = float(scores.no_source[first:end].mean())
            found.append(
                Cue(
                    window.start + first,
                    window.start + end,
                    window.start,
                    rows[0],
                    rows[1],
                    no_source,
                )
            )
    return found


def _mentions(scores: Scores) -> list[Candidate]:
    window = scores.window
    kinds, firsts, lasts = np.nonzero(scores.mentions > MENTIONED)
    return [
        Candidate(
            window.start + int(a), window.start + int(b), int(k), float(scores.mentions[k, a, b])
        )
        for k, a, b in zip(kinds, firsts, lasts, strict=True)
        if a <= b and window.core_start <= window.start + a < window.core_end
    ]


def _columns(acts: Floats) -> dict[str, Floats]:
    """[pieces, columns] by what the columns are about."""
    ends = np.cumsum([size for _, size in ACTS])[:-1]
    parts = np.split(acts, ends, axis=1)
    return {name: part for (name, _), part in zip(ACTS, parts, strict=True)}


def _triggers(scores: Scores, acts: dict[str, Floats]) -> Iterator[Trigger]:
    """Runs of pieces that may name an event of one type, narrowed to the surer ones."""
    window = scores.window
    for kind in np.flatnonzero((acts["events"] > TRIGGERED).any(axis=0)).tolist():
        odds = acts["events"][:, kind]
        for first, end in stretches(odds > TRIGGERED):
            peak = float(odds[first:end].max())
            sure = np.flatnonzero(odds[first:end] > max(TRIGGERED, peak - FALL)) + first
            run = slice(int(sure[0]), int(sure[-1]) + 1)
            if window.core_start <= window.start + run.start < window.core_end:
                yield Trigger(
                    window.start + run.start,
                    window.start + run.stop,
                    kind,
                    peak,
                    status=acts["status"][run].mean(axis=0),
                    mode=acts["mode"][run].mean(axis=0),
                    factuality=acts["factuality"][run].mean(axis=0),
                    offset=window.start,
                    arguments=scores.arguments[:, run].mean(axis=1),
                )


def _ties(scores: Scores) -> Iterator[Tie]:
    window = scores.window
    for kind, source, target in np.argwhere(scores.relations > TIED).tolist():
        if window.core_start <= window.start + source < window.core_end:
            odds = float(scores.relations[kind, source, target])
            yield Tie(window.start + source, window.start + target, kind, odds)


def _sides(scores: Scores, found: list[Candidate]) -> list[Halves]:
    if not found:
        return []
    firsts, lasts = np.array([each[:2] for each in found]).T - scores.window.start
    ask_first, ask_last, offer_first, offer_last = np.split(scores.antecedents, 4, axis=1)
    asked = ask_first[firsts] + ask_last[lasts]
    offered = offer_first[firsts] + offer_last[lasts]
    return [np.stack([asked, offered], axis=1).astype(np.float16)]


def _log_softmax(scores: Floats) -> Floats:
    top = scores - scores.max(axis=-1, keepdims=True)
    odds: Floats = top - np.log(np.exp(top).sum(axis=-1, keepdims=True))
    return odds
