"""What may be tied: the mentions of a sentence, one a head word, and the titles in it."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from sayso.knowledge.demonyms import lookup
from sayso.reading.entities.lexicon import listed, nouns, singular, words
from sayso.reading.relations.cues import named
from sayso.records.reading import Mention
from sayso.records.text import Span

TYPES = frozenset(
    "Person Organisation Location Nationality Weapon MilitaryPlatform Vehicle Quantity".split()
)
"""What a tie may have for an end, and how many of a thing there are."""

TITLE = "Title"

WIDEST = 4
"""Words in front of a title's head that may belong to it."""

LONGEST = 10
"""Words and signs of an end: what is longer has swallowed a clause with other parties in it."""

_WORD = re.compile(r"[^\W_]+(?:[’'.&][^\W_]+)*|[^\w\s]")
_OWNER = re.compile(r"['’]s?$")
_JOINS = frozenset({"of", "for", "to", "at", "in"})
_ARTICLES = frozenset({"the", "a", "an"})
_ON = frozenset({",", "and", "the", "a", "its", "their"})

VERBAL = frozenset({"arms", "trains", "finances", "backs"})
"""Types whose cues are verbs as often as nouns."""


class Word(NamedTuple):
    """A word or a sign of the text; `low` is in lower case, without a possessive ending."""

    start: int
    end: int
    low: str
    capital: bool
    owner: bool


class Node(NamedTuple):
    """One end that a tie may have.

    `span` is shown; `first`, `last`, `head`: numbers of its words in the sentence; `types`: all
    that the network takes it for; `ends`: where the mentions with this head end, in characters.
    """

    span: Span
    first: int
    last: int
    head: int
    types: tuple[str, ...]
    ends: tuple[int, ...]
    entity: str | None


def words_of(text: str, sentence: Span) -> list[Word]:
    """The words and signs of a sentence in text order."""
    found = []
    for match in _WORD.finditer(text, *sentence):
        said = match.group()
        low = _OWNER.sub("", said.lower())
        owner = low != said.lower()
        found.append(Word(*match.span(), low or said, said[0].isupper(), owner))
    return found


def nodes(mentions: Sequence[Mention], spoken: Sequence[Word]) -> list[Node]:
    """The ends that a sentence offers, in text order; `mentions` are those inside it."""
    starts = {word.start: number for number, word in enumerate(spoken)}
    by_head: dict[int, list[tuple[Mention, int, int]]] = defaultdict(list)
    for mention in mentions:
        first = starts.get(mention.start)
        if first is None or mention.type not in TYPES:
            continue
        last = first
        while last + 1 < len(spoken) and spoken[last + 1].start < mention.end:
            last += 1
        if last - first >= LONGEST:
            continue
        by_head[_head(spoken, first, last)].append((mention, first, last))
    found = [_node(spoken, group, head) for head, group in by_head.items()]
    found.extend(_peoples(spoken, by_head.keys()))
    return sorted([*found, *_titles(spoken, found)])


def _peoples(spoken: Sequence[Word], heads: Container[int]) -> Iterator[Node]:
    """A people's name that is half of a compound: the "Iranian" of "Iranian-backed"."""
    for number, word in enumerate(spoken[:-1]):
        if word.capital and spoken[number + 1].low == "-" and number not in heads:
            said = spoken[number]
            if lookup(said.low.capitalize()):
                span = (said.start, said.end)
                yield Node(span, number, number, number, ("Nationality",), (said.end,), None)


def _head(spoken: Sequence[Word], first: int, last: int) -> int:
    """The last word before what follows a noun: a preposition, a comma, a relative clause."""
    at = first
    while at < last and spoken[at].low in _ARTICLES:
        at += 1
    for number in range(at + 1, last + 1):
        low = spoken[number].low
        if spoken[number - 1].low == "-":
            continue
        if low in words("heads", "after") or low == "and" or low in ",(;:":
            return number - 1
    return last - 1 if last > at and _is_verb(spoken, last) else last


def _is_verb(spoken: Sequence[Word], last: int) -> bool:
    """Whether a name's last word begins a list of verbs: "the Harbour Force arms, trains"."""
    word = spoken[last]
    return (
        not word.capital
        and spoken[last - 1].capital
        and any(kind in VERBAL for kind in named(word.low))
        and spoken[last + 1 : last + 2] != []
        and spoken[last + 1].low in _ON
    )


def _node(spoken: Sequence[Word], group: Sequence[tuple[Mention, int, int]], head: int) -> Node:
    best, first, last = max(group, key=lambda each: (each[0].confidence, each[2] - each[1]))
    known = (each[0].entity for each in group if each[0].entity is not None)
    cut = last == head + 1 and _is_verb(spoken, last)
    return Node(
        span=(best.start, spoken[head].end if cut else best.end),
        first=first,
        last=head if cut else last,
        head=head,
        types=tuple(sorted({each[0].type for each in group})),
        ends=tuple(sorted({each[0].end for each in group})),
        entity=best.entity or next(known, None),
    )


def _titles(spoken: Sequence[Word], found: Sequence[Node]) -> Iterator[Node]:
    """Posts as they are named: "House Speaker", "spokesman for the Harbour Council"."""
    opening: dict[int, int] = {}
    for node in found:
        opening[node.first] = max(node.last, opening.get(node.first, 0))
    names = {node.head for node in found if "Person" in node.types and spoken[node.head].capital}
    number = 0
    while number < len(spoken):
        if not _is_post(spoken[number].low) or number in names:
            number += 1
            continue
        last = number
        while last + 1 < len(spoken) and _is_post(spoken[last + 1].low) and last + 1 not in names:
            last += 1
        first = number
        while first > max(0, number - WIDEST) and _modifies(spoken[first - 1]):
            first -= 1
        end = last
        if last + 1 < len(spoken) and spoken[last + 1].low in _JOINS:
            after = last + 2
            if after < len(spoken) and spoken[after].low in _ARTICLES and after not in opening:
                after += 1
            end = opening.get(after, last)
            while spoken[end].owner and end + 1 in opening:
                end = opening[end + 1]
        span = (spoken[first].start, spoken[end].end)
        yield Node(span, first, end, last, (TITLE,), tuple({spoken[last].end, span[1]}), None)
        number = end + 1


def _modifies(word: Word) -> bool:
    return word.low in listed("qualifiers") or (
        word.capital and word.low not in _ARTICLES and word.low not in listed("address")
    )


def _is_post(low: str) -> bool:
    one = singular(low)
    noun = nouns().get(one)
    return (noun is not None and noun.sort == "person" and one in listed("posts")) or one in listed(
        "titles"
    )
