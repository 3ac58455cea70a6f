"""From each statement on one claim to where it comes from in the end.

A source whom a document names is an origin. An outlet that it cites is followed to that outlet's
own documents on the claim, as far as they are there; outlets that lead back to each other are a
ring with nothing known beneath. What an outlet says of its own is of unknown depth. A family of
copies says everything once, and what was withdrawn leads nowhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct

from sayso.desk.claims.proposition import Proposition
from sayso.desk.families.names import same_house
from sayso.desk.origins.voices import Voice

_COPIED: Final = 0.5
"""Share of words from which a clause of a copy is one of its root's."""

Depth = Literal["source", "described", "unknown"]


class Origin(Struct, frozen=True, kw_only=True):
    """Where statements come from. "source": somebody whom a reader could look up, a document, a
    reporter who was there. "described": somebody without a name. "unknown": an outlet, or a ring of
    them, that does not say whence it has it."""

    key: str
    label: str
    depth: Depth
    voice: Voice | None = None


class Traced(Struct, frozen=True, kw_only=True):
    """A statement with where it leads. `origin` is None for a statement with nothing beneath it:
    its report was withdrawn. `cites` is the outlet that its document has it from."""

    proposition: Proposition
    affirms: bool
    family: str
    origin: Origin | None
    cites: str | None = None
    withdrawn: bool = False


def traced(
    members: Sequence[Proposition],
    *,
    families: Mapping[str, str],
    publishers: Mapping[str, str | None],
) -> tuple[Traced, ...]:
    """Trace the statements on one claim.

    `families` gives the family of each document, `publishers` its publisher. A claim that all
    deny is the claim that it is not so, which they affirm.
    """
    return _Trail(members, families, publishers).all()


class _Trail:
    def __init__(
        self,
        members: Sequence[Proposition],
        families: Mapping[str, str],
        publishers: Mapping[str, str | None],
    ) -> None:
        self._members = members
        self._families = families
        self._publishers = publishers
        positive = [each for each in members if not each.negative]
        self._denying = {each.number for each in members if each.negative} if positive else set()
        self._withdrawn = {
            house
            for each in members
            if each.withdraws and positive and (house := publishers[each.document])
        }
        self._by_house: dict[str, list[Proposition]] = defaultdict(list)
        for each in members:
            if each.number not in self._denying and (house := publishers[each.document]):
                self._by_house[house].append(each)

    def all(self) -> tuple[Traced, ...]:
        sourced = {
            self._family(each)
            for each in self._members
            if (each.number not in self._denying and self._cited(each) != "") or _sourced(each)
        }
        return tuple(
            self._traced(each, spoken=self._family(each) in sourced) for each in self._members
        )

    def _traced(self, each: Proposition, *, spoken: bool) -> Traced:
        affirms = each.number not in self._denying
        house = self._publishers[each.document]
        gone = affirms and house in self._withdrawn
        origin = None if gone else self._origin(each, ())
        if affirms and spoken and each.voice.kind == "own" and not gone:
            # A document that gives a source does not also speak in its own voice.
            origin = self._of_family(each)
        return Traced(
            proposition=each,
            affirms=affirms,
            family=self._family(each),
            origin=origin,
            cites=self._cited(each) or None,
            withdrawn=gone,
        )

    def _family(self, each: Proposition) -> str:
        return self._families.get(each.document, each.document)

    def _cited(self, each: Proposition) -> str:
        """The outlet that a statement is had from; "" for none, a copy's own outlet being none."""
        if each.voice.kind != "outlet":
            return ""
        family = self._family(each)
        for document, other in self._families.items():
            if other == family and same_house(self._publishers.get(document), each.voice.key):
                return ""
        return each.voice.label

    def _origin(self, each: Proposition, seen: tuple[str, ...]) -> Origin | None:
        voice = self._as_in_root(each).voice
        if voice.kind == "named":
            return Origin(key=voice.key, label=voice.label, depth="source", voice=voice)
        if voice.kind == "unnamed":
            key = voice.key.replace(each.document, self._family(each), 1)
            return Origin(key=key, label=voice.label, depth="described", voice=voice)
        if cited := self._cited(each):
            return self._followed(cited, seen)
        label = self._publishers[each.document] or each.document
        return Origin(key=f"/own {self._family(each)}", label=label, depth="unknown")

    def _as_in_root(self, each: Proposition) -> Proposition:
        """The statement of its family's root that a copy repeats, where its source has no name:
        "regional police" is the agency's "the regional police". Itself if there is none."""
        family = self._family(each)
        if each.voice.kind != "unnamed" or each.document == family:
            return each
        there = [
            other
            for other in self._members
            if other.document == family
            and _sourced(other)
            and (other.number in self._denying) == (each.number in self._denying)
        ]
        like = max(there, key=lambda other: (_alike(other, each), -other.number), default=each)
        return like if _alike(like, each) >= _COPIED else each

    def _of_family(self, each: Proposition) -> Origin | None:
        """Where the sourced statements of a statement's family lead."""
        for other in self._members:
            kin = self._family(other) == self._family(each) and other.number not in self._denying
            if kin and (_sourced(other) or self._cited(other)):
                return self._origin(other, ())
        return self._origin(each, ())

    def _followed(self, outlet: str, seen: tuple[str, ...]) -> Origin | None:
        """Where an outlet has a claim from."""
        if any(same_house(outlet, house) for house in self._withdrawn):
            return None
        if any(same_house(outlet, other) for other in seen):
            ring = sorted({*seen[_first(seen, outlet) :]})
            return Origin(key=f"/ring {' '.join(ring)}", label=" and ".join(ring), depth="unknown")
        theirs = [
            each
            for house, found in self._by_house.items()
            if same_house(house, outlet)
            for each in found
        ]
        ordered = sorted(theirs, key=lambda each: (_rank(each), each.number))
        if not ordered:
            return Origin(key=f"/outlet {outlet.lower()}", label=outlet, depth="unknown")
        return self._origin(ordered[0], (*seen, outlet))


def _alike(one: Proposition, other: Proposition) -> float:
    """Share of their words that two clauses have in common."""
    every = one.stems | other.stems | one.frames | other.frames
    common = (one.stems & other.stems) | (one.frames & other.frames)
    return len(common) / len(every) if every else 1.0


def _rank(each: Proposition) -> int:
    """Whom a document names goes before whom it cites, and that before its own voice."""
    return {"named": 0, "unnamed": 1, "outlet": 2, "own": 3}[each.voice.kind]


def _sourced(each: Proposition) -> bool:
    return each.voice.kind in ("named", "unnamed")


def _first(seen: Iterable[str], outlet: str) -> int:
    return next(index for index, other in enumerate(seen) if same_house(other, outlet))
