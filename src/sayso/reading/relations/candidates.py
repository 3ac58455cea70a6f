"""Every two ends of a text that may be tied, with all that bears on it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.reading.relations.features import Pair, features, pairs
from sayso.reading.relations.nodes import TITLE, Word, nodes, words_of
from sayso.reading.relations.seen import FLOOR, Seen, sides
from sayso.reading.tagger.marks import Marks
from sayso.reading.tagger.network import Floats
from sayso.records.reading import Mention
from sayso.records.text import Span

UNSEEN = 10
"""Words between two ends from which they are no candidate unless the network sees some tie."""


class Candidate(NamedTuple):
    """Two ends in the words of their sentence, their features, and [types] the network's odds."""

    spoken: Sequence[Word]
    pair: Pair
    features: list[str]
    tied: Floats


def candidates(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], marks: Marks
) -> Iterator[Candidate]:
    """Give the candidates of a text, sentence by sentence."""
    seen = Seen(text, marks)
    at, ordered = 0, sorted(mentions, key=lambda each: each.start)
    for sentence in sentences:
        while at < len(ordered) and ordered[at].start < sentence[0]:
            at += 1
        inside = []
        for mention in ordered[at:]:
            if mention.start >= sentence[1]:
                break
            if mention.end <= sentence[1]:
                inside.append(mention)
        if inside:
            yield from _of_sentence(text, sentence, inside, seen)


def _of_sentence(
    text: str, sentence: Span, mentions: Sequence[Mention], seen: Seen
) -> Iterator[Candidate]:
    spoken = words_of(text, sentence)
    found = nodes(mentions, spoken)
    lasts = [seen.lasts(node, spoken) for node in found]
    acts = seen.acts(sentence, lasts)
    number = {node: index for index, node in enumerate(found)}
    heads = [node.head for node in found if node.types != (TITLE,)]
    for pair in pairs(found, spoken):
        low, high = sorted((pair.source.head, pair.target.head))
        between = sum(low < head < high for head in heads)
        source, target = number[pair.source], number[pair.target]
        tied = seen.tied(lasts[source], lasts[target])
        if pair.end - pair.begin > UNSEEN and tied.max() <= FLOOR:
            continue
        yield Candidate(
            spoken,
            pair,
            [*features(spoken, pair, between), *sides(acts, source, target)],
            tied,
        )
