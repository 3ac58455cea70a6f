"""Which names are one bearer's across documents.

A name stands for one bearer in all its spellings, and a short one for the only longer name of a
document nearby that has something else in common. A name that may be short for two stays alone.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from sayso.desk.origins.spelling import Parts, fullest, sounds, spelled_alike, stands_for
from sayso.reading.sourcing.nouns import is_body, is_common

REACH: Final = timedelta(days=30)
"""How far apart two documents may be for a short name in one to stand for a long one in another."""

HOLDERS: Final = 200
"""Longer names that are looked at for a short one; past that it is too common to stand for one."""


def bearers(
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


def _by_spelling(holders: Mapping[Parts, set[str]]) -> dict[Parts, str]:
    """One bearer for all the spellings of a name, called after the most usual of them."""
    alike: dict[Parts, list[Parts]] = defaultdict(list)
    for name in sorted(holders, key=lambda each: (-len(holders[each]), each)):
        alike[sounds(name)].append(name)
    found: dict[Parts, str] = {}
    for spellings in alike.values():
        heads: list[Parts] = []
        for name in spellings:
            head = next((x for x in heads if spelled_alike(x, name)), None)
            if head is None:
                heads.append(name)
            found[name] = " ".join(head or name)
    return found


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
                for sound in dict.fromkeys(sounds(name)):
                    self._sounding[sound].append(name)

    def longer(self, id_: str, name: Parts) -> str:
        """The only bearer of a longer name nearby, else the name's own. A body's bare noun, "the
        Navy", may be the only such body's of the whole desk."""
        own = self._first[name]
        longer = [
            other
            for other in self._sounding[sounds(name)[-1]][:HOLDERS]
            if self._first[other] != own and stands_for(name, other)
        ]
        near = [other for other in longer if self._near(id_, name, self._first[other])]
        bare = len(name) == 1 and is_body(name[0])
        if not near and bare and any(self._in_reach(id_, self._first[other]) for other in longer):
            near = longer
        return self._fullest(near) or own

    def _fullest(self, found: Sequence[Parts]) -> str | None:
        """The bearer of the one name that all others of these are short for."""
        full = {self._first[name] for name in fullest(found)}
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
