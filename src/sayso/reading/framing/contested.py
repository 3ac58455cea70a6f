"""Disputed labels in a text: which word, what the dispute is, what the style guides say.

The list is `contested.toml`. A label that is only spoken about ("the word 'terrorist'"), that is
part of a name ("Terrorism Prevention Act") or of a finding of law ("designated a terrorist group")
is left out.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from sayso import shipped
from sayso.reading.phrases import Found, Phrases, Surroundings, Token, tokens_of

_HEADING = 0.6
"""Share of a line's longer words in capitals from which its capitals say nothing: a headline."""

_LONG = 4
"""Letters from which a word in a headline has its capital."""

_REACH = 3
"""Words in capitals that may stand between a label and the noun that makes a name of it."""

_QUOTES = {'"': '"', "“": "”", "«": "»", "‘": "’", "'": "'"}


class Contested(msgspec.Struct, frozen=True, kw_only=True):
    """A label of the list. `technique` is SemEval-2020 task 11's, `plain` what may stand instead;
    `accepted`: the large guides use the word themselves, with care."""

    word: str
    forms: tuple[str, ...]
    technique: str
    dispute: str
    guides: str
    plain: str
    accepted: bool = False
    name: bool = False
    unless: tuple[str, ...] = ()


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A label in a text. `quoted`: it stands alone in quotation marks, so that it is somebody
    else's word or held at arm's length."""

    start: int
    end: int
    entry: Contested
    quoted: bool


@cache
def contested() -> tuple[Contested, ...]:
    """Give every label of the list."""
    return tuple(msgspec.convert(entry, Contested) for entry in _data()["entry"])


def labels(text: str) -> tuple[Label, ...]:
    """Find the labels in text order, the longest at each place, none inside another."""
    tokens = tokens_of(text)
    return tuple(
        _label(text, tokens, found)
        for found in _phrases().find(text, tokens)
        if not _only_mentioned(text, tokens, found)
    )


@cache
def _data() -> dict[str, Any]:
    return shipped.table("sayso.reading.framing", "contested")


@cache
def _phrases() -> Phrases[Contested]:
    return Phrases(((form, entry) for entry in contested() for form in entry.forms), _lists())


def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = _data()["lists"]
    return lists


@cache
def _guards(word: str) -> Surroundings:
    """What may stand around a label that makes it none."""
    own = next(entry.unless for entry in contested() if entry.word == word)
    return Surroundings((*_data()["guards"]["spoken_of"], *own), _lists())


def _label(text: str, tokens: Sequence[Token], found: Found[Contested]) -> Label:
    start, end = tokens[found.first].start, tokens[found.end - 1].end
    closing = _QUOTES.get(text[start - 1 : start])
    quoted = closing is not None and text[end : end + 2].lstrip(",.").startswith(closing)
    return Label(start=start, end=end, entry=found.value, quoted=quoted)


def _only_mentioned(text: str, tokens: Sequence[Token], found: Found[Contested]) -> bool:
    guarded = _guards(found.value.word).around(text, tokens, found)
    return guarded or (not found.value.name and _in_name(text, tokens, found))


def _in_name(text: str, tokens: Sequence[Token], found: Found[Contested]) -> bool:
    """Whether capitals make the label part of a name. In a headline they do so only before a
    noun that ends a name."""
    if not text[tokens[found.first].start].isupper():
        return False
    after = list(_capitals(text, tokens, found.end))
    if not frozenset(_data()["guards"]["name_words"]).isdisjoint(after):
        return True
    before = (
        found.first
        and _joins(text, tokens, found.first)
        and _capital(text, tokens[found.first - 1])
    )
    return bool(after or before) and not _is_heading(text, tokens[found.first].start)


def _capitals(text: str, tokens: Sequence[Token], at: int) -> Iterator[str]:
    """Give the words in capitals that follow, in lower case, as far as a name may reach."""
    for number in range(at, min(at + _REACH, len(tokens))):
        if not (_joins(text, tokens, number) and _capital(text, tokens[number])):
            return
        yield tokens[number].word


def _joins(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a token follows the one before it as the next word of a name may."""
    return text[tokens[at - 1].end : tokens[at].start] in (" ", "-", "’ ", "' ")


def _capital(text: str, token: Token) -> bool:
    return text[token.start].isupper()


def _is_heading(text: str, at: int) -> bool:
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[begin : end if end >= 0 else len(text)]
    longer = [token for token in tokens_of(line) if token.end - token.start >= _LONG]
    capitals = sum(_capital(line, token) for token in longer)
    return capitals >= _HEADING * len(longer)
