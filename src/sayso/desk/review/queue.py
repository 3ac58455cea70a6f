"""What to look at first: the questions whose answer would change most, and is least sure.

`hinge` is how many statements an answer moves, `unsure` how open it is: 1 for a toss-up, 0 for
what is certain (four times p less p squared). Their product orders the queue.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct
from sqlalchemy import Connection, func, select

from sayso.desk.actors.record import Actor, Grouping, Join
from sayso.desk.actors.register import current
from sayso.desk.claims.asked import current as claims
from sayso.desk.clock import as_of as stamp_of
from sayso.desk.current import newest
from sayso.desk.judgements import holding
from sayso.desk.review.decided import decided
from sayso.desk.review.hinges import Hinges
from sayso.desk.review.rulings import LATEST, Reading, readings
from sayso.desk.review.subjects import of_statement
from sayso.desk.schema import analyses, documents, families, statements, versions
from sayso.desk.store import Store
from sayso.records.reading import Statement

Question = Literal["same?", "rightly joined?", "right?"]
"""Are two actors one; is one actor two; is a statement read rightly."""

_LOOKED: Final = 400
"""Statements that are looked at, the most unsure first: what they hinge on is asked only then."""
_PARTS: Final = 2


class _Family(Struct, frozen=True):
    id: int
    size: int


class Item(Struct, frozen=True, kw_only=True):
    """A question, ready to be decided: `subject` and, for a question of two, `other` are what
    `decide` and `decide_two` take; `words` show what it is about."""

    question: Question
    subject: str
    other: str | None
    words: str
    hinge: int
    unsure: float
    reasons: tuple[str, ...]

    @property
    def weight(self) -> float:
        """What the queue is ordered by."""
        return self.hinge * self.unsure


def queue(store: Store, *, as_of: str | None = None) -> tuple[Item, ...]:
    """Give the open questions, the weightiest first; what somebody decided is left out."""
    found = current(store, as_of=as_of)
    held_claims = claims(store, as_of=as_of)
    with store.reading() as connection:
        held = holding(connection, as_of=as_of)
        settled = {one.subject for one in held if one.other is None}
        pairs = {frozenset((each.one, each.other)) for each in decided(held)}
        items = [
            *(item for item in _pairs(found) if _pair(item) not in pairs),
            *(item for item in _joins(found) if _pair(item) not in pairs),
            *_statements(connection, settled, Hinges(held_claims), as_of=as_of),
        ]
    return tuple(sorted(items, key=lambda item: (-item.weight, item.question, item.subject)))


def openness(probability: float) -> float:
    """Give how open a question is whose answer has this probability."""
    return 4 * probability * (1 - probability)


def _pair(item: Item) -> frozenset[str | None]:
    return frozenset((item.subject, item.other))


def _pairs(found: Grouping) -> Iterator[Item]:
    actors = {actor.id: actor for actor in found.actors}
    for unsure in found.unsure:
        if unsure.join.judgement is not None:
            continue
        one, other = actors[unsure.one], actors[unsure.other]
        yield Item(
            question="same?",
            subject=unsure.join.one,
            other=unsure.join.other,
            words=f"{one.name} / {other.name}",
            hinge=min(_hinging(one), _hinging(other)),
            # The names fit well and something else keeps them apart: all the more open.
            unsure=round(openness(min(unsure.join.confidence, 0.5)), 3),
            reasons=unsure.join.reasons,
        )


def _joins(found: Grouping) -> Iterator[Item]:
    for actor in found.actors:
        for join in actor.joins:
            if join.judgement is None:
                yield Item(
                    question="rightly joined?",
                    subject=join.one,
                    other=join.other,
                    words=actor.name,
                    hinge=_smaller(actor, join),
                    unsure=round(openness(max(join.confidence, 0.5)), 3),
                    reasons=join.reasons,
                )


def _hinging(actor: Actor) -> int:
    return max(1, sum(member.statements for member in actor.members))


def _smaller(actor: Actor, join: Join) -> int:
    """About how many statements would leave: those of the sighting that was joined."""
    by_subject = {member.subject: member.statements for member in actor.members}
    return max(1, min(by_subject.get(join.one, 0), by_subject.get(join.other, 0)))


def _statements(
    connection: Connection, settled: Collection[str], hinges: Hinges, *, as_of: str | None
) -> Iterator[Item]:
    rows = _open(connection, stamp_of(as_of) if as_of else LATEST)
    copies = _copies(connection)
    asked: set[tuple[int, str]] = set()
    for reading in readings(connection, as_of=as_of, names=rows):
        every = {one.id: one for one in reading.analysis.statements or ()}
        family = copies.get(reading.document)
        for name in rows[reading.document]:
            if name not in every:
                continue
            item = _statement(reading, every[name], family.size if family else 1, hinges)
            # One copy's answer is all copies' answer.
            told = (family.id, item.words) if family else (-1, item.subject)
            if item.subject not in settled and told not in asked:
                asked.add(told)
                yield item


def _statement(reading: Reading, one: Statement, copies: int, hinges: Hinges) -> Item:
    analysis = reading.analysis
    turns = hinges.of(reading.document, one.content)
    reasons = [
        f"read as {one.voice}, {one.factuality}, {one.confidence:.0%} sure",
        f"carried by {copies} documents" if copies > 1 else "in one document",
    ]
    if turns:
        reasons.append(turns.why)
    return Item(
        question="right?",
        subject=str(of_statement(one, analysis, document=reading.document)),
        other=None,
        words=analysis.text[slice(*one.content)],
        hinge=max(copies, turns.statements if turns else 0),
        unsure=round(openness(one.confidence), 3),
        reasons=tuple(reasons),
    )


def _open(connection: Connection, known: str) -> Mapping[str, list[str]]:
    """The ids of the least sure statements by document."""
    last = (
        select(func.max(analyses.c.id))
        .where(analyses.c.version.in_(newest(known)), analyses.c.known <= known)
        .group_by(analyses.c.version)
    )
    rows = connection.execute(
        select(documents.c.name, statements.c.name.label("statement"))
        .join(analyses, analyses.c.id == statements.c.analysis)
        .join(versions, versions.c.id == analyses.c.version)
        .join(documents, documents.c.id == versions.c.document)
        .where(statements.c.analysis.in_(last))
        .order_by(func.abs(statements.c.confidence - 0.5), statements.c.id)
        .limit(_LOOKED)
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.name, []).append(row.statement)
    return found


def _copies(connection: Connection) -> Mapping[str, _Family]:
    """The family of each document that is not alone in it."""
    sizes = (
        select(families.c.family, func.count().label("size"))
        .group_by(families.c.family)
        .having(func.count() >= _PARTS)
        .subquery()
    )
    rows = connection.execute(
        select(documents.c.name, sizes.c.family, sizes.c.size)
        .join(families, families.c.document == documents.c.id)
        .join(sizes, sizes.c.family == families.c.family)
    )
    return {row.name: _Family(row.family, row.size) for row in rows}
