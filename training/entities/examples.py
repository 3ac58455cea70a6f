"""GUM and MEANTIME as the reader sees them: the mentions that it finds, with gold's chains."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.coreference import gold_chains, relaxed
from benchmarks.gold import Marked, read_marked, shared_folder
from sayso.reading.coreference import antecedents
from sayso.reading.entities.ranking import Scores
from sayso.reading.entities.sure_types import sure_types
from sayso.reading.mentions import mentions
from sayso.reading.sentences import sentences
from sayso.reading.tagger.marks import mark
from sayso.reading.tagger.network import Network
from sayso.records.reading import Mention
from sayso.records.text import Span


class Example(NamedTuple):
    """A document with the mentions that the reader finds, in order, and the network's `scores`.

    `chain` numbers the gold chain of each mention, -1 for what no annotator marked; a mention that
    overlaps a marked one and ends in the same word stands for it. `asked` is false where nobody
    looked: what the corpus does not mark there is no mistake.
    """

    id: str
    text: str
    sentences: Sequence[Span]
    mentions: tuple[Mention, ...]
    scores: Scores | None
    chain: tuple[int, ...]
    asked: tuple[bool, ...]


def examples(name: str, network: Network) -> Iterator[Example]:
    """Read a corpus. One that marks lone mentions marks some kinds only, and asks of no others."""
    documents = read_marked(shared_folder() / "corpora" / f"{name}.jsonl.gz")
    some_kinds = any(len(chain) == 1 for document in documents for chain in document.chains)
    for document in documents:
        yield _example(document, network, some_kinds=some_kinds)


def _example(document: Marked, network: Network, *, some_kinds: bool) -> Example:
    text = document.text
    split, marks = sentences(text), mark(text, network)
    found = mentions(text, marks, split)
    order = sorted(
        range(len(found.mentions)),
        key=lambda at: (found.mentions[at].start, -found.mentions[at].end),
    )
    found = found._replace(
        mentions=tuple(found.mentions[at] for at in order),
        rows=tuple(found.rows[at] for at in order),
    )
    chain = _chains(document, found.mentions)
    return Example(
        document.id,
        text,
        split,
        tuple(sure_types(text, found.mentions)),
        antecedents(found, marks),
        chain,
        tuple(
            document.annotated((one.start, one.end)) and not (some_kinds and number < 0)
            for one, number in zip(found.mentions, chain, strict=True)
        ),
    )


def _chains(document: Marked, found: Sequence[Mention]) -> tuple[int, ...]:
    number = {span: at for at, chain in enumerate(gold_chains(document)) for span in sorted(chain)}
    wanted, given = sorted(number), sorted({(one.start, one.end) for one in found})
    home = {given[j]: number[wanted[i]] for i, j in relaxed(wanted, given, document.text).items()}
    return tuple(home.get((one.start, one.end), -1) for one in found)
