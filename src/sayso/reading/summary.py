"""The counts that a reader sees first."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from sayso.records.reading import Attribution, Framing, Sentence, Statement, Summary
from sayso.records.vocabulary import SentenceVoice, SourceKind

_ARTICLES = ("the ", "a ", "an ")


def summary(
    *,
    text: str,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    statements: Sequence[Statement] = (),
    framing: Sequence[Framing] = (),
) -> Summary:
    """Sentences by voice, distinct sources by kind, named sources, statements, own framing.

    Two attributions have one source when their `source_entity` is the same or, without one,
    their kind and wording are. Attributions without any source count for none. Every voice
    and every kind is a key, 0 where there is none.
    """
    voices = Counter(sentence.voice for sentence in sentences)
    sources = {_identity(text, item): item for item in reversed(attributions) if _given(item)}
    kinds = Counter(item.source_kind for item in sources.values())
    return Summary(
        sentences={voice: voices[voice] for voice in get_args(SentenceVoice)},
        sources={kind: kinds[kind] for kind in get_args(SourceKind)},
        named_sources=sum(item.named for item in sources.values()),
        statements=len(statements),
        framing_own_voice=sum(item.voice == "own" for item in framing),
    )


def _given(item: Attribution) -> bool:
    return bool(item.source or item.source_entity)


def _identity(text: str, item: Attribution) -> tuple[str, str]:
    if item.source_entity:
        return ("entity", item.source_entity)
    surface = " ".join(" ".join(text[start:end] for start, end in item.source).lower().split())
    for article in _ARTICLES:
        surface = surface.removeprefix(article)
    return (item.source_kind, surface.strip(" ,.;:\"'“”‘’"))
