"""Sets that grow together, unless something keeps two of them apart.

Invariant: no set holds two anchors, or two things that were to stay apart, unless a person joined
them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping


class Unions:
    """Disjoint sets of things, by name; `anchors` says of some who they are known to be."""

    def __init__(self, things: Iterable[str], anchors: Mapping[str, str]) -> None:
        self._parent = {thing: thing for thing in things}
        self._size = dict.fromkeys(self._parent, 1)
        self._anchors = {thing: {anchor} for thing, anchor in anchors.items()}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def root(self, thing: str) -> str:
        """Give what stands for the set of a thing."""
        while self._parent[thing] != thing:
            self._parent[thing] = self._parent[self._parent[thing]]
            thing = self._parent[thing]
        return thing

    def kept_apart(self, one: str, other: str) -> bool:
        """Whether two were told to stay apart."""
        return self.root(other) in self._apart.get(self.root(one), ())

    def allowed(self, one: str, other: str) -> bool:
        """Whether nothing speaks against one set of both."""
        ours, theirs = (self._anchors.get(self.root(each), set()) for each in (one, other))
        strangers = bool(ours and theirs and not ours & theirs)
        return not strangers and not self.kept_apart(one, other)

    def keep_apart(self, one: str, other: str) -> bool:
        """Keep two apart from here on; False where they are together already."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return False
        self._apart[a].add(b)
        self._apart[b].add(a)
        return True

    def join(self, one: str, other: str) -> bool:
        """Make one set of two, whoever they are; False where they were told to stay apart."""
        a, b = self.root(one), self.root(other)
        if self.kept_apart(a, b):
            return False
        if a == b:
            return True
        if (self._size[a], b) < (self._size[b], a):
            a, b = b, a
        self._parent[b] = a
        self._size[a] += self._size[b]
        if known := self._anchors.pop(b, None):
            self._anchors[a] = self._anchors.get(a, set()) | known
        for foe in self._apart.pop(b, set()):
            self._apart[foe].discard(b)
            self._apart[foe].add(a)
            self._apart[a].add(foe)
        return True
