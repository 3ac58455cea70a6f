"""Who is made to say what, scored as PARC3 and PolNeAR are: tokens of each part, and wholes.

A gold attribution is found when a system attribution's content has at least half of their
joint tokens in common with it and their sources share a token. Gold attributions without a
source are not asked for; whoever finds the content of one is neither right nor wrong.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import add

from msgspec import Struct

from benchmarks.counts import Candidate, Count, Figure, match, set_overlap
from benchmarks.gold import Attribution, Marked, Pair
from sayso.records.text import Spans

TOKEN = re.compile(r"\w+|[^\w\s]")
LEAST_OVERLAP = 0.5
NOTHING: frozenset[int] = frozenset()


class Parts(Struct, frozen=True, kw_only=True):
    """The tokens of one attribution, as indices into the document's tokens."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


class Judgement(Struct, frozen=True, kw_only=True):
    """What became of one document's attributions, each under its index in that document.

    What lies mostly in discarded text is in neither `gold` nor `system`. `found` and
    `found_content` say which system attribution answers which gold one, as a whole and by
    content alone. `set_aside` are the system attributions that are neither right nor wrong.
    """

    gold: dict[int, Parts]
    system: dict[int, Parts]
    found: dict[int, int]
    found_content: dict[int, int]
    set_aside: frozenset[int]

    @property
    def asked(self) -> frozenset[int]:
        """The gold attributions that have a source."""
        return frozenset(index for index, parts in self.gold.items() if parts.source)


class Scores(Struct, frozen=True, kw_only=True):
    """Tokens by part, attributions as wholes, and by content alone."""

    source: Count = Count()
    cue: Count = Count()
    content: Count = Count()
    attribution: Count = Count()
    content_only: Count = Count()

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(
            source=self.source + other.source,
            cue=self.cue + other.cue,
            content=self.content + other.content,
            attribution=self.attribution + other.attribution,
            content_only=self.content_only + other.content_only,
        )


def tokens_of(text: str) -> Callable[[Spans], frozenset[int]]:
    """Give a function from spans to the tokens of `text` that they touch."""
    bounds = [found.span() for found in TOKEN.finditer(text)]
    starts = [start for start, _ in bounds]
    ends = [end for _, end in bounds]

    def touched(spans: Spans) -> frozenset[int]:
        return frozenset(
            token
            for start, end in spans
            for token in range(bisect_right(ends, start), bisect_left(starts, end))
        )

    return touched


def judge(gold: Marked, system: Marked) -> Judgement:
    """Match the attributions of one document."""
    touched = tokens_of(gold.text)
    masked = touched(gold.labels.discard)
    wanted = _unmasked(gold.attributions, touched, masked)
    given = _unmasked(system.attributions, touched, masked)
    near = [
        Candidate((overlap,), i, j)
        for i, a in wanted.items()
        for j, b in given.items()
        if (overlap := set_overlap(a.content, b.content)) >= LEAST_OVERLAP
    ]
    found = match(c for c in near if wanted[c.gold].source & given[c.system].source)
    used = set(found.values())
    unasked = match(c for c in near if not wanted[c.gold].source and c.system not in used)
    return Judgement(
        gold=wanted,
        system=given,
        found=found,
        found_content=match(near),
        set_aside=frozenset(unasked.values()),
    )


def _unmasked(
    attributions: Sequence[Attribution],
    touched: Callable[[Spans], frozenset[int]],
    masked: frozenset[int],
) -> dict[int, Parts]:
    kept = {}
    for index, attribution in enumerate(attributions):
        content = touched(attribution.content)
        if len(content & masked) * 2 <= len(content):
            kept[index] = Parts(
                source=touched(attribution.source) - masked,
                cue=touched(attribution.cue) - masked,
                content=content - masked,
            )
    return kept


def count(judgement: Judgement) -> Scores:
    """Count one document."""
    gold, system = judgement.gold.values(), judgement.system.values()
    return Scores(
        source=_tokens((a.source for a in gold), (a.source for a in system)),
        cue=_tokens((a.cue for a in gold), (a.cue for a in system)),
        content=_tokens((a.content for a in gold), (a.content for a in system)),
        attribution=Count(
            right=len(judgement.found),
            asked=len(judgement.asked),
            given=len(system) - len(judgement.set_aside),
        ),
        content_only=Count(right=len(judgement.found_content), asked=len(gold), given=len(system)),
    )


def _tokens(gold: Iterable[frozenset[int]], system: Iterable[frozenset[int]]) -> Count:
    asked, given = NOTHING.union(*gold), NOTHING.union(*system)
    return Count(right=len(asked & given), asked=len(asked), given=len(given))


def score(pairs: Iterable[Pair]) -> Scores:
    """Count all documents together."""
    return reduce(add, (count(judge(gold, system)) for gold, system in pairs), Scores())


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give F1 of each."""
    scores = score(pairs)
    return [
        scores.source.figure("source tokens"),
        scores.cue.figure("cue tokens"),
        scores.content.figure("content tokens"),
        scores.attribution.figure("attribution"),
        scores.content_only.figure("attribution, content only"),
    ]
