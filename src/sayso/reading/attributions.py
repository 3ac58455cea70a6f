"""Who is made to say what: marked spans joined into attributions."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from sayso.reading.confidence import Evidence, curve
from sayso.reading.datelines import begins
from sayso.reading.tagger.marks import CONTENT, CUE, SOURCE, Cue, Marks
from sayso.reading.tagger.network import Floats
from sayso.reading.tagger.pieces import Pieces
from sayso.reading.tagger.spans import Run, runs, whole_words
from sayso.reading.tagger.windows import SIZE
from sayso.records.reading import Attribution
from sayso.records.text import Spans

NEVER = float("-inf")
FAR = 8.0
"""Log odds from which more does not make anything surer."""

SOURCE_BONUS = 1.0
"""Added to the odds of sources, since the cue's pointer still chooses among them."""

GAP = 3
"""Pieces between two stretches of one content that are taken for a slip of the tagger."""

STRAY = 2
"""Pieces of a stretch that is no content beside a longer one of the same cue.

All swept on PolNeAR's dev articles, and flat around these values: together about a point and a half
of whole attributions, nearly all from sources; the last two mend what a reader stumbles over.
"""


ON_TERMS = re.compile(r"\b(?:anonymity|anonymously|on background)\b[^.!?]*\b(?:because|since)\b")
"""Why a source is not named, which is not what the source said."""

TERMS_BEFORE, TERMS_AFTER = 60, 8
"""Characters before and after a content's start in which the reason begins."""


class Joined(NamedTuple):
    """A cue with the source and the content found for it, in pieces."""

    cue: Run
    source: Run | None
    content: tuple[Run, ...]
    evidence: Evidence


class Claim(NamedTuple):
    """A content and how much a cue claims it: mean log odds, and the lead over the next cue."""

    run: Run
    odds: float
    lead: float


def attributions(text: str, marks: Marks) -> tuple[Attribution, ...]:
    """The attributions of a text in order of their cues. Source kinds and nesting come later:
    until then every source is `unspecified`."""
    return tuple(
        Attribution(
            id=f"a{number}",
            source=spans(text, marks.pieces, [joined.source] if joined.source else []),
            cue=spans(text, marks.pieces, [joined.cue]),
            content=spans(text, marks.pieces, joined.content),
            source_kind="unspecified",
            named=False,
            background=False,
            confidence=curve().probability(joined.evidence),
        )
        for number, joined in enumerate(join(text, marks), 1)
    )


def spans(text: str, pieces: Pieces, found: Sequence[Run]) -> Spans:
    """Runs of pieces as spans of the text, without the dateline that one may begin with."""
    bounds = [(int(pieces.starts[first]), int(pieces.ends[end - 1])) for first, end in found]
    whole = (whole_words(text, span) for span in bounds)
    told = ((begins(text, start), end) for start, end in whole)
    return tuple(span for span in told if span[0] < span[1])


def join(text: str, marks: Marks) -> list[Joined]:
    """Give every marked content to the cue that claims it most, and every such cue its source.

    A cue that is left without content makes nobody say anything, and is dropped.
    """
    sources = runs(marks.tags[:, SOURCE], bonus=SOURCE_BONUS)
    opens = [first for first, _ in sources]
    joined = []
    for number, claims in sorted(_claims(text, marks).items()):
        cue = marks.cues[number]
        seen = slice(
            bisect_left(opens, cue.offset), bisect_left(opens, cue.offset + len(cue.source))
        )
        options = sorted(
            [(cue.no_source, None), *((_pointed(cue, run), run) for run in sources[seen])],
            key=lambda option: option[0],
        )
        point = options[-1][0] - options[-2][0] if len(options) > 1 else FAR
        evidence = _evidence(marks, cue, claims, point=point, sourced=options[-1][1] is not None)
        content = _mended(marks, [claim.run for claim in claims])
        joined.append(Joined((cue.first, cue.end), options[-1][1], content, evidence))
    return joined


