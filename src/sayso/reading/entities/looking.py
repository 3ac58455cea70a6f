"""Which earlier mentions a mention may go back to: a bounded list, so that time is linear."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from sayso.reading.entities.names import keys
from sayso.reading.entities.profiles import Profile

WINDOW = {"pronoun": 24, "nominal": 14, "name": 6, "demonym": 4, "value": 4}
"""Mentions just before that are looked at, by kind. Swept on gum.train (12, 24, 48 for pronouns):
of the antecedents of pronouns 97 % lie within 24."""

_REACH = 6
"""Sentences that a pronoun looks back over, itself not counted."""
_THIRD = 3
_PER_KEY = 3
"""Latest mentions of the same head or the same word of a name that are looked at, however far."""


class Memory:
    """What was mentioned so far, filed under what may call it up again.

    Invariant: every list holds at most `_PER_KEY` of the latest indices, so a look costs the same
    at the end of a book as on its first page.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._filed: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_PER_KEY))

    def look(self, one: Profile, found: Sequence[Profile]) -> list[int]:
        """The indices of candidates, the nearest first; never one that `one` stands in."""
        wanted: set[int] = set()
        for index in range(one.at - 1, max(-1, one.at - 1 - WINDOW[one.kind]), -1):
            if one.kind == "pronoun" and one.sentence - found[index].sentence > _REACH:
                break
            wanted.add(index)
        for key in self._keys(one):
            wanted.update(self._filed.get(key, ()))
        return sorted(wanted, reverse=True)

    def file(self, one: Profile) -> None:
        """Remember a mention."""
        for key in self._keys(one):
            self._filed[key].append(one.at)

    def _keys(self, one: Profile) -> Iterator[str]:
        if one.kind == "pronoun":
            speaking = one.person < _THIRD
            yield f"p{one.person}{one.number}" if speaking else f"p{one.head}"
            return
        yield f"h{one.head}"
        yield f"s{' '.join(one.words)}"
        yield from keys(one, self._text[one.span[0] : one.span[1]])
