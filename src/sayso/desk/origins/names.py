"""Whose names stand in each document, and which names are one bearer's across documents.

Within a document a short name stands for the longer one that it begins or ends. Across documents a
name stands for one bearer in all its spellings, and a short one for the only longer name of a
document nearby that has something else in common. A name that may be short for two stays alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from msgspec import Struct

from sayso.desk.families.moments import LATEST, moment
from sayso.desk.origins.named import Named, named
from sayso.knowledge.names import plain, skeleton
from sayso.reading.sourcing.nouns import is_body, is_common, names_body
from sayso.records.reading import Analysis

REACH: Final = timedelta(days=30)
"""How far apart two documents may be for a short name in one to stand for a long one in another."""

HOLDERS: Final = 200
"""Longer names that are looked at for a short one; past that it is too common to stand for one."""

ALIKE: Final = 0.6
"""Share of letters that two spellings of one name have in common at least."""

_TELLING = 4
"""Consonants from which one word in two spellings is one name."""

_ARTICLES = frozenset("al el ul ad ar as ash at an az ed er es esh et en ez the".split())

Parts = tuple[str, ...]


class Use(Struct, frozen=True, kw_only=True):
    """One place where a name stands. `bearer` is the same wherever it is the same bearer's."""

    start: int
    end: int
    bearer: str
    place: bool = False


class Names(Struct, frozen=True, kw_only=True):
    """The names in a set of documents: their uses in text order, what each bearer is called most
    fully, how many documents name it, who goes by which plain name in a document, and which bearers
    are no persons: they take an article or are built like a body's name. `published` are the places
    that each document's publisher is called after, `scene` the one that each speaks of first."""

    uses: Mapping[str, tuple[Use, ...]]
    called: Mapping[str, str]
    documents: Mapping[str, int]
    known: Mapping[str, Mapping[Parts, str]]
    bodies: frozenset[str]
    places: frozenset[str]
    published: Mapping[str, frozenset[str]]
    scene: Mapping[str, str]

    @property
    def things(self) -> frozenset[str]:
        """The bearers that are no persons."""
        return self.bodies | self.places

    def within(self, document: str, start: int, end: int) -> Iterator[Use]:
        """Give the uses inside a stretch of a document."""
        return (use for use in self.uses[document] if start <= use.start and use.end <= end)

    def bearer(self, document: str, name: str) -> str | None:
        """Whose name this is in a document, if it is anybody's there."""
        return self.known[document].get(parts(name))


def names(analyses: Sequence[Analysis]) -> Names:
    """Find the names of documents and their bearers.

    Linear in the documents: of a name that very many share no more than HOLDERS are looked at.
    """
    found = _sure(
        {each.id: named(each) for each in analyses}, {each.id: each.text for each in analyses}
    )
    places = _places(found.values())
    full = {id_: _lengthened(uses, places) for id_, uses in found.items()}
    dates = {each.id: moment(each.published) or LATEST for each in analyses}
    countries = {each.id: _countries(each) for each in analyses}
    bearers = _bearers(full, dates, places, countries)
    uses = {
        id_: tuple(
            Use(
                start=use.start,
                end=use.end,
                bearer=bearers[id_][full[id_][parts(use.text)]],
                place=parts(use.text) in places,
            )
            for use in each
        )
        for id_, each in found.items()
    }
    located = frozenset(use.bearer for each in uses.values() for use in each if use.place)
    return Names(
        uses=uses,
        called=_called(uses, {each.id: each.text for each in analyses}),
        bodies=_bodies(found, bearers, full),
        places=located,
        scene={
            id_: first
            for id_, each in uses.items()
            if (first := next((use.bearer for use in each if use.bearer in located), None))
        },
        published={each.id: located & set(parts(each.publisher or "")) for each in analyses},
        documents=Counter(b for each in uses.values() for b in {use.bearer for use in each}),
        known={
            id_: {short: bearers[id_][long] for short, long in each.items()}
            for id_, each in full.items()
        },
    )


