"""The counts that a reader sees first."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from sayso.reading.distinct import distinct
from sayso.records.reading import Attribution, Entity, Framing, Sentence, Statement, Summary
from sayso.records.vocabulary import SentenceVoice, SourceKind


def summary(  # noqa: PLR0913
    *,
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    statements: Sequence[Statement] = (),
    framing: Sequence[Framing] = (),
    entities: Sequence[Entity] = (),
) -> Summary:
    """Sentences by voice, distinct sources by kind, named sources, statements, own framing.

    Attributions without any source count for none. Every voice and every kind is a key, 0 where
    there is none.
    """
    voices = Counter(sentence.voice for sentence in sentences)
    sources = distinct(text, attributions, entities=entities)
    kinds = Counter(source.kind for source in sources)
    return Summary(
        sentences={voice: voices[voice] for voice in get_args(SentenceVoice)},
        sources={kind: kinds[kind] for kind in get_args(SourceKind)},
        named_sources=sum(source.named for source in sources),
        statements=len(statements),
        framing_own_voice=sum(item.voice == "own" for item in framing),
    )
