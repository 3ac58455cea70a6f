"""Events across documents: which words of which documents tell of one event.

    python -m benchmarks.happenings        read ecbplus.dev, join, score
    python -m benchmarks.happenings fit    print weights for desk/happenings, from ecbplus.train

ECB+ marks events of any kind in some sentences of its articles. Each of its topics is two stories
that are easily taken for one (two arrests, two storms); nobody tells sayso which is which, nor the
topic: all documents lie in one desk. The figures are MUC, B-cubed and CEAFe, events that are told
once among them, and their mean (CoNLL). From `given` triggers: what joining alone can do, beside
joining equal words, inside a topic and, as in the baseline that papers give, inside a story that
gold tells. From what sayso `found`: a trigger answers the gold one that it overlaps, one to one;
what is missed, or found where the annotators marked nothing, counts against it. P and R are of the
triggers.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from statistics import fmean
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec import Struct

from benchmarks.chains import Shares, b_cubed, ceaf_e, muc
from benchmarks.counts import Count, match_spans
from benchmarks.gold import lines, read_marked, shared_folder
from benchmarks.system import document_of
from sayso.desk.claims.reckoning import claims
from sayso.desk.happenings.comparing import FEATURES
from sayso.desk.happenings.forms import form, words
from sayso.desk.happenings.happenings import comparer_of, happenings
from sayso.desk.happenings.joining import candidates
from sayso.desk.happenings.occurrences import Occurrence, occurrences, told
from sayso.reading.read import Reader
from sayso.records.reading import Analysis
from sayso.records.text import Span

Mention = tuple[str, Span]
"""A document and where in it."""

Grouped = Sequence[Iterable[Mention]]

_ROUNDS = 12
_PULL = 1.0


class Trigger(Struct, frozen=True):
    """One event as gold marks it; without `coref` it is told of nowhere else."""

    trigger: Span
    coref: str | None = None
    gold_sentence: bool = False


class Article(Struct, frozen=True):
    """A document of ECB+; `cluster` is its story inside the `topic`."""

    id: str
    text: str
    topic: int
    cluster: str
    gold_sentences: tuple[Span, ...]
    events: tuple[Trigger, ...]

    @property
    def triggers(self) -> tuple[Span, ...]:
        """What gold marks where it was annotated, each once, in text order."""
        return tuple(sorted({each.trigger for each in self.events if each.gold_sentence}))

    def annotated(self, span: Span) -> bool:
        """Whether a span begins in a sentence that was annotated."""
        return any(start <= span[0] < end for start, end in self.gold_sentences)


class Corpus(NamedTuple):
    """The articles of a set, and what sayso reads in each."""

    articles: Sequence[Article]
    read: Sequence[Analysis]


class Score(Struct, frozen=True, kw_only=True):
    """How well groups of mentions agree with gold's."""

    mentions: Count
    muc: Shares
    b_cubed: Shares
    ceaf_e: Shares

    @property
    def conll(self) -> float:
        """The mean of the three."""
        return fmean((self.muc.f1, self.b_cubed.f1, self.ceaf_e.f1))

    def line(self, name: str) -> str:
        """Give the figures on one line."""
        three = "".join(f"{each.f1:>7.3f}" for each in (self.muc, self.b_cubed, self.ceaf_e))
        found = f"{self.mentions.precision:>7.3f}{self.mentions.recall:>7.3f}"
        return f"{name:<40}{self.conll:>7.3f}{three}{found}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what is asked for and print it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.happenings",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", nargs="?", choices=("score", "fit"), default="score")
    options = parser.parse_args(arguments)
    if options.what == "fit":
        fit(load("ecbplus.train"))
        return 0
    print(f"{'ecbplus.dev':<40}{'CoNLL':>7}{'MUC':>7}{'B3':>7}{'CEAFe':>7}{'P':>7}{'R':>7}")
    for name, result in scores(load("ecbplus.dev")):
        print(result.line(name))
    return 0


def load(name: str) -> Corpus:
    """Read a set by its stem."""
    path = shared_folder() / "corpora" / f"{name}.jsonl.gz"
    decoder = msgspec.json.Decoder(Article)
    reader = Reader(threads=1)
    return Corpus(
        articles=[decoder.decode(line) for line in lines(path)],
        read=[reader.read(document_of(document)) for document in read_marked(path)],
    )


