"""How articles become entities of FollowTheMoney, as `vocabulary.toml` has it."""

from functools import cache

import msgspec
from msgspec import Struct

from sayso import shipped


class Edge(Struct, frozen=True, kw_only=True):
    """A schema for a relation, its properties for the two ends, and what these must be."""

    schema: str
    source: str
    target: str
    ranges: tuple[str, str]


class Vocabulary(Struct, frozen=True, kw_only=True):
    """The tables of the file, by their names there."""

    schemata: dict[str, str]
    ranges: dict[str, tuple[str, ...]]
    relations: dict[str, Edge]
    factuality: dict[str, str]
    unstated: dict[str, str]
    unhappened: dict[str, str]
    languages: dict[str, str]

    def edge(self, type: str, source: str | None, target: str | None) -> Edge:  # noqa: A002 (its name)
        """Give the schema of a relation between entities of two schemata."""
        edge = self.relations.get(type)
        if edge and source in self.ranges[edge.ranges[0]] and target in self.ranges[edge.ranges[1]]:
            return edge
        return self.relations["other"]


@cache
def vocabulary() -> Vocabulary:
    """Read the file."""
    return msgspec.convert(shipped.table("sayso.exports.followthemoney", "vocabulary"), Vocabulary)
