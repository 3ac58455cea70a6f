"""Where the paragraphs of an analysed text are, so that a sentence can be found by its number."""

import re
from bisect import bisect_right

from msgspec import UNSET, Struct

from sayso.records.reading import Analysis, Sentence

_BREAK = re.compile(r"[^\S\n]*(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029])\s*")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|[\r\x0b\x0c\x85\u2028\u2029][^\S\n]*\r?\n|\u2029")


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph or a heading. `number` counts paragraphs from 1; a heading has none."""

    start: int
    end: int
    number: int | None
    sentences: tuple[Sentence, ...]


def sentences_of(analysis: Analysis) -> tuple[Sentence, ...]:
    """Give the sentences, none where that layer was not computed."""
    return () if analysis.sentences is UNSET else analysis.sentences


def paragraphs(analysis: Analysis) -> tuple[Paragraph, ...]:
    """Give the paragraphs in order; together they hold all sentences."""
    text, sentences = analysis.text, sentences_of(analysis)
    wrapped = any(_BREAK.search(text, s.start, s.end) for s in sentences)
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        before = groups[-1][-1] if groups else None
        if before is None or _parted(text, before, sentence, wrapped=wrapped):
            groups.append([])
        groups[-1].append(sentence)
    found: list[Paragraph] = []
    number = 0
    for group in groups:
        heading = all(sentence.voice == "none" for sentence in group)
        number += not heading
        found.append(
            Paragraph(
                start=group[0].start,
                end=group[-1].end,
                number=None if heading else number,
                sentences=tuple(group),
            )
        )
    return tuple(found)


def number_at(found: tuple[Paragraph, ...], position: int) -> int | None:
    """Give the number of the paragraph at a position of the text, None in a heading."""
    index = bisect_right(found, position, key=lambda paragraph: paragraph.start) - 1
    return found[index].number if index >= 0 else None


def _parted(text: str, before: Sentence, after: Sentence, *, wrapped: bool) -> bool:
    """Whether a new paragraph begins. In hard-wrapped text a sentence may end with its line by
    chance, so there only a blank line or a heading parts."""
    gap = text[before.end : after.start]
    if not _BREAK.search(gap):
        return False
    heading = "none" in (before.voice, after.voice)
    return heading or not wrapped or _BLANK_LINE.search(gap) is not None
