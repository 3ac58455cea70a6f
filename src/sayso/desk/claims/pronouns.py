"""Whom the pronouns of a clause mean."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.desk.claims.words import Token
from sayso.desk.origins.names import Names
from sayso.desk.origins.voices import Voice
from sayso.reading.sourcing.nouns import is_body
from sayso.records.reading import Analysis
from sayso.records.text import Span

_WE = frozenset("we our us ours i my mine ourselves".split())
_PRONOUNS = frozenset("he she it they him her them his hers its their theirs".split())
_ITS = frozenset("it its they their".split())
_NAME_GOES_ON = re.compile(r"[’']s [A-Z]| [A-Z]| (?:of|for|in) (?:the )?[A-Z]")
_PERSONS = frozenset("he she him her his hers".split())


def meant(analysis: Analysis, words: Sequence[Token], names: Names, voice: Voice) -> Iterator[str]:
    """Give the bearers that pronouns mean: the speaker's side, or the entity that reading found."""
    side = {voice.party} if voice.party else set()
    if any(token.word in _WE for token in words) or _calls_itself(analysis.text, words):
        yield from side
    pronouns = {(t.start, t.end): t.word for t in words if t.word in _PRONOUNS}
    called = {entity.id: entity.names for entity in analysis.entities or ()}
    read: set[Span] = set()
    for mention in analysis.mentions or ():
        span = (mention.start, mention.end)
        if span in pronouns and mention.entity in called:
            found = {names.bearer(analysis.id, name) for name in called[mention.entity]} - {None}
            if len(found) == 1:
                read.add(span)
                # A witness who tells what she saw is no party to it; a spokesman's side may be.
                person = pronouns[span] in _PERSONS
                yield from (
                    side
                    if voice.person in found
                    else (b for b in found if b and not (person and b in names.things))
                )
    if any(word in _ITS for span, word in pronouns.items() if span not in read):
        yield from side


def _calls_itself(text: str, words: Sequence[Token]) -> bool:
    """Whether a body speaks of itself by its kind alone, as statements do: "The Company"."""
    return any(
        before.word == "the"
        and text[token.start].isupper()
        and is_body(token.word)
        and not _NAME_GOES_ON.match(text, token.end)
        for before, token in pairwise(words)
    )
