"""Analyses made by hand, from text that is marked up as a reader would mark it.

    analysis("[1s Witnesses] [1c said] [1t that [2s soldiers] [2c claimed] [2t victory]].")

`1` numbers an attribution; `s`, `c`, `t` are its source, its cue and what is told. A part may
come in several pieces, and one attribution may stand inside another, which makes it nested.
"""

import hashlib
import re
from typing import Any

from sayso.records.reading import Analysis, Attribution, Sentence
from sayso.records.text import Span
from sayso.records.vocabulary import SentenceVoice

_MARK = re.compile(r"\[(\d+)([sct]) |\]")
_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][\"”]?(?=\s|$)|(?=\n|$))")
_MOSTLY = 0.7


def analysis(
    marked: str,
    *,
    facts: dict[int, dict[str, Any]] | None = None,
    **document: Any,  # noqa: ANN401 (a field is of its record's type)
) -> Analysis:
    """Build an analysis. `facts` gives fields of attributions by number, `document` of the rest."""
    text, parts = _unmark(marked)
    covered = {i for spans in parts.values() for start, end in spans for i in range(start, end)}
    attributions = tuple(
        _attribution(number, parts, (facts or {}).get(number, {}))
        for number in sorted({number for number, _ in parts})
    )
    return Analysis(
        **{
            "text": text,
            "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            "id": "a.txt",
            "sentences": tuple(
                Sentence(start=m.start(), end=m.end(), voice=_voice(text, m.span(), covered))
                for m in _SENTENCE.finditer(text)
            ),
            "attributions": attributions,
            **document,
        },
    )


def _unmark(marked: str) -> tuple[str, dict[tuple[int, str], list[Span]]]:
    parts: dict[tuple[int, str], list[Span]] = {}
    opened: list[tuple[int, str, int]] = []
    text, last = "", 0
    for mark in _MARK.finditer(marked):
        if not (mark[1] or opened):
            continue
        text += marked[last : mark.start()]
        last = mark.end()
        if mark[1]:
            opened.append((int(mark[1]), mark[2], len(text)))
        else:
            number, part, start = opened.pop()
            parts.setdefault((number, part), []).append((start, len(text)))
    assert not opened, f"not closed: {opened}"
    return text + marked[last:], parts


def _attribution(
    number: int, parts: dict[tuple[int, str], list[Span]], facts: dict[str, Any]
) -> Attribution:
    source, cue, content = (tuple(sorted(parts.get((number, part), ()))) for part in "sct")
    outer = [
        other
        for (other, part), spans in parts.items()
        if part == "t" and other != number and content
        for start, end in spans
        if start <= content[0][0] and content[-1][1] <= end
    ]
    given: dict[str, Any] = {
        "source": source,
        "cue": cue,
        "content": content,
        "source_kind": "unnamed_group" if source else "unspecified",
        "named": False,
        "background": False,
        "confidence": 0.9,
        "parent": f"a{max(outer)}" if outer else None,
    }
    return Attribution(id=f"a{number}", **(given | facts))


def _voice(text: str, span: Span, covered: set[int]) -> SentenceVoice:
    start, end = span
    if text[end - 1] not in '.!?"”':
        return "none"
    letters = [i for i in range(start, end) if text[i].isalnum()]
    of_sources = sum(i in covered for i in letters)
    if not of_sources:
        return "own"
    return "attributed" if of_sources >= _MOSTLY * len(letters) else "mixed"