@lru_cache(maxsize=100_000)
def parts(name: str) -> Parts:
    """The plain words of a name without articles; all of them where there is nothing else."""
    every = tuple(plain(name).split())
    return tuple(word for word in every if word not in _ARTICLES) or every


def _bodies(
    found: Mapping[str, tuple[Named, ...]],
    bearers: Mapping[str, Mapping[Parts, str]],
    full: Mapping[str, Mapping[Parts, Parts]],
) -> frozenset[str]:
    votes: Counter[str] = Counter()
    for id_, uses in found.items():
        for use in uses:
            bearer = bearers[id_][full[id_][parts(use.text)]]
            votes[bearer] += 2 if use.articled or names_body(use.text) else -1
    # "The" before one use in three is enough: a person's name takes none.
    return frozenset(bearer for bearer, vote in votes.items() if vote >= 0)


def _sure(
    found: Mapping[str, tuple[Named, ...]], texts: Mapping[str, str]
) -> dict[str, tuple[Named, ...]]:
    """Leave out words that are capital only because they begin a sentence."""
    seen = {
        word for uses in found.values() for use in uses if not use.opens for word in parts(use.text)
    }
    return {
        id_: tuple(
            use
            for use in uses
            if parts(use.text)
            and not (
                use.opens
                and (parts(use.text)[0] not in seen or f" {use.text.lower()}" in texts[id_])
            )
        )
        for id_, uses in found.items()
    }


def _places(found: Iterable[tuple[Named, ...]]) -> set[Parts]:
    """The names that stand for a place more often than not."""
    votes: Counter[Parts] = Counter()
    for uses in found:
        for use in uses:
            votes[parts(use.text)] += 1 if use.place else -1
    return {name for name, vote in votes.items() if vote >= 0}


def _countries(analysis: Analysis) -> set[str]:
    """The countries of the places in a document, in a form that is no name."""
    return {f"/{place.country}" for place in analysis.places or () if place.country}


def _lengthened(uses: Iterable[Named], places: set[Parts]) -> dict[Parts, Parts]:
    """Each name of a document, and the longer one there that it stands for, else itself."""
    every = dict.fromkeys(parts(use.text) for use in uses)
    long: dict[Parts, Parts] = {}
    for short in every:
        longer = [] if short in places else [each for each in every if stands_for(short, each)]
        fullest = [one for one in longer if all(one == x or stands_for(x, one) for x in longer)]
        long[short] = fullest[0] if len(fullest) == 1 else short
    return long


def stands_for(short: Parts, long: Parts) -> bool:
    """Whether a name begins or ends a longer one, or is its first and last words."""
    if not 0 < len(short) < len(long):
        return False
    ours, theirs = _sounds(short), _sounds(long)
    ends = theirs[-len(ours) :] == ours or theirs[: len(ours)] == ours
    return ends or (len(ours) > 1 and (ours[0], ours[-1]) == (theirs[0], theirs[-1]))


@lru_cache(maxsize=100_000)
def _sounds(name: Parts) -> Parts:
    """Each word's first letter and consonants in forgiving spelling, plurals as singulars."""
    return tuple(word[:1] + _consonants(word.removesuffix("s")) for word in name)


def _consonants(word: str) -> str:
    return skeleton(word).replace("a", "").replace("y", "").replace("d", "t") or word


def spelled_alike(one: Parts, other: Parts) -> bool:
    """Whether two names are spellings of one: the same consonants and most of the letters."""
    if one == other:
        return True
    sounds = _sounds(one)
    if sounds != _sounds(other) or (len(one) == 1 and len(sounds[0]) < _TELLING):
        return False
    return SequenceMatcher(None, " ".join(one), " ".join(other)).ratio() >= ALIKE


def _bearers(
    full: Mapping[str, Mapping[Parts, Parts]],
    dates: Mapping[str, datetime],
    places: set[Parts],
    countries: Mapping[str, set[str]],
) -> dict[str, dict[Parts, str]]:
    """Whose each document's full names are: by spelling, then by longer names nearby."""
    holders: dict[Parts, set[str]] = defaultdict(set)
    for id_, each in full.items():
        for name in each.values():
            holders[name].add(id_)
    first = _by_spelling(holders)
    nearby = _Nearby(full, first, dates, places, countries)
    return {
        id_: {
            name: first[name] if name in places else nearby.longer(id_, name)
            for name in dict.fromkeys(each.values())
        }
        for id_, each in full.items()
    }