def scores(corpus: Corpus) -> Iterator[tuple[str, Score]]:
    """Score every way to join, with what it is called."""
    articles = corpus.articles
    topic = {each.id: str(each.topic) for each in articles}
    story = {each.id: each.cluster for each in articles}
    given = {each.id: each.triggers for each in articles}
    for name, of in (("topic", topic), ("story", story)):
        yield f"given: equal words in one {name}", score(articles, equal_words(articles, given, of))
    yield "given: happenings", score(articles, mentioned(happenings(corpus.read, given)))
    events = {
        each.id: [e.trigger for e in each.events or () if article.annotated(e.trigger)]
        for article, each in zip(articles, corpus.read, strict=True)
    }
    found = {
        each.id: [span for span in told(each) if article.annotated(span)]
        for article, each in zip(articles, corpus.read, strict=True)
    }
    yield "found: PLOVER events, by claims", score(articles, by_claims(corpus.read, events))
    yield (
        "found: PLOVER events, happenings",
        score(articles, mentioned(happenings(corpus.read, events))),
    )
    yield "found: equal words in one topic", score(articles, equal_words(articles, found, topic))
    yield "found: happenings", score(articles, mentioned(happenings(corpus.read, found)))


def mentioned(groups: Iterable[Iterable[Occurrence]]) -> list[list[Mention]]:
    """Keep of occurrences where they are."""
    return [[(each.document, each.span) for each in group] for group in groups]


def equal_words(
    articles: Iterable[Article], spans: Mapping[str, Iterable[Span]], of: Mapping[str, str]
) -> list[list[Mention]]:
    """Join what is told in the same words, inside whatever `of` puts documents into."""
    groups: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for article in articles:
        for span in spans[article.id]:
            said = tuple(form(word) for word in words(article.text, *span))
            groups[of[article.id], said].append((article.id, span))
    return list(groups.values())


def by_claims(read: Sequence[Analysis], spans: Mapping[str, Iterable[Span]]) -> list[list[Mention]]:
    """Join the events of one type whose clauses make one claim."""
    types = {(a.id, event.trigger): event.type for a in read for event in a.events or ()}
    told_in: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for claim in claims(read):
        for said in claim.statements:
            told_in[said.document].append(((said.start, said.end), claim.claim))
    groups: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for document, inside in spans.items():
        for span in inside:
            around = [name for (a, b), name in told_in[document] if a <= span[0] and span[1] <= b]
            place: Hashable = (around[0], types[document, span]) if around else (document, span)
            groups[place].append((document, span))
    return list(groups.values())


def score(articles: Iterable[Article], groups: Grouped) -> Score:
    """Hold groups of mentions against gold's chains."""
    chains: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    replies: dict[Mention, Hashable] = {}
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for group in groups:
        for document, span in group:
            spans[document].append(span)
    for article in articles:
        asked, given = article.triggers, sorted(spans[article.id])
        chain = {e.trigger: e.coref for e in reversed(article.events) if e.gold_sentence}
        for number, span in enumerate(asked):
            name = chain[span]
            chains[(article.topic, name) if name else (article.id, span)].add((article.id, number))
        for number, other in match_spans(asked, given).items():
            replies[article.id, given[other]] = (article.id, number)
    response = [frozenset(replies.get(m, ("not gold's", *m)) for m in group) for group in groups]
    key = [frozenset(chain) for chain in chains.values()]
    return Score(
        mentions=Count(right=len(replies), given=sum(map(len, response)), asked=sum(map(len, key))),
        muc=muc(key, response),
        b_cubed=b_cubed(key, response),
        ceaf_e=ceaf_e(key, response),
    )


def fit(corpus: Corpus) -> None:
    """Print log-odds of all features: a logistic regression, the weights pulled to 0, over pairs of
    gold's triggers that joining would compare."""
    chains = {
        (article.id, event.trigger): (article.topic, event.coref)
        for article in corpus.articles
        for event in article.events
        if event.gold_sentence and event.coref
    }
    comparer = comparer_of(corpus.read)
    found = [
        each
        for article, analysis in zip(corpus.articles, corpus.read, strict=True)
        for each in occurrences(analysis, article.triggers)
    ]
    pairs = [(found[one], found[other]) for one, other in candidates(found, comparer)]
    inputs = np.array(
        [[numbers[name] for name in FEATURES] for numbers in (comparer.numbers(*p) for p in pairs)]
    )
    right = np.array([_chain(one, chains) == _chain(other, chains) for one, other in pairs])
    weights = np.zeros(len(FEATURES))
    pulled = _PULL * np.array([name != "bias" for name in FEATURES])
    for _ in range(_ROUNDS):
        given = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - given) - pulled * weights
        curve = (inputs * (given * (1 - given))[:, None]).T @ inputs + np.diag(pulled)
        weights += np.linalg.solve(curve, slope)
    print(f"# {len(right)} pairs, {right.mean():.1%} of them one event")
    for name, weight, column in zip(FEATURES, weights, inputs.T, strict=True):
        print(f"{name} = {weight:.2f}  # in {np.count_nonzero(column)}")


def _chain(each: Occurrence, chains: Mapping[Mention, Hashable]) -> Hashable:
    mention = (each.document, each.span)
    return chains.get(mention, mention)


if __name__ == "__main__":
    sys.exit(main())
