"""Which publishers are outlets, and which are a party that speaks for itself.

A publisher is taken for an outlet unless something speaks against it: it is called after a party,
what it publishes is headed as a party's paper is ("Statement", "Communiqué"), or it is a body by
its name. Monitors and projects are both: those that quote people are outlets so far.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from sayso.desk.claims.words import folded
from sayso.desk.origins.listed import listed, pattern
from sayso.desk.origins.names import Names
from sayso.desk.origins.source_words import label
from sayso.desk.origins.spelling import parts
from sayso.reading.sourcing.nouns import is_name, names_body, names_outlet
from sayso.records.reading import Analysis

_SURE: Final = 0.4
"""Confidence from which an attribution shows that a publisher passes on what others say."""


class Outlets(Struct, frozen=True, kw_only=True):
    """Who publishes the documents of a desk. `houses`: the name of each outlet by its plain name;
    `parties`: the bearer that a publisher is, where it is no outlet. `opening`: the plain names of
    outlets by their first word."""

    houses: Mapping[tuple[str, ...], str]
    parties: Mapping[str, str]
    opening: Mapping[str, tuple[tuple[str, ...], ...]]

    def within(self, said: str) -> str | None:
        """The outlet of the desk whose name stands in some words."""
        words = parts(said)
        for at, word in enumerate(words):
            for key in self.opening.get(word, ()):
                if words[at : at + len(key)] == key:
                    return self.houses[key]
        return None

    def called(self, name: str) -> str | None:
        """The outlet that goes by a name: one of the desk's, else what is built like one."""
        key = parts(name)
        if key in self.houses:
            return self.houses[key]
        return " ".join(name.split()) if is_outlet(name) else None


def outlets(analyses: Sequence[Analysis], names: Names) -> Outlets:
    """Tell outlets from parties, by what they are called and by who is named in other documents."""
    houses: dict[tuple[str, ...], str] = {}
    parties: dict[str, str] = {}
    published: dict[str, list[Analysis]] = defaultdict(list)
    for each in analyses:
        if each.publisher:
            published[each.publisher].append(each)
    for publisher, documents in sorted(published.items()):
        party = _party(publisher, documents, names)
        if party:
            parties[publisher] = party
        else:
            houses[parts(publisher)] = publisher
            houses.setdefault(_without_kind(parts(publisher)), publisher)
    opening: dict[str, list[tuple[str, ...]]] = {}
    for key in houses:
        opening.setdefault(key[0], []).append(key)
    return Outlets(
        houses=houses,
        parties=parties,
        opening={
            first: tuple(sorted(keys, key=len, reverse=True)) for first, keys in opening.items()
        },
    )


def is_outlet(name: str) -> bool:
    """Whether words are a name that is built like an outlet's."""
    if not is_name(name.split()):
        return False
    words = [folded(word) for word in name.split()]
    named = len(words) > 1 and (
        words[-1] in listed("outlets")
        or words[0] in listed("outlet_openings")
        or not listed("outlet_middles").isdisjoint(words)
    )
    return named or names_outlet(name)


def _party(publisher: str, documents: Sequence[Analysis], names: Names) -> str | None:
    """Whose paper a publisher is: the party that it is called after, or itself if it is a body."""
    words = parts(publisher)
    own = " ".join(words)
    inside = [
        bearer
        for bearer in (
            " ".join(words[i:j]) for i in range(len(words)) for j in range(i + 2, len(words) + 1)
        )
        if bearer in names.bodies and bearer != own and not is_outlet(names.called[bearer])
    ]
    if inside:
        return max(inside, key=lambda bearer: (names.documents[bearer], len(bearer)))
    if is_outlet(publisher):
        return None
    if any(pattern("partys_paper").search(each.title or "") for each in documents):
        return own
    gathers = words[-1] in listed("gatherers")
    if names_body(publisher) and not gathers:
        return own
    body = gathers or own in names.bodies
    return own if body and not _passes_on(documents, words) else None


def _passes_on(documents: Iterable[Analysis], publisher: Sequence[str]) -> bool:
    """Whether documents give somebody else than their publisher as a source."""
    return any(
        said and not pattern("no_other").match(said) and set(parts(said)).isdisjoint(publisher)
        for each in documents
        for item in each.attributions or ()
        if item.confidence >= _SURE
        for start, end in item.source[:1]
        if (said := label(each.text[start:end]))
    )


def _without_kind(name: tuple[str, ...]) -> tuple[str, ...]:
    """What an outlet goes by where its kind is left out: "Dunes & Docks" for "Dunes & Docks
    blog"."""
    return name[:-1] if len(name) > 2 and name[-1] in listed("outlet_kinds") else name  # noqa: PLR2004
