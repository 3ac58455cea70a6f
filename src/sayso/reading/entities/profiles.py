"""What can be told of a mention by itself: kind, head, number, gender, sort, where it stands."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sayso.knowledge.actors.spelling import titles
from sayso.knowledge.names import plain
from sayso.reading.clauses import WORD
from sayso.reading.entities import lexicon
from sayso.reading.entities.known import actors_called
from sayso.reading.entities.lexicon import (
    Sort,
    first_names,
    listed,
    nouns,
    pronoun_set,
    pronouns,
)
from sayso.reading.entities.shown import names_an_office, shown
from sayso.records.reading import Mention
from sayso.records.text import Span

Kind = Literal["pronoun", "name", "nominal", "demonym", "value"]

_SORTS: dict[str, Sort] = {
    "Person": "person", "Organisation": "group", "Location": "place", "Weapon": "thing",
    "MilitaryPlatform": "thing", "Vehicle": "thing", "DocumentReference": "thing",
}  # fmt: skip
_VALUES = frozenset(
    ["Temporal", "Quantity", "Money", "CommsIdentifier", "Url", "Coordinate", "Frequency"]
)
_AROUND = 40
"""Characters before and after a mention in which the words beside it are looked for."""
_MALE, _FEMALE = (
    frozenset(["mr", "sir", "king", "prince", "lord"]),
    frozenset(["mrs", "ms", "miss", "lady", "queen", "princess", "dame"]),
)
_NATIONS = frozenset(["us", "u.s", "british"])
"""Adjectives among titles that are names when they stand alone."""
_QUOTE = re.compile("[\"“”«»]|``|''")
_JOINED = re.compile(r"\s(?:and|or|&)\s")


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


class _Said(NamedTuple):
    """The words of a mention as written and in lower case; the head ends before `cut`."""

    text: str
    raw: list[str]
    low: list[str]
    cut: int


class Scene(NamedTuple):
    """Where sentences and paragraphs begin and quotation marks stand, for look-up by bisection;
    the words that the text has in small letters, and with a capital inside a sentence."""

    sentences: Sequence[int]
    paragraphs: Sequence[int]
    quotes: Sequence[int]
    lowered: frozenset[str]
    raised: frozenset[str]


def profiles(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Span]
) -> tuple[Profile, ...]:
    """A profile for each mention. `mentions` are sorted by position, the outer one first."""
    scene = Scene(
        [start for start, _ in sentences],
        [0, *(found.end() for found in re.finditer(r"\n+", text))],
        [found.start() for found in _QUOTE.finditer(text)],
        frozenset(re.findall(r"\b[a-z]{3,}\b", text)),
        frozenset(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b", text)),
    )
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
    said = text[start:end]
    raw = [found[0] for found in WORD.finditer(said)]
    low = [word.lower().replace("’", "'").removesuffix("'s").rstrip("'") for word in raw]
    cut = _head_end(said, low)
    words = _Said(said, raw, low, cut)
    starts_sentence = start in scene.sentences[bisect_right(scene.sentences, start) - 1 :][:1]
    kind = _kind(mention.type, words, scene, opens=starts_sentence)
    if mention.type == "Person" and kind == "nominal" and names_an_office(said):
        kind, cut = "name", len(low)
    lead = low[0] if low else ""
    head = low[cut - 1] if low else said.lower()
    single = head if kind in ("name", "pronoun") else lexicon.singular(head)
    pronoun = pronouns().get(low[0]) if kind == "pronoun" else None
    noun = nouns().get(single)
    sort = _sort(mention.type, kind, noun.sort if noun else "unknown", single)
    named = kind in ("name", "demonym", "value")
    called = shown(said, person=mention.type == "Person") if named else ""
    return Profile(
        at=index,
        span=(start, end),
        type=mention.type,
        kind=kind,
        sort=sort,
        words=tuple(low[1:] if _is_determiner(lead) and len(low) > 1 else low),
        head=single,
        name=plain(called),
        number=pronoun.number if pronoun else _number(kind, words),
        gender=pronoun.gender
        if pronoun
        else _gender(low, plain(called), sort, noun.gender if noun else ""),
        person=pronoun.person if pronoun else 3,
        definite=_definite(lead, said),
        sentence=bisect_right(scene.sentences, start) - 1,
        paragraph=bisect_right(scene.paragraphs, start) - 1,
        quoted=_quoted(scene, start),
        inside=inside,
        first=False,
        before=_last_word(text[max(0, start - _AROUND) : start]),
        after=_first_word(text[end : end + _AROUND]),
        known=actors_called(called, person=sort == "person") if kind == "name" else frozenset(),
    )


def _head_end(said: str, low: list[str]) -> int:
    """How many words go up to the head of the phrase."""
    stops = lexicon.words("heads", "after")
    comma = said.find(",")
    limit = len(WORD.findall(said[:comma])) if comma > 0 else len(low)
    for at in range(1, min(limit, len(low))):
        if low[at] in stops and not (at == 1 and _is_determiner(low[0])):
            return at
    return max(1, min(limit, len(low)))


def _kind(type_: str, said: _Said, scene: Scene, *, opens: bool) -> Kind:
    _, raw, low, cut = said
    if len(low) == 1 and low[0] in pronouns() and not _is_acronym(raw[0]):
        return "pronoun"
    if type_ in _VALUES:
        return "value"
    if type_ == "Nationality":
        return "demonym"
    if not raw:
        return "value"
    head = raw[cut - 1]
    capital = _is_capital(head) or (head[:1].isdigit() and any(w[:1].isupper() for w in raw[:cut]))
    if capital and cut == 1 and opens and _is_plain_word(head, scene):
        capital = False
    if type_ == "Person" and len(raw) > 1 and (noun := nouns().get(head.lower())):
        capital = capital and noun.sort != "person"
    posts = titles() - _NATIONS
    if capital and all(word in posts or _is_determiner(word) for word in low[:cut]):
        capital = False
    return "name" if capital else "nominal"


def _is_acronym(word: str) -> bool:
    """Whether capitals make a pronoun a name: "US". "I" is one letter."""
    return len(word) > 1 and word.isupper()


def _is_capital(head: str) -> bool:
    """Whether a word is written as a name; an article before it may be small: "al-Rawdani"."""
    article, hyphen, rest = head.partition("-")
    bare_word = rest if hyphen and article in listed("articles") else head
    return bare_word[:1].isupper()


def _is_plain_word(head: str, scene: Scene) -> bool:
    """Whether a word owes its capital to the sentence that it begins: the text has it small, or
    it is a noun for a kind of body that the text nowhere else has with a capital."""
    if head.lower() in scene.lowered:
        return True
    noun = nouns().get(lexicon.singular(head.lower()))
    return noun is not None and noun.sort == "group" and head not in scene.raised


def _sort(type_: str, kind: Kind, sort: Sort, head: str) -> Sort:
    if kind == "pronoun":
        if head in ("where", "here", "there"):
            return "place"
        return "person" if pronouns()[head].gender in "mf" or head in ("who", "i") else "unknown"
    if type_ in _SORTS:
        return _SORTS[type_]
    if type_ in _VALUES:
        return "thing"
    return sort


def _number(kind: Kind, words: _Said) -> str:
    said, raw, low, cut = words
    lead, head = (low[0], low[cut - 1]) if low else ("", "")
    if _JOINED.search(said) and kind == "nominal":
        return "p"
    if kind == "name":
        return "e" if lexicon.is_plural(head) else "s"
    if kind == "demonym":
        return "e"
    if lead in pronoun_set("plural") or (raw and raw[0].isdigit() and raw[0] != "1" and cut > 1):
        return "p"
    if lexicon.is_plural(head):
        return "p"
    return "s"


def _gender(low: list[str], name: str, sort: Sort, noun: str) -> str:
    if sort in ("place", "group", "thing"):
        return "n"
    if set(low[:2]) & _MALE:
        return "m"
    if set(low[:2]) & _FEMALE:
        return "f"
    if noun:
        return noun
    first = name.split(" ", 1)[0] if name else ""
    return first_names().get(first, "e") if " " in name else "e"


def _definite(lead: str, said: str) -> str:
    if lead in pronoun_set("definite"):
        return "the" if lead == "the" else "this"
    if lead in pronoun_set("possessive") or re.match(r"\S+(?:['’]s|s['’])\s", said):
        return "whose"
    if lead in pronoun_set("indefinite") or lead[:1].isdigit():
        return "a"
    return "bare"


def _quoted(scene: Scene, start: int) -> int:
    number = bisect_right(scene.quotes, start)
    return number if number % 2 else 0


def _is_determiner(word: str) -> bool:
    return (
        word in pronoun_set("definite") or word in ("a", "an") or word in pronoun_set("possessive")
    )


def _last_word(before: str) -> str:
    found = re.search(r"([\w'’.-]+)\s*$", before)
    return found[1].lower() if found else ""


def _first_word(after: str) -> str:
    found = re.match(r"\s*(['’]s\b|[\w'’-]+)", after)
    return found[1].lower() if found else ""
