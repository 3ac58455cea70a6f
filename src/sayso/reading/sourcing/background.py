"""Whether the text says that a source would not be named."""

import re
from collections.abc import Sequence

from sayso.reading.sourcing.lexicon import patterns
from sayso.reading.sourcing.scene import Scene
from sayso.records.reading import Attribution
from sayso.records.text import Span

_GOES_ON = re.compile(r"(?:he|she|they|both|all|neither|none|the \w+) ", re.IGNORECASE)
"""A sentence of its own about the source just cited: "They asked not to be named"."""


def off_the_record(
    scene: Scene, items: Sequence[Attribution], identities: Sequence[str]
) -> tuple[bool, ...]:
    """For each attribution, whether its source spoke on background, here or anywhere in the text.

    `identities` tell which attributions share one source; "" shares with none. Only a source that
    the text leaves unnamed can be off the record.
    """
    by_sentence: dict[int, list[int]] = {}
    for index, item in enumerate(items):
        if item.source and item.source_kind in {"unnamed_person", "unnamed_group"}:
            sentence = scene.sentence_of(item.source[0][0])
            by_sentence.setdefault(sentence, []).append(index)
    found: set[int] = set()
    for match in patterns("background").finditer(scene.text):
        speaker = _speaker(scene, items, by_sentence, match.span())
        if speaker is not None:
            found.add(speaker)
    sources = {identities[index] for index in found} - {""}
    return tuple(index in found or identity in sources for index, identity in enumerate(identities))


def _speaker(
    scene: Scene, items: Sequence[Attribution], by_sentence: dict[int, list[int]], said: Span
) -> int | None:
    """Find the attribution whose source this is said of: the nearest before, else after."""
    sentence = scene.sentence_of(said[0])
    nearby = [
        index
        for index in by_sentence.get(sentence, [])
        if not any(start <= said[0] < end for start, end in items[index].content)
    ]
    if nearby:
        return min(nearby, key=lambda index: _distance(items[index], said))
    start = scene.sentences[sentence][0] if sentence >= 0 else 0
    last = by_sentence.get(sentence - 1)
    return last[-1] if last and _GOES_ON.match(scene.text, start) else None


def _distance(item: Attribution, said: Span) -> tuple[bool, int]:
    start = item.source[0][0]
    return (start > said[0], abs(start - said[0]))
