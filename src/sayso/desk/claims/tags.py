"""Sources that reading left in the outlet's own stretch: "..., Amin Noor said by telephone"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from sayso.desk.claims.cues import blames
from sayso.desk.claims.cutting import LOOK, SHORTEST, trimmed
from sayso.desk.claims.lists import pattern, span_of, table
from sayso.reading.clauses import has_finite_verb, words_of
from sayso.reading.intervals import meet, within
from sayso.reading.sourcing.nouns import is_body, is_person
from sayso.records.reading import Attribution
from sayso.records.text import Span

SURE: Final = 0.4
"""Confidence below which an attribution is passed over: what it marks is the outlet's own."""

_NOUN_WITHIN = 3
"""Words of a source among which the noun stands that tells a person: "an official familiar"."""


def tagged(
    text: str, span: Span, sentence: Span, sure: Sequence[Attribution]
) -> Iterator[tuple[Span, Attribution | None]]:
    """A stretch of the outlet's own, or of a source that its words name after all."""
    start, end = trimmed(text, *span)
    words = [match.group() for match in words_of(text, start, end)]
    if len(words) < SHORTEST:
        return
    if marked := _marked(text, span, sentence, sure):
        yield (start, marked[0]), marked[1]
        return
    for tag in _tags():
        match = tag.search(text[start:end])
        if match and (item := _from_tag(text, start, match, sure)):
            yield (start, start + match.start() if match.start() else end), item
            return
    if pattern("cutting", "awaits").search(text[start:end]):
        return
    whole = not any(
        letter.isalnum() for letter in text[sentence[0] : start] + text[end : sentence[1]]
    )
    if whole or has_finite_verb(words) or len(words) > LOOK:
        yield (start, end), None


def _marked(
    text: str, span: Span, sentence: Span, sure: Sequence[Attribution]
) -> tuple[int, Attribution] | None:
    """Whose a stretch is that ", as the Courier revealed" or ", he told the Courier" follows, and
    where it ends."""
    for item in sure:
        begins = [start for start, end in (*item.source, *item.cue) if end > span[0]]
        if not begins or not 0 <= min(begins) - span[1] <= 1:
            continue
        if said := pattern("tags", "as").search(text[span[0] : span[1]]):
            return span[0] + said.start(), item
        if text[span[0] : span[1]].rstrip().endswith(",") and not within(item.content, *sentence):
            return span[1], item
    return None


def _from_tag(
    text: str, start: int, match: re.Match[str], sure: Sequence[Attribution]
) -> Attribution | None:
    """An attribution of the source that a clause's own words name; None where they name nobody."""
    source = span_of(match, "source", start=start)
    said = text[slice(*source)]
    marked = next((i for i in sure if any(meet(source, span) for span in i.source)), None)
    if marked:
        return marked
    if pattern("tags", "own_report").search(said):
        return None
    pronoun = said.lower() in ("he", "she", "they", "it")
    nouns = [word.lower() for word in re.findall(r"\w+", said)[:_NOUN_WITHIN]]
    described = any(map(is_person, nouns)) or (blames(match["cue"]) and is_body(nouns[-1]))
    if not pronoun and not described and not re.search(r"[A-Z]", said):
        return None
    before = [i for i in sure if i.source and i.source[0][0] < source[0]]
    if pronoun and not before:
        return None
    like = max(before, key=lambda i: i.source[0][0]) if pronoun else None
    return Attribution(
        id=f"tag{start}",
        source=like.source if like else (source,),
        cue=(span_of(match, "cue", start=start),),
        content=((start, start + match.start()),),
        source_kind=like.source_kind if like else "unspecified",
        named=like.named if like else bool(re.search(r"[A-Z]", said[1:])),
        background=like.background if like else False,
        confidence=SURE,
        source_entity=like.source_entity if like else None,
    )


@cache
def _tags() -> tuple[re.Pattern[str], ...]:
    """How sources are named, by the groups `source` and `cue`."""
    found = table("tags")
    cues = "|".join(found["cues"])
    return tuple(
        re.compile(each.replace("CUES", cues).replace("NUMBER", found["number"]))
        for each in found["patterns"]
    )
