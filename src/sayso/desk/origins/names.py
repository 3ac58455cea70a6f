"""Whose names stand in each document, and what each bearer is called and is.

Within a document a short name stands for the longer one that it begins or ends; `bearers` tells
which names are one bearer's across documents.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from sayso.desk.families.moments import LATEST, moment
from sayso.desk.origins.bearers import bearers
from sayso.desk.origins.named import Named, named
from sayso.desk.origins.spelling import Parts, fullest, parts, stands_for
from sayso.reading.sourcing.nouns import names_body
from sayso.records.reading import Analysis


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

    Linear in the documents: of a name that very many share no more than bearers.HOLDERS are looked
    at.
    """
    found = _sure(
        {each.id: named(each) for each in analyses}, {each.id: each.text for each in analyses}
    )
    places = _places(found.values())
    full = {id_: _lengthened(uses, places) for id_, uses in found.items()}
    dates = {each.id: moment(each.published) or LATEST for each in analyses}
    countries = {each.id: _countries(each) for each in analyses}
    whose = bearers(full, dates, places, countries)
    known = {
        id_: {short: whose[id_][long] for short, long in each.items()} for id_, each in full.items()
    }
    uses = {
        id_: tuple(
            Use(
                start=use.start,
                end=use.end,
                bearer=known[id_][parts(use.text)],
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
        bodies=_bodies(found, known),
        places=located,
        scene={
            id_: first
            for id_, each in uses.items()
            if (first := next((use.bearer for use in each if use.bearer in located), None))
        },
        published={each.id: located & set(parts(each.publisher or "")) for each in analyses},
        documents=Counter(b for each in uses.values() for b in {use.bearer for use in each}),
        known=known,
    )


def _bodies(
    found: Mapping[str, tuple[Named, ...]], known: Mapping[str, Mapping[Parts, str]]
) -> frozenset[str]:
    """The bearers that are no persons, by how their names are built and stand."""
    votes: Counter[str] = Counter()
    for id_, uses in found.items():
        for use in uses:
            bearer = known[id_][parts(use.text)]
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
        full = fullest(longer)
        long[short] = full[0] if len(full) == 1 else short
    return long


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