class _Nearby:
    """Finds the bearer that a short name of a document stands for in documents nearby."""

    def __init__(
        self,
        full: Mapping[str, Mapping[Parts, Parts]],
        first: Mapping[Parts, str],
        dates: Mapping[str, datetime],
        places: set[Parts],
        countries: Mapping[str, set[str]],
    ) -> None:
        self._first = first
        self._dates = dates
        self._has = {
            id_: countries[id_] | {first[name] for name in each.values()}
            for id_, each in full.items()
        }
        self._where: dict[str, list[str]] = defaultdict(list)
        for id_, each in sorted(full.items()):
            for bearer in {first[name] for name in each.values()}:
                self._where[bearer].append(id_)
        self._sounding: dict[str, list[Parts]] = defaultdict(list)
        for name in sorted(first, key=lambda each: (len(each), each)):
            if name not in places and len(name) > 1:
                for sound in dict.fromkeys(_sounds(name)):
                    self._sounding[sound].append(name)

    def longer(self, id_: str, name: Parts) -> str:
        """The only bearer of a longer name nearby, else the name's own. A body's bare noun, "the
        Navy", may be the only such body's of the whole desk."""
        own = self._first[name]
        longer = [
            other
            for other in self._sounding[_sounds(name)[-1]][:HOLDERS]
            if self._first[other] != own and stands_for(name, other)
        ]
        near = [other for other in longer if self._near(id_, name, self._first[other])]
        bare = len(name) == 1 and is_body(name[0])
        if not near and bare and any(self._in_reach(id_, self._first[other]) for other in longer):
            near = longer
        return self._fullest(near) or own

    def _fullest(self, found: Sequence[Parts]) -> str | None:
        """The bearer of the one name that all others of these are short for."""
        full = {
            self._first[name]
            for name in found
            if all(name == x or stands_for(x, name) for x in found)
        }
        return next(iter(full)) if len(full) == 1 else None

    def _in_reach(self, id_: str, bearer: str) -> bool:
        return any(
            abs(self._dates[id_] - self._dates[there]) <= REACH
            for there in self._where[bearer][:HOLDERS]
        )

    def _near(self, id_: str, name: Parts, bearer: str) -> bool:
        """Whether a document that names a bearer is close in time, and in what it is about unless
        the name says enough: "Harbour Board" and a rare surname do, "Board" does not."""
        telling = len(name) > 1 or not (is_body(name[0]) or is_common(name[0]))
        apart = {self._first[name], bearer}
        return any(
            abs(self._dates[id_] - self._dates[there]) <= REACH
            and (telling or bool((self._has[id_] & self._has[there]) - apart))
            for there in self._where[bearer][:HOLDERS]
            if there != id_
        )


def _by_spelling(holders: Mapping[Parts, set[str]]) -> dict[Parts, str]:
    """One bearer for all the spellings of a name, called after the most usual of them."""
    alike: dict[Parts, list[Parts]] = defaultdict(list)
    for name in sorted(holders, key=lambda each: (-len(holders[each]), each)):
        alike[_sounds(name)].append(name)
    bearers: dict[Parts, str] = {}
    for spellings in alike.values():
        heads: list[Parts] = []
        for name in spellings:
            head = next((x for x in heads if spelled_alike(x, name)), None)
            if head is None:
                heads.append(name)
            bearers[name] = " ".join(head or name)
    return bearers


def _called(uses: Mapping[str, Iterable[Use]], texts: Mapping[str, str]) -> dict[str, str]:
    """The fullest and most usual way in which each bearer is called."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for id_, each in uses.items():
        for use in each:
            counts[use.bearer][" ".join(texts[id_][use.start : use.end].split())] += 1
    return {
        bearer: min(said, key=lambda name: (-len(parts(name)), name.isupper(), -said[name], name))
        for bearer, said in counts.items()
    }
