"""The cast of a document: what its names name, and which of them are the same.

Built once a document. A name's kind is the sum of evidence over all of its occurrences, because one
of them usually gives it away: a first name, "Mr.", an age, "Inc.".
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sayso.reading.sourcing.lexicon import terms
from sayso.reading.sourcing.names import Occurrence, occurrences
from sayso.reading.sourcing.nouns import bare, names_body, names_outlet, names_place
from sayso.records.reading import Mention
from sayso.records.text import Span

PERSON, ORGANISATION, MEDIA, PLACE, UNKNOWN = "person", "organisation", "media", "place", ""

_MENTION_TYPES = {"Person": PERSON, "Organisation": ORGANISATION, "Location": PLACE}

# What follows a name, and what it then is.
_AFTER = (
    (re.compile(r"(?:, | \()\d{2}[,)]"), PERSON, 3.0),
    (re.compile(r",? who(?:se (?:wife|husband|family|brother|son|daughter))?\b"), PERSON, 2.0),
    (re.compile(r",? which\b"), ORGANISATION, 1.0),
)
_BEFORE = re.compile(r"([\w'’-]+)[.,]? $")
_BEFORE_REACH = 30
_MODIFIES = re.compile(r" ?\w")
_INITIAL = re.compile(r" [A-Z]\.? ")
_CAPITALS = re.compile(r"[A-Z.]{2,6}")
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z-]{1,7})\)")

_DECISIVE = 4
"""Evidence from which a short name is another kind of thing than the long name it ends: one strong
sign or two hints. Below, "Bel" after "Ana Bel" stays the person."""

_LONGEST = 4
"""Words of the longest name that short forms are looked for in; longer runs are headlines."""


class Actor(Struct, frozen=True, kw_only=True):
    """One name of the document under its fullest form. `gender` is "m", "f" or ""."""

    name: str
    kind: str
    gender: str = ""


class Cast(Struct, frozen=True, kw_only=True):
    """All names of a document, in text order, and what each names."""

    occurrences: tuple[Occurrence, ...]
    actors: Mapping[str, Actor]

    def actor(self, name: str, *, gender: str = "") -> Actor | None:
        """Look a name up as it stands, then by its last word."""
        last = name.rpartition(" ")[2]
        keys = (f"{gender}:{name}", name, f"{gender}:{last}", last)
        return next((self.actors[key] for key in keys if key in self.actors), None)

    def short(self, name: str) -> Actor | None:
        """Look up a body or outlet by its last word with article: "the Ministry"."""
        return self.actors.get(f"the {name}")

    def before(self, position: int, *, reach: int) -> Iterator[Occurrence]:
        """Names that begin before a position, nearest first, at most `reach` characters back."""
        index = bisect_left(self.occurrences, position, key=lambda item: item.start) - 1
        while index >= 0 and self.occurrences[index].start >= position - reach:
            yield self.occurrences[index]
            index -= 1


def cast(text: str, *, title: str | None, mentions: Sequence[Mention]) -> Cast:
    """Find the names of a text and decide, with its headline and mentions, what they name."""
    found = tuple(occurrences(text))
    typed = {(m.start, m.end): _MENTION_TYPES[m.type] for m in mentions if m.type in _MENTION_TYPES}
    evidence: dict[str, Counter[str]] = defaultdict(Counter)
    genders: dict[str, Counter[str]] = defaultdict(Counter)
    for item in found:
        _weigh(text, item, typed, evidence[item.text])
        gender = _gender(item)
        if gender:
            genders[item.text][gender] += 1
    for item in occurrences(title or ""):
        if item.text in evidence:
            _weigh(title or "", item, {}, evidence[item.text])
    names = {
        name: Actor(
            name=name,
            kind=_kind(evidence[name]),
            gender=genders[name].most_common(1)[0][0] if name in genders else "",
        )
        for name in _ordered(found, evidence)
    }
    actors = _actors(names, evidence)
    for item in found:
        acronym = _ACRONYM.match(text, item.end)
        if acronym:
            actors[acronym.group(1)] = actors[item.text]
    return Cast(occurrences=found, actors=actors)


def _weigh(text: str, item: Occurrence, typed: Mapping[Span, str], weights: Counter[str]) -> None:
    """Add what one occurrence shows to the evidence for its name."""
    for kind, weight in (*_form(item), *_context(text, item)):
        weights[kind] += weight
    if (item.start, item.end) in typed:
        weights[typed[item.start, item.end]] += 5


def _form(item: Occurrence) -> Iterator[tuple[str, int]]:
    """What a name shows by its own words and its title."""
    if names_outlet(item.text):
        yield MEDIA, 5
    elif names_body(item.text):
        yield ORGANISATION, 4
    if names_place(item.text):
        yield PLACE, 6
    if bare(item.text.partition(" ")[0]) in terms("first_names"):
        yield PERSON, 3
    if item.title and bare(item.title.rpartition(" ")[2]) not in terms("demonyms"):
        yield PERSON, 3
    if _INITIAL.search(item.text):
        yield PERSON, 3
    if _CAPITALS.fullmatch(item.text):
        yield ORGANISATION, 2


def _context(text: str, item: Occurrence) -> Iterator[tuple[str, int]]:
    """What stands right before and after a name shows."""
    match = _BEFORE.search(text, max(0, item.start - _BEFORE_REACH), item.start)
    before = match.group(1).lower() if match and not item.title else ""
    if before in terms("persons"):
        yield PERSON, 2
    if before in terms("organisations"):
        yield ORGANISATION, 2
    if before == "the" and not _MODIFIES.match(text, item.end):
        yield ORGANISATION, 2
    for pattern, kind, weight in _AFTER:
        if pattern.match(text, item.end):
            yield kind, int(weight)


def _gender(item: Occurrence) -> str:
    for word in item.title.split():
        gender = terms("titles").get(bare(word)) or terms("persons").get(bare(word))
        if gender:
            return gender
    return terms("first_names").get(bare(item.text.partition(" ")[0]), "")


def _kind(weights: Counter[str]) -> str:
    return weights.most_common(1)[0][0] if weights else UNKNOWN


def _ordered(found: Sequence[Occurrence], evidence: Mapping[str, Counter[str]]) -> list[str]:
    """Distinct names, the surest persons of several words first, words alone last: the order
    decides whose name a surname is short for."""
    counts = Counter(item.text for item in found)

    def rank(name: str) -> tuple[bool, bool, bool, int]:
        words = name.count(" ") + 1
        return (words == 1, _kind(evidence[name]) != PERSON, words > _LONGEST, -counts[name])

    return sorted(counts, key=rank)


def _actors(names: Mapping[str, Actor], evidence: Mapping[str, Counter[str]]) -> dict[str, Actor]:
    """Index actors by name and short forms; a short form stands for the long one."""
    actors: dict[str, Actor] = {}
    for name, actor in names.items():
        longer = actors.get(name)
        if longer and _agrees(actor, longer, evidence[name]):
            continue
        actors[name] = actor
        for key in _short_forms(actor):
            actors.setdefault(key, actor)
    return actors


def _agrees(short: Actor, longer: Actor, weights: Counter[str]) -> bool:
    return short.kind in {UNKNOWN, longer.kind} or weights[short.kind] < _DECISIVE


def _short_forms(actor: Actor) -> Iterator[str]:
    words = actor.name.split()
    if not 1 < len(words) <= _LONGEST:
        return
    if actor.kind in {ORGANISATION, MEDIA}:
        yield f"the {words[-1]}"
    elif actor.kind in {PERSON, UNKNOWN}:
        for word in (words[-1], words[0]):
            yield word
            if actor.gender:
                yield f"{actor.gender}:{word}"
