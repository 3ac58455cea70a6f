"""The distinct sources of an analysis, and what each of them is made to say."""

from bisect import bisect_right

from msgspec import UNSET, Struct

from sayso.reading.distinct import Distinct, bare, distinct, in_text_order
from sayso.records.reading import Analysis, Attribution, Entity
from sayso.records.text import Spans
from sayso.records.vocabulary import SourceKind
from sayso.report.paragraphs import number_at, paragraphs, sentences_of
from sayso.report.words import KINDS, one_line

_EDGE = " ,;:"
"""What a span may begin or end with that is no part of a name or a cue."""


class Inner(Struct, frozen=True, kw_only=True):
    """What a source has another one say: `source` is the number of that other one."""

    source: int
    content: str
    cue: str


class Saying(Struct, frozen=True, kw_only=True):
    """One attribution as a person reads it: single lines, pieces joined by "…".

    `number` counts attributions in text order from 1, `sentence` and `paragraph` say where the
    content begins, both from 1, and `outer` is the number of the source through
    whom the text has this one.
    """

    attribution: Attribution
    number: int
    content: str
    cue: str
    sentence: int
    paragraph: int | None
    outer: int | None
    inner: tuple[Inner, ...]


class Source(Struct, frozen=True, kw_only=True):
    """One distinct source. `number` counts from 1 by first mention, and 0 is nobody: sayings
    for which the text gives no source. `also` is the fullest wording, where it says more than
    `name` does.
    """

    number: int
    name: str
    also: str | None
    entity: str | None
    kind: SourceKind
    named: bool
    background: bool
    sayings: tuple[Saying, ...]


def attributions_of(analysis: Analysis) -> tuple[Attribution, ...]:
    """Give the attributions in text order, none where that layer was not computed."""
    found = () if analysis.attributions is UNSET else analysis.attributions
    return in_text_order(found)


def entities_of(analysis: Analysis) -> tuple[Entity, ...]:
    """Give the entities, none where that layer was not computed."""
    return () if analysis.entities is UNSET else analysis.entities


def words_of(text: str, spans: Spans) -> str:
    """Give the words on one line, with "…" where the text has something else between them."""
    words, last = "", None
    for start, end in spans:
        if last is not None:
            words += " … " if text[last:start].strip() else " "
        words += text[start:end]
        last = end
    return one_line(words)


def kind_of(source: Source) -> str:
    """Say what kind of source it is, whether a text can be looked up, and on what terms."""
    if not source.number:
        return "no source given"
    kind = KINDS[source.kind]
    if source.kind in ("document", "media"):
        kind += ", named" if source.named else ", not named"
    return f"{kind}, on background" if source.background else kind


def sources(analysis: Analysis) -> tuple[Source, ...]:
    """Give the sources by first mention, and last nobody, for the sayings that have none."""
    attributions = attributions_of(analysis)
    groups = distinct(analysis.text, attributions, entities=entities_of(analysis))
    numbers = {one.id: n for n, group in enumerate(groups, 1) for one in group.attributions}
    nobody = tuple(one for one in attributions if one.id not in numbers)
    numbers |= {one.id: 0 for one in nobody}
    sayings = _sayings(analysis, numbers)
    names = _Names(analysis)
    found = [names.source(n, group, sayings) for n, group in enumerate(groups, 1)]
    if nobody:
        found.append(_nobody(nobody, sayings))
    return tuple(found)


def _nobody(group: tuple[Attribution, ...], sayings: dict[str, Saying]) -> Source:
    return Source(
        number=0,
        name="",
        also=None,
        entity=None,
        kind="unspecified",
        named=False,
        background=any(one.background for one in group),
        sayings=tuple(sayings[one.id] for one in group),
    )


def _begin(spans: Spans) -> int:
    return min((start for start, _ in spans), default=0)


class _Names:
    """What the sources of one analysis are called."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.text
        self._entities = {entity.id: entity.name for entity in entities_of(analysis)}

    def source(self, number: int, group: Distinct, sayings: dict[str, Saying]) -> Source:
        """Make the source that a group of attributions share."""
        name = self._name(group)
        fullest = max((self._wording(one) for one in group.attributions), key=len)
        return Source(
            number=number,
            name=name,
            also=fullest if len(bare(fullest)) > len(bare(name)) else None,
            entity=group.entity,
            kind=group.kind,
            named=group.named,
            background=group.background,
            sayings=tuple(sayings[one.id] for one in group.attributions),
        )

    def _name(self, group: Distinct) -> str:
        first = group.attributions[0]
        resolved = self._entities.get(group.entity or "", first.source_entity)
        return one_line(resolved) if resolved else self._wording(first)

    def _wording(self, one: Attribution) -> str:
        return words_of(self._text, one.source).strip(_EDGE)


def _sayings(analysis: Analysis, numbers: dict[str, int]) -> dict[str, Saying]:
    """Give the sayings by their attribution's id; `numbers` are the sources', by the same."""
    text, where = analysis.text, paragraphs(analysis)
    begins = [sentence.start for sentence in sentences_of(analysis)]
    found = attributions_of(analysis)
    inner: dict[str, list[Inner]] = {}
    for one in found:
        if one.parent in numbers:
            deep = Inner(
                source=numbers[one.id],
                content=words_of(text, one.content),
                cue=words_of(text, one.cue).strip(_EDGE),
            )
            inner.setdefault(one.parent, []).append(deep)
    sayings = {}
    for number, one in enumerate(found, 1):
        begin = _begin(one.content or one.cue or one.source)
        sayings[one.id] = Saying(
            attribution=one,
            number=number,
            content=words_of(text, one.content),
            cue=words_of(text, one.cue).strip(_EDGE),
            sentence=bisect_right(begins, begin),
            paragraph=number_at(where, begin),
            outer=numbers.get(one.parent or ""),
            inner=tuple(inner.get(one.id, ())),
        )
    return sayings
