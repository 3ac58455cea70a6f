"""Decide: check that there is what a person speaks of, then write down what they say.

Raises SaysoError, which says what to do, for what the desk has not; nothing is written then.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

import msgspec
from sqlalchemy import Connection

from sayso.desk.actors.register import current
from sayso.desk.judgements import judge, withdraw
from sayso.desk.review.applied import Ruling, applied, checked, entity_at, statement_at
from sayso.desk.review.locating import texts_of
from sayso.desk.review.rulings import readings
from sayso.desk.review.subjects import STATEMENTS, Subject, of_statement, parse
from sayso.desk.store import Store
from sayso.errors import SaysoError
from sayso.records.desk import Judgement

KINDS: Final = ("entity", *STATEMENTS)
_ADVICE: Final = (
    "`sayso review queue`, `sayso actor NAME` and `sayso timeline` show what can be decided about"
)
OfOne = Literal["accept", "correct", "reject"]
OfTwo = Literal["same", "not_same", "unsure"]


def decide(  # noqa: PLR0913 (what a judgement is made of)
    store: Store,
    given: str,
    verdict: OfOne,
    *,
    who: str,
    reason: str,
    changes: Mapping[str, Any] | None = None,
) -> Judgement:
    """Accept, reject or correct a statement or an entity."""
    with store.reading() as connection:
        subject = found(connection, given)
        if changes is not None:
            _fits(connection, subject, changes)
    correction = None if changes is None else msgspec.json.encode(changes, order="sorted").decode()
    return _written(
        store,
        lambda connection: judge(
            connection, str(subject), verdict, who=who, reason=reason, correction=correction
        ),
    )


def decide_two(  # noqa: PLR0913 (the same)
    store: Store, one: str, other: str | None, verdict: OfTwo, *, who: str, reason: str
) -> Judgement:
    """Say of two things whether they are one: actors by id, entities or statements by subject.

    An actor stands for its first member. Without `other`, an entity is told from the first other
    member of its actor.
    """
    called = _actors(store, one, other)
    first = called.get(one, one)
    with store.reading() as connection:
        ours = found(connection, first)
        second = called.get(other or "", other) or _beside(store, str(ours))
        theirs = found(connection, second)
    if ours == theirs:
        raise SaysoError(f"{one} and {other or second} are one and the same item already")
    if (ours.kind == "entity") != (theirs.kind == "entity"):
        raise SaysoError(f"{ours} is of another kind than {theirs}")
    return _written(
        store,
        lambda connection: judge(
            connection, str(ours), verdict, other=str(theirs), who=who, reason=reason
        ),
    )


def undo(store: Store, number: int, *, who: str, reason: str) -> Judgement:
    """Take a judgement back."""
    return _written(store, lambda connection: withdraw(connection, number, who=who, reason=reason))


def found(connection: Connection, given: str) -> Subject:
    """Give the subject as the desk calls it, if what it names is there."""
    subject = parse(given)
    if subject is None or subject.kind not in KINDS:
        raise SaysoError(
            f"{given} names nothing to decide about: write KIND:DOCUMENT:START-END with a kind of "
            f"{', '.join(KINDS)}. {_ADVICE}"
        )
    texts = texts_of(connection, [subject.document]).get(subject.document)
    if texts is None:
        raise SaysoError(f"{given}: there is no document {subject.document}. {_ADVICE}")
    for reading in readings(connection, names=[texts.name], as_read=True):
        analysis = reading.analysis
        if subject.kind == "entity":
            if entity_at(analysis, subject.span):
                return Subject(subject.kind, texts.name, subject.span)
        elif stated := statement_at(analysis, subject.kind, subject.span):
            return of_statement(stated, analysis, document=texts.name)
    raise SaysoError(f"{given}: there is no {subject.kind} at these words. {_ADVICE}")


def _fits(connection: Connection, subject: Subject, changes: Mapping[str, Any]) -> None:
    """Try the correction, so that what is written down can be applied ever after."""
    ruling = Ruling(
        kind=subject.kind, span=subject.span, verdict="correct", judgement=0, changes=dict(changes)
    )
    try:
        checked(changes, subject.kind)
        for reading in readings(connection, names=[subject.document], as_read=True):
            applied(reading.analysis, [ruling])
    except ValueError as error:
        raise SaysoError(f"{subject} cannot be corrected so: {error}") from error


def _actors(store: Store, *given: str | None) -> dict[str, str]:
    """The first members of those that are given as actors, by id."""
    if all(one is None or parse(one) for one in given):
        return {}
    return {actor.id: actor.members[0].subject for actor in current(store).actors}


def _beside(store: Store, subject: str) -> str:
    """Another member of the actor that an entity is in."""
    for actor in current(store).actors:
        members = [member.subject for member in actor.members]
        if subject in members and len(members) > 1:
            return next(member for member in members if member != subject)
    raise SaysoError(
        f"{subject} is joined to nothing: say what to tell it from. "
        "`sayso actor NAME` shows the subjects of an actor's members"
    )


def _written(store: Store, write: Callable[[Connection], Judgement]) -> Judgement:
    try:
        with store.writing() as connection:
            return write(connection)
    except ValueError as error:
        raise SaysoError(f"{error}. `sayso review log` shows what was decided") from error
