"""Which acts a clause asserts, and which are told of around it."""

from collections.abc import Sequence
from typing import Final

from sayso.desk.claims.clauses import Clause
from sayso.desk.claims.cues import is_accusation
from sayso.desk.claims.frames import frames
from sayso.desk.claims.lists import pattern, terms
from sayso.desk.claims.words import Token, begins_in, tokens
from sayso.desk.origins.names import Names, Use
from sayso.records.reading import Analysis, Event
from sayso.records.text import Span

SURE_EVENT: Final = 0.6
"""Confidence from which an event gives the type of a clause whose own words show no act."""

_BLOT = "_"

_TOLD_WITHIN = 9
"""Words behind "ordered" among which the "to" stands of what somebody is told to do."""


def asserted(
    text: str, clause: Clause, words: Sequence[Token], uses: Sequence[Use]
) -> dict[str, int]:
    """The acts of a clause, by frame, each with the index of the first word that shows it. `words`
    are its words, `uses` the names in it."""
    shown = _done(words, frames(_nameless(words, [(use.start, use.end) for use in uses])))
    if _is_cleft(text, clause, uses) or is_accusation(text, clause.attribution):
        shown.setdefault("perpetrate", 0)
    return shown


def around(analysis: Analysis, sentence: int, names: Names) -> frozenset[str]:
    """The acts that a sentence, by its place in the document, and the one before tell of."""
    sentences = (analysis.sentences or ())[max(0, sentence - 1) : sentence + 1]
    if not sentences:
        return frozenset()
    start, end = sentences[0].start, sentences[-1].end
    spans = [(use.start, use.end) for use in names.within(analysis.id, start, end)]
    return frozenset(frames(_nameless(tuple(tokens(analysis.text, start, end)), spans)))


def surest_event(analysis: Analysis, clause: Clause) -> Event | None:
    """The surest event that a clause tells, if it is sure enough."""
    inside = (
        event
        for event in analysis.events or ()
        if event.confidence >= SURE_EVENT
        and clause.start <= event.trigger[0]
        and event.trigger[1] <= clause.end
    )
    return max(inside, key=lambda event: (event.confidence, -event.trigger[0]), default=None)


def _done(words: Sequence[Token], shown: dict[str, int]) -> dict[str, int]:
    """The acts that are asserted: what somebody was told to do is not done, only ordered."""
    verb = next(
        (i for i, token in enumerate(words) if token.word in terms("acts", "telling")), None
    )
    if verb is None or not any(
        token.word == "to" for token in words[verb + 1 : verb + _TOLD_WITHIN]
    ):
        return shown
    kept = {frame: at for frame, at in shown.items() if at <= verb or frame in ("dismiss", "order")}
    return kept | {"order": verb}


def _nameless(words: Sequence[Token], spans: Sequence[Span]) -> tuple[Token, ...]:
    """The words of a clause, those of names blotted out: a relief union's name tells of no aid."""
    return tuple(t._replace(word=_BLOT) if begins_in(t, spans) else t for t in words)


def _is_cleft(text: str, clause: Clause, uses: Sequence[Use]) -> bool:
    """Whether a clause does nothing but name who it was: "it was the Front"."""
    return any(
        pattern("acts", "cleft").fullmatch(text, clause.start, use.start) for use in uses[:1]
    )
