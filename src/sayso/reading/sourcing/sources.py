"""Every attribution's source: what kind it is, whether a reader could look it up, and its name."""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.reading.intervals import union
from sayso.reading.sentences import sentences
from sayso.reading.sourcing.background import off_the_record
from sayso.reading.sourcing.cast import cast
from sayso.reading.sourcing.described import Source, described
from sayso.reading.sourcing.empty import implied
from sayso.reading.sourcing.nominals import nominal
from sayso.reading.sourcing.phrase import parse
from sayso.reading.sourcing.pronouns import pronoun
from sayso.reading.sourcing.scene import Past, Scene
from sayso.records.reading import Attribution, Mention

_LONGEST = 400
"""Characters of a source that are looked at: its head stands at the start; it bounds the cost."""


def source_kinds(
    text: str,
    attributions: Sequence[Attribution],
    *,
    title: str | None,
    mentions: Sequence[Mention] = (),
) -> tuple[Attribution, ...]:
    """Fill `source_kind`, `named`, `background` and `source_entity`, in the given order.

    `source_entity` is the source's name inside the document ("the general" and "he" give "Omar
    Tal"); for an unnamed person, body or document it is the words that brought it in, without
    their article, and None where there is neither. Mentions sharpen what a name is; without them
    the text alone decides.
    """
    scene = Scene(
        text=text,
        cast=cast(text, title=title, mentions=mentions),
        sentences=sentences(text),
        content=union(span for item in attributions for span in item.content),
    )
    found: dict[int, Source] = {}
    past: list[Past] = []
    for index in sorted(range(len(attributions)), key=lambda i: _position(attributions[i])):
        found[index] = _source(scene, attributions[index], past)
        past.append(Past(position=_position(attributions[index]), source=found[index]))
    filled = [
        replace(
            item,
            source_kind=found[index].kind,
            named=found[index].named,
            source_entity=found[index].entity,
        )
        for index, item in enumerate(attributions)
    ]
    flags = off_the_record(scene, filled, [_identity(text, item) for item in filled])
    return tuple(replace(item, background=flag) for item, flag in zip(filled, flags, strict=True))


def _position(item: Attribution) -> int:
    spans = item.source or item.cue or item.content
    return spans[0][0] if spans else 0


def _source(scene: Scene, item: Attribution, past: Sequence[Past]) -> Source:
    position = _position(item)
    if not item.source:
        return implied(scene, item.cue[0] if item.cue else (position, position), past)
    phrase = parse(_words(scene.text, item))
    if phrase.pronoun:
        return pronoun(scene, phrase.pronoun, position, union(item.content), past)
    source = described(phrase, scene.cast)
    return nominal(scene, phrase, source, position, past) if source.open else source


def _identity(text: str, item: Attribution) -> str:
    if item.source_entity:
        return item.source_entity.lower()
    return " ".join(parse(_words(text, item)).core).lower()


def _words(text: str, item: Attribution) -> str:
    return " ".join(text[start:end] for start, end in item.source)[:_LONGEST]
