"""What can be told of a mention by itself: kind, head, number, gender, sort, where it stands."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.knowledge.names import plain
from sayso.reading.entities import lexicon
from sayso.reading.entities.agreement import definite_of, gender_of, number_of
from sayso.reading.entities.kinds import Kind, kind_of, sort_of
from sayso.reading.entities.known import actors_called
from sayso.reading.entities.lexicon import Sort, nouns, pronouns
from sayso.reading.entities.mention_words import is_determiner, mention_words
from sayso.reading.entities.scene import Scene, scene_of
from sayso.reading.entities.shown import names_an_office, shown
from sayso.records.reading import Mention
from sayso.records.text import Span

_AROUND = 40
"""Characters before and after a mention in which the words beside it are looked for."""


class Profile(NamedTuple):
    """One mention as coreference sees it.

    `at`: which mention it is, in text order. `words`: lower case, without determiner and
    possessive. `head`: the singular head noun, or the last word of a name. `name`: the plain
    name, "" for what is none. `gender`: m, f, n or e (either). `number`: s, p or e. `sentence`,
    `paragraph`: which one. `quoted`: the number of the quotation it stands in, 0 outside.
    `inside`: the innermost mention around it, -1 for none. `before`, `after`: the words beside
    it, lower case, "" across a mark. `known`: the ids of actors whose full name or alias it is.
    """

    at: int
    span: Span
    type: str
    kind: Kind
    sort: Sort
    words: tuple[str, ...]
    head: str
    name: str
    number: str
    gender: str
    person: int
    definite: str
    sentence: int
    paragraph: int
    quoted: int
    inside: int
    first: bool
    before: str
    after: str
    known: frozenset[str]


def profiles(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Span]
) -> tuple[Profile, ...]:
    """A profile for each mention. `mentions` are sorted by position, the outer one first."""
    scene = scene_of(text, sentences)
    found: list[Profile] = []
    around: list[int] = []
    last_sentence = -1
    for index, mention in enumerate(mentions):
        while around and found[around[-1]].span[1] < mention.end:
            around.pop()
        one = _profile(text, index, mention, scene, around[-1] if around else -1)
        found.append(one._replace(first=one.sentence != last_sentence))
        last_sentence = one.sentence
        around.append(index)
    return tuple(found)


def _profile(text: str, index: int, mention: Mention, scene: Scene, inside: int) -> Profile:
    start, end = mention.start, mention.end
    words = mention_words(text[start:end])
    low = words.low
    cut = words.cut
    kind = kind_of(mention.type, words, scene, opens=scene.opens(start))
    if mention.type == "Person" and kind == "nominal" and names_an_office(words.text):
        kind, cut = "name", len(low)
    lead = low[0] if low else ""
    head = low[cut - 1] if low else words.text.lower()
    single = head if kind in ("name", "pronoun") else lexicon.singular(head)
    pronoun = pronouns().get(low[0]) if kind == "pronoun" else None
    noun = nouns().get(single)
    sort = sort_of(mention.type, kind, noun.sort if noun else "unknown", single)
    named = kind in ("name", "demonym", "value")
    called = shown(words.text, person=mention.type == "Person") if named else ""
    return Profile(
        at=index,
        span=(start, end),
        type=mention.type,
        kind=kind,
        sort=sort,
        words=tuple(low[1:] if is_determiner(lead) and len(low) > 1 else low),
        head=single,
        name=plain(called),
        number=pronoun.number if pronoun else number_of(kind, words),
        gender=pronoun.gender
        if pronoun
        else gender_of(low, plain(called), sort, noun.gender if noun else ""),
        person=pronoun.person if pronoun else 3,
        definite=definite_of(lead, words.text),
        sentence=scene.sentence(start),
        paragraph=scene.paragraph(start),
        quoted=scene.quoted(start),
        inside=inside,
        first=False,
        before=_last_word(text[max(0, start - _AROUND) : start]),
        after=_first_word(text[end : end + _AROUND]),
        known=actors_called(called, person=sort == "person") if kind == "name" else frozenset(),
    )


def _last_word(before: str) -> str:
    found = re.search(r"([\w'’.-]+)\s*$", before)
    return found[1].lower() if found else ""


def _first_word(after: str) -> str:
    found = re.match(r"\s*(['’]s\b|[\w'’-]+)", after)
    return found[1].lower() if found else ""
