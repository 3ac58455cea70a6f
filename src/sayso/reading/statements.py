"""Plain statements: one say-so each, by one source or by the outlet, with how sure it is meant.

Factuality here is a first, word-driven version (`data/factuality.toml`): the words of the cue and
of the content's main clause decide, and a plain assertion is CT+.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from sayso.reading.clauses import has_finite_verb, words_of
from sayso.reading.intervals import union, within
from sayso.reading.voice import own_clauses, reporting_frame
from sayso.records.reading import Attribution, Sentence, Statement
from sayso.records.text import Span, Spans
from sayso.records.vocabulary import Factuality

OWN_CONFIDENCE = 0.9
"""Confidence of a statement in the outlet's own voice: nothing marks it, so it is right where the
attributions around it are. A round constant until the two are calibrated together."""

_MAIN_CLAUSE = 8
"""Words from the start of a statement among which its main verb is looked for."""

_AFTER_VERB = 1
"""Words after the first finite verb that still belong to it: "had not left". Swept with the above
(4 to 20, 1 to 3) on the first predicate of each sentence of UW factuality train: 8 and 1 have the
best correlation, .69, and MAE .39; calling all CT+ has MAE .46."""

_EDGE = " \t\r\n\"'“”‘’`,;:—–-()[]*•…"
_OPENING = re.compile(r"(?:that|and|but|or|so|while|although|as)\b\s*", re.IGNORECASE)
_CLOSING = re.compile(r"[,;\s]+(?:and|but|or|that|as|while)$", re.IGNORECASE)
_NEGATED: Mapping[str, Factuality] = {"CT+": "CT-", "PR+": "PR-", "PS+": "PS-", "CT-": "CT+"}


@cache
def _lexicon() -> Mapping[str, Mapping[str, list[str]]]:
    raw = files("sayso.reading").joinpath("data/factuality.toml").read_text(encoding="utf-8")
    found: dict[str, dict[str, list[str]]] = tomllib.loads(raw)
    return found


@cache
def _levels(part: str) -> Mapping[str, str]:
    return {word: level for level, words in _lexicon()[part].items() for word in words}


def statements(
    text: str, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> tuple[Statement, ...]:
    """State what each piece of content says, sentence by sentence, and what the outlet says.

    In text order. A piece of content without a word of its own ("so") makes no statement, nor
    does a heading.
    """
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    pieces = [
        (*piece, index)
        for index, item in enumerate(attributions)
        for content in item.content
        for sentence in within(spans, *content)
        for piece in _trimmed(text, sentence)
    ]
    found = [_statement(text, (start, end), attributions[index]) for start, end, index in pieces]
    content = union(span for item in attributions for span in item.content)
    frame = reporting_frame(text, attributions)
    for sentence in sentences:
        found.extend(
            _statement(text, clause, None) for clause in _own(text, sentence, content, frame)
        )
    found.sort(key=lambda item: (item.content, item.attribution or ""))
    return tuple(
        Statement(
            id=f"s{number}",
            kind="plain",
            content=item.content,
            voice=item.voice,
            factuality=item.factuality,
            confidence=item.confidence,
            attribution=item.attribution,
        )
        for number, item in enumerate(found)
    )


def _own(text: str, sentence: Sentence, content: Spans, frame: Spans) -> Iterator[Span]:
    span = (sentence.start, sentence.end)
    if sentence.voice == "own":
        yield from _trimmed(text, span)
    elif sentence.voice == "mixed":
        for clause in own_clauses(text, span, content, frame):
            yield from _trimmed(text, clause)


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    while end > start and text[end - 1] in _EDGE + ".":
        end -= 1
    closing = _CLOSING.search(text, max(start, end - 12), end)
    end = closing.start() if closing else end
    if any(True for _ in words_of(text, start, end)) and " " in text[start:end]:
        yield start, end


def _statement(text: str, span: Span, item: Attribution | None) -> Statement:
    return Statement(
        id="",
        kind="plain",
        content=span,
        voice="attributed" if item else "own",
        factuality=_factuality(text, span, item),
        confidence=item.confidence if item else OWN_CONFIDENCE,
        attribution=item.id if item else None,
    )


def _factuality(text: str, span: Span, item: Attribution | None) -> Factuality:
    cue = _level_of_cue(text, item) if item else "CT+"
    if cue == "Uu":
        return "Uu"
    level, negated = _level_of_content(text, span)
    if level == "Uu":
        return "Uu"
    weaker: Factuality = level if level != "CT+" else cue
    return _NEGATED.get(weaker, weaker) if negated else weaker


def _level_of_cue(text: str, item: Attribution) -> Factuality:
    levels = _levels("cue")
    words = [m.group().lower() for start, end in item.cue for m in words_of(text, start, end)]
    for first, second in pairwise([*words, ""]):
        level = levels.get(f"{first} {second}") or levels.get(first)
        if level:
            return _as_factuality(level)
    return "CT+"


def _level_of_content(text: str, span: Span) -> tuple[Factuality, bool]:
    """The level of the main clause's modality, and whether the clause is negated."""
    levels = _levels("content")
    if "?" in text[span[1] - 1 : span[1] + 2]:
        return "Uu", False
    level: Factuality = "CT+"
    negated = False
    left = _MAIN_CLAUSE
    before = ""
    for number, match in enumerate(words_of(text, *span)):
        word = match.group().lower().replace("’", "'")
        if left <= 0 or (number and word in _lexicon()["scope"]["closes"]):
            break
        mark = levels.get(word, "-" if word.endswith("n't") else "")
        if mark == "-":
            negated = True
        elif mark and level == "CT+":
            level = _as_factuality(mark)
        verb = has_finite_verb([word], before=before or word)
        left = min(left - 1, _AFTER_VERB if verb else left - 1)
        before = word
    return level, negated


def _as_factuality(level: str) -> Factuality:
    match level:
        case "Uu" | "PR+" | "PS+" | "PR-" | "CT-" | "CTu" | "PS-":
            return level
        case _:
            return "CT+"
