"""The families that what came in may have changed, made anew; all others stay as they are.

A family depends on its members, on what these have in common with other documents, and on which of
their lines are furniture of pages. So made anew are the families of all documents that a chain of
matches links to one that is new or has a new version, to one that an old version matched, or to
one with a line that has become furniture or is none any more. That gives what making all of them
anew would give.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct
from sqlalchemy import Connection, Select, func, or_, select

from sayso.desk.copies import chunks, compared
from sayso.desk.current import newest
from sayso.desk.families.furniture import PAGES, are_strangers
from sayso.desk.families.index import Family, families
from sayso.desk.families.match import Match
from sayso.desk.families.signature import Signature
from sayso.desk.schema import documents, furniture, lines, matches, versions

_AT_ONCE: Final = 64
"""Bearers of one line that are looked up together; mostly the first few settle it."""


class Remade(Struct, frozen=True, kw_only=True):
    """What to write. `documents` are the rows whose families are replaced by `families`; `left` the
    versions that are current no more; `entered` the lines of new ones, with their versions;
    `became` and `ceased` the lines that are furniture now and were not, and the other way round."""

    families: tuple[Family, ...]
    documents: frozenset[int]
    left: frozenset[int]
    entered: tuple[tuple[int, int], ...]
    became: frozenset[int]
    ceased: frozenset[int]


def remade(connection: Connection, *, since: int) -> Remade:
    """Make anew what the versions after `since` may have changed; all families, where it is 0."""
    counted = frozenset(connection.execute(newest()).scalars())
    new = frozenset(version for version in counted if version > since)
    left = frozenset(connection.execute(_replaced(since)).scalars())
    pages = _Pages(connection)
    pages.load(new)
    entered = tuple(sorted((line, version) for version in new for line in pages.lines(version)))
    touched = {line for line, _ in entered} | _lines(connection, left)
    bearers = _bearers(connection, touched, entered, counted)
    was = frozenset(connection.execute(select(furniture.c.line)).scalars() if since else ())
    now = {line for line, each in bearers.items() if len(each) >= PAGES and pages.bear(each)}
    became, ceased = now - was, (was & touched) - now
    seeds = {*new, *_linked(connection, left)}
    seeds |= {version for line in became | ceased for version in bearers.get(line, ())}
    affected = _reached(connection, seeds & counted, counted)
    signed, matched = compared(connection, affected)
    return Remade(
        families=families(
            {each.id: each for each in signed.values()}, matched, lines=(was | became) - ceased
        ),
        documents=frozenset(_documents(connection, affected)),
        left=left,
        entered=entered,
        became=frozenset(became),
        ceased=frozenset(ceased),
    )


def _replaced(since: int) -> Select[Any]:
    """Select the versions that were current once `since` was there, and are not any more."""
    news = select(versions.c.document).where(versions.c.id > since)
    return (
        select(func.max(versions.c.id))
        .where(versions.c.id <= since, versions.c.document.in_(news))
        .group_by(versions.c.document)
    )


def _lines(connection: Connection, asked: Collection[int]) -> set[int]:
    return {
        line
        for part in chunks(asked)
        for line in connection.execute(
            select(lines.c.line).where(lines.c.version.in_(part))
        ).scalars()
    }


def _bearers(
    connection: Connection,
    touched: Collection[int],
    entered: Iterable[tuple[int, int]],
    counted: Collection[int],
) -> Mapping[int, Sequence[int]]:
    """The current versions that have each of some lines, in the order of their documents' names,
    in which making all anew goes through them."""
    found: dict[int, set[int]] = defaultdict(set)
    for line, version in entered:
        found[line].add(version)
    for part in chunks(touched):
        for row in connection.execute(select(lines).where(lines.c.line.in_(part))):
            if row.version in counted:
                found[row.line].add(row.version)
    shared = {version for each in found.values() if len(each) >= PAGES for version in each}
    names = {
        row.id: row.name
        for part in chunks(shared)
        for row in connection.execute(
            select(versions.c.id, documents.c.name)
            .join(documents, documents.c.id == versions.c.document)
            .where(versions.c.id.in_(part))
        )
    }
    return {line: sorted(each, key=lambda x: names.get(x, "")) for line, each in found.items()}


class _Pages:
    """The signatures and matches of versions, looked up once each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._signed: dict[int, Signature] = {}
        self._matches: dict[frozenset[str], Match] = {}

    def load(self, asked: Iterable[int]) -> None:
        """Look up those that are not there yet, with what they have in common with those."""
        new = set(asked) - self._signed.keys()
        if new:
            linked = _linked(self._connection, new) & self._signed.keys()
            signed, matched = compared(self._connection, new | linked)
            self._signed |= signed
            self._matches |= {frozenset((x.left, x.right)): x for x in matched}

    def lines(self, version: int) -> set[int]:
        """The lines of a version that is loaded."""
        return {line.hash for line in self._signed[version].lines}

    def bear(self, versions: Sequence[int]) -> bool:
        """Whether a line that these have is furniture."""
        return are_strangers(self._each(versions), self._matches)

    def _each(self, versions: Sequence[int]) -> Iterator[Signature]:
        for first in range(0, len(versions), _AT_ONCE):
            part = versions[first : first + _AT_ONCE]
            self.load(part)
            yield from (self._signed[version] for version in part)


def _linked(connection: Connection, asked: Collection[int]) -> set[int]:
    """The versions that have something in common with some."""
    return {
        version
        for part in chunks(asked)
        for row in connection.execute(
            select(matches.c.one, matches.c.other).where(
                or_(matches.c.one.in_(part), matches.c.other.in_(part))
            )
        )
        for version in row
    } - set(asked)


def _reached(
    connection: Connection, seeds: Collection[int], counted: Collection[int]
) -> frozenset[int]:
    """The versions that a chain of matches links to some, these too."""
    reached, edge = set(seeds), set(seeds)
    while edge:
        edge = (_linked(connection, edge) & set(counted)) - reached
        reached |= edge
    return frozenset(reached)


def _documents(connection: Connection, asked: Collection[int]) -> Iterator[int]:
    for part in chunks(asked):
        yield from connection.execute(
            select(versions.c.document).where(versions.c.id.in_(part))
        ).scalars()