def _claims(text: str, marks: Marks) -> dict[int, list[Claim]]:
    """The contents that each cue gets, by the cue's number."""
    firsts = [cue.first for cue in marks.cues]
    given: dict[int, list[Claim]] = {}
    for whole in runs(marks.tags[:, CONTENT]):
        start = int(marks.pieces.starts[whole[0]])
        if ON_TERMS.search(text, max(0, start - TERMS_BEFORE), start + TERMS_AFTER):
            continue
        for run, reach in _paragraphs(text, marks.pieces, whole):
            near = range(bisect_left(firsts, reach[0]), bisect_left(firsts, reach[1]))
            odds = sorted((_claimed(marks.cues[n], run), n) for n in near)
            if odds and odds[-1][0] > NEVER:
                best, number = odds[-1]
                lead = best - odds[-2][0] if len(odds) > 1 else FAR
                given.setdefault(number, []).append(Claim(run, best, lead))
    return given


def _paragraphs(text: str, pieces: Pieces, run: Run) -> list[tuple[Run, Run]]:
    """Cut a run where a heading ends, and tell where the cue of each part may stand.

    A paragraph that no mark closes is a heading. What it says it says by itself, and of what
    follows it says nothing.
    """
    low, high = np.searchsorted(pieces.first, [run[0] + 1, run[1]])
    cuts = [
        int(first)
        for first in pieces.first[low:high]
        if text[pieces.starts[first - 1] : pieces.ends[first - 1]].isalnum()
    ]
    last = (cuts[-1] if cuts else run[0], run[1])
    headings = pairwise([run[0], *cuts])
    opens = pieces.first
    return [
        *(
            (part, (int(opens[np.searchsorted(opens, part[0], side="right") - 1]), part[1]))
            for part in headings
        ),
        (last, (last[0] if cuts else last[0] - SIZE, last[1] + SIZE)),
    ]


def _mended(marks: Marks, content: Sequence[Run]) -> tuple[Run, ...]:
    """Close gaps in which nothing else is marked, and drop scraps."""
    mended: list[Run] = []
    for run in content:
        gap = marks.tags[mended[-1][1] : run[0], :CONTENT] if mended else None
        if gap is not None and 0 < len(gap) <= GAP and not gap.argmax(axis=2).any():
            mended[-1] = (mended[-1][0], run[1])
        else:
            mended.append(run)
    longest = max(end - first for first, end in mended)
    return tuple(run for run in mended if longest <= STRAY or run[1] - run[0] > STRAY)


def _evidence(
    marks: Marks, cue: Cue, claims: Sequence[Claim], *, point: float, sourced: bool
) -> Evidence:
    content = [marks.tags[slice(*claim.run), CONTENT].max(axis=1) for claim in claims]
    return Evidence(
        cue=float(marks.tags[cue.first : cue.end, CUE].max(axis=1).mean()),
        content=float(np.concatenate(content).mean()),
        edges=float(min(edge for part in content for edge in (part[0], part[-1]))),
        claim=min(FAR, *(claim.odds for claim in claims), *(claim.lead for claim in claims)),
        point=min(FAR, point),
        sourced=float(sourced),
        length=float(np.log(sum(map(len, content)))),
    )


def _claimed(cue: Cue, run: Run) -> float:
    """Mean odds that a run is the cue's content, as far as its window saw it; NEVER if unseen."""
    seen = _seen(cue.content, cue.offset, run)
    return float(seen.mean()) if len(seen) else NEVER


def _pointed(cue: Cue, run: Run) -> float:
    """How much the cue points at a run: the pointer may have chosen any one of its pieces."""
    seen = _seen(cue.source, cue.offset, run)
    return float(np.logaddexp.reduce(seen)) if len(seen) else NEVER


def _seen(scores: Floats, offset: int, run: Run) -> Floats:
    return scores[max(0, run[0] - offset) : max(0, run[1] - offset)]
