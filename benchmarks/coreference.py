"""Which mentions refer to the same thing: the CoNLL figure, on exact and on relaxed spans.

The CoNLL figure is the mean of the F1 of MUC, B-cubed and CEAFe. "exact" wants the same span;
"relaxed" an overlap and the same last word, which stands in for the head, one to one. Mentions
that are alone count only where gold marks such. Chains of event triggers are not asked for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

from msgspec import Struct

from benchmarks.attributions import TOKEN
from benchmarks.chains import Shares, b_cubed, ceaf_e, muc
from benchmarks.counts import Candidate, Count, Figure, match, span_overlap
from benchmarks.gold import Marked, Pair
from sayso.records.text import Span

Grouped = list[frozenset[Span]]
Numbered = list[frozenset[int]]
Answering = Callable[[Sequence[Span], Sequence[Span], str], dict[int, int]]
"""Says of gold's spans, a system's and the text which system span answers which gold one."""


class Scores(Struct, frozen=True, kw_only=True):
    """What one way to compare spans comes to."""

    mentions: Count = Count()
    muc: Shares = Shares()
    b_cubed: Shares = Shares()
    ceaf_e: Shares = Shares()

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(
            mentions=self.mentions + other.mentions,
            muc=self.muc + other.muc,
            b_cubed=self.b_cubed + other.b_cubed,
            ceaf_e=self.ceaf_e + other.ceaf_e,
        )

    @property
    def conll(self) -> float:
        """The mean of the three; 1 where there is nothing to find and nothing was found."""
        if not self.mentions.given and not self.mentions.asked:
            return 1.0
        return fmean((self.muc.f1, self.b_cubed.f1, self.ceaf_e.f1))


def gold_chains(document: Marked) -> Grouped:
    """Give gold's chains where annotators looked, each mention in the first that has it."""
    triggers = {event.span for event in document.events}
    return _apart(
        [span for span in chain if document.annotated(span)]
        for chain in document.chains
        if not triggers.issuperset(chain)
    )


def system_chains(document: Marked, gold: Marked) -> Grouped:
    """Give a system's mentions by their entity, where annotators looked, each span once."""
    chains: defaultdict[str | int, list[Span]] = defaultdict(list)
    seen: set[Span] = set()
    for number, mention in enumerate(document.mentions):
        if mention.span not in seen and gold.annotated(mention.span):
            seen.add(mention.span)
            chains[number if mention.entity is None else mention.entity].append(mention.span)
    return _apart(chains.values())


def _apart(chains: Iterable[Iterable[Span]]) -> Grouped:
    seen: set[Span] = set()
    apart = []
    for chain in chains:
        if new := frozenset(chain) - seen:
            apart.append(new)
            seen |= new
    return apart


def exact(gold: Sequence[Span], system: Sequence[Span], _text: str) -> dict[int, int]:
    """Match the same spans: which system span answers which gold one."""
    places = {span: j for j, span in enumerate(system)}
    return {i: places[span] for i, span in enumerate(gold) if span in places}


def relaxed(gold: Sequence[Span], system: Sequence[Span], text: str) -> dict[int, int]:
    """Match spans that overlap and end in the same word, one to one."""
    wanted, given = ([_last_word(text, span) for span in side] for side in (gold, system))
    return match(
        Candidate((shared,), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(system)
        if wanted[i] == given[j] and (shared := span_overlap(a, b))
    )


def _last_word(text: str, span: Span) -> str:
    words = TOKEN.findall(text[slice(*span)])
    return words[-1].casefold() if words else ""


def score(pairs: Sequence[Pair], answering: Answering) -> Scores:
    """Count all documents together."""
    alone = any(len(chain) == 1 for gold, _ in pairs for chain in gold.chains)
    least = 1 if alone else 2
    return sum((_count(gold, system, answering, least) for gold, system in pairs), Scores())


def _count(gold: Marked, system: Marked, answering: Answering, least: int) -> Scores:
    """Count one document, each system mention under the number of the gold one it answers."""
    asked, given = gold_chains(gold), system_chains(system, gold)
    wanted, said = (sorted(frozenset[Span]().union(*side)) for side in (asked, given))
    answered = {j: i for i, j in answering(wanted, said, gold.text).items()}
    numbers = {span: i for i, span in enumerate(wanted)}
    replies = {span: answered.get(j, len(wanted) + j) for j, span in enumerate(said)}
    key, response = _numbered(asked, numbers, least), _numbered(given, replies, least)
    in_key, in_response = (frozenset[int]().union(*side) for side in (key, response))
    return Scores(
        mentions=Count(right=len(in_key & in_response), given=len(in_response), asked=len(in_key)),
        muc=muc(key, response),
        b_cubed=b_cubed(key, response),
        ceaf_e=ceaf_e(key, response),
    )


def _numbered(chains: Grouped, numbers: dict[Span, int], least: int) -> Numbered:
    return [frozenset(numbers[span] for span in chain) for chain in chains if len(chain) >= least]


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give the CoNLL figures, and what each is made from."""
    return [
        figure
        for name, answering in (("exact", exact), ("relaxed", relaxed))
        for figure in _named(name, score(pairs, answering))
    ]


def _named(name: str, scores: Scores) -> list[Figure]:
    parts = {"MUC": scores.muc, "B3": scores.b_cubed, "CEAFe": scores.ceaf_e}
    return [
        Figure(f"{name} CoNLL F1", scores.conll),
        scores.mentions.figure(f"{name} mentions"),
        *(
            Figure(f"{name} {part} F1", s.f1, f"P {s.precision:.3f}  R {s.recall:.3f}")
            for part, s in parts.items()
        ),
    ]
