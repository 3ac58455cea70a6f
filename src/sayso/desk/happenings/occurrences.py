"""Occurrences: each word that tells of something, with what a comparison looks at around it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from sayso.desk.claims.frames import frames
from sayso.desk.claims.words import Token, weighty
from sayso.desk.happenings.forms import form, words
from sayso.reading.clauses import word_list
from sayso.records.reading import Analysis
from sayso.records.text import Span

WINDOW: Final = 4
"""Words on either side that stand near."""

Forms = frozenset[str]


class Occurrence(Struct, frozen=True, kw_only=True):
    """`text[start:end]` of a document tells of something.

    `head` is the form that it goes by and `forms` all of its words', `acts` what `claims.frames`
    makes of them. `sentence` are the forms of the rest of its sentence, `near` those close by.
    `before` and `behind` are the words of whatever is referred to next to it on either side, a
    pronoun's by what it stands for; `names` those of all in its sentence; `figures` its numbers.
    """

    document: str
    start: int
    end: int
    head: str
    forms: Forms
    acts: Forms
    sentence: Forms
    near: Forms
    before: Forms
    behind: Forms
    names: Forms
    figures: Forms

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


class _Referred(Struct, frozen=True):
    """A mention, and the words of what it refers to."""

    start: int
    end: int
    words: Forms


def told(analysis: Analysis) -> tuple[Span, ...]:
    """Where a document tells of something: its predicates, and the triggers of its events."""
    predicates = [(each.start, each.end) for each in analysis.predicates or ()]
    triggers = [
        event.trigger
        for event in analysis.events or ()
        if not any(a < event.trigger[1] and event.trigger[0] < b for a, b in predicates)
    ]
    return tuple(sorted({*predicates, *triggers}))


def occurrences(analysis: Analysis, spans: Iterable[Span]) -> Iterator[Occurrence]:
    """Take what stands at each span of a document apart."""
    sentences = [(each.start, each.end) for each in analysis.sentences or ()]
    opens = [start for start, _ in sentences]
    referred = tuple(_referred(analysis))
    for span in spans:
        at = bisect_right(opens, span[0]) - 1
        inside = sentences[at] if at >= 0 and span[1] <= sentences[at][1] else span
        yield _occurrence(analysis, span, inside, referred)


def _referred(analysis: Analysis) -> Iterator[_Referred]:
    called = {
        entity.id: frozenset(filter(weighty, words(entity.name, 0, len(entity.name))))
        for entity in analysis.entities or ()
    }
    for mention in analysis.mentions or ():
        yield _Referred(mention.start, mention.end, called.get(mention.entity or "", frozenset()))


def _occurrence(
    analysis: Analysis, span: Span, sentence: Span, referred: Iterable[_Referred]
) -> Occurrence:
    text, (start, end) = analysis.text, span
    said = list(words(text, start, end)) or [text[start:end]]
    own = [word for word in said if word not in word_list("grammar_words")] or said
    left, right = list(words(text, sentence[0], start)), list(words(text, end, sentence[1]))
    beside = [each for each in referred if sentence[0] <= each.start and each.end <= sentence[1]]
    before = [each for each in beside if each.end <= start]
    behind = [each for each in beside if each.start >= end]
    return Occurrence(
        document=analysis.id,
        start=start,
        end=end,
        # "Checked into rehab" is a checking, an "oil spill" a spill.
        head=form(own[0] if len(own) < len(said) else own[-1]),
        forms=frozenset(map(form, own)),
        acts=frozenset(frames([Token(word, start, end) for word in said])),
        sentence=_forms(left + right),
        near=_forms(left[-WINDOW:] + right[:WINDOW]),
        before=max(before, key=lambda each: each.end).words if before else frozenset(),
        behind=min(behind, key=lambda each: each.start).words if behind else frozenset(),
        names=frozenset(word for each in (*before, *behind) for word in each.words),
        figures=frozenset(word for word in left + right if word[0].isdigit()),
    )


def _forms(said: Iterable[str]) -> Forms:
    return frozenset(form(word) for word in said if weighty(word))
