"""Predicates: the words that tell of something that happens, holds or is said, of any kind.

Events are what PLOVER has a type for; predicates are all of what is told, a marriage, a flood and
a goal too.
"""

from collections.abc import Iterator
from typing import Final

from sayso.reading.clauses import word_list, words_of
from sayso.reading.degrees import label
from sayso.reading.tagger.marks import Marks
from sayso.reading.tagger.spans import stretches, whole_words
from sayso.records.reading import Predicate

LEAST: Final = -1.0
"""Log odds from which a word counts. On the annotated sentences of ecbplus.dev F1 of words is .833,
.846, .850, .846 from -2, -1.5, -1, -.5 on. No network learned ECB+'s events; PLOVER's were labelled
in 891 sentences of its training part."""


def predicates(text: str, marks: Marks) -> tuple[Predicate, ...]:
    """Give every predicate of a text, word by word, in text order."""
    return tuple(_found(text, marks))


def _found(text: str, marks: Marks) -> Iterator[Predicate]:
    coded, odds = marks.pieces, marks.predicates[:, 0]
    last = 0
    for first, end in stretches(odds > LEAST):
        span = whole_words(text, (int(coded.starts[first]), int(coded.ends[end - 1])))
        for word in words_of(text, max(last, span[0]), span[1]):
            if word.group().lower() in word_list("grammar_words"):
                continue
            part = coded.touched(word.span())
            surest = part.start + int(odds[part].argmax())
            yield Predicate(
                start=word.start(),
                end=word.end(),
                factuality=label(float(marks.predicates[surest, 1])),
            )
        last = span[1]
