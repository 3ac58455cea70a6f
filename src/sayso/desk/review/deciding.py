"""Decide: check that there is what a person speaks of, then write down what they say.

Raises SaysoError, which says what to do, for what the desk has not; nothing is written then.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, TypeVar

import msgspec
from sqlalchemy import Connection

from sayso.desk.actors.register import current
from sayso.desk.claims.asked import current as claims
from sayso.desk.judgements import judge, withdraw
from sayso.desk.review.applied import (
    ALIKE,
    Ruling,
    applied,
    checked,
    entity_at,
    statement_at,
)
from sayso.desk.review.locating import texts_of
from sayso.desk.review.rulings import readings
from sayso.desk.review.subjects import STATEMENTS, Subject, of_statement, overlap, parse
from sayso.desk.store import Store
from sayso.errors import SaysoError
from sayso.records.claims import ClaimStatement
from sayso.records.desk import Judgement

KINDS: Final = ("entity", *STATEMENTS)
_ADVICE: Final = (
    "`sayso review queue`, `sayso actor NAME` and `sayso timeline` show what can be decided about"
)
Made = TypeVar("Made")
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
    if changes is None:
        subject = _meant(store, given)
    else:
        with store.reading() as connection:
            subject = found(connection, given)
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
    """Say of two things whether they are one: actors or claims by id, entities or statements by
    subject.

    An actor or a claim stands for its first member. Without `other`, an entity or a statement is
    told from the first other member of its actor or claim.
    """
    called = _called(store, one, other)
    ours = called.get(one) or _meant(store, one)
    theirs = _beside(store, ours) if other is None else called.get(other) or _meant(store, other)
    if ours == theirs:
        raise SaysoError(f"{one} and {other} are one and the same item already")
    if (ours.kind == "entity") != (theirs.kind == "entity"):
        raise SaysoError(f"{ours} is of another kind than {theirs}")
    return _written(
        store,
        lambda connection: judge(
            connection, str(ours), verdict, other=str(theirs), who=who, reason=reason
        ),
    )


def join_claims(
    store: Store, one: str, other: str, *, who: str, reason: str
) -> tuple[Judgement, ...]:
    """Say that two claims, by their ids, are one: a judgement for each statement of both with the
    first, since claims are made of statements anew each time. All are written, or none.

    Gives () where one of the two is no claim.
    """
    held = {claim.claim: claim for claim in claims(store)}
    if one not in held or other not in held or one == other:
        return ()
    told = dict.fromkeys(_subject(x) for given in (one, other) for x in held[given].statements)
    first, *others = map(str, told)
    return _written(
        store,
        lambda connection: tuple(
            judge(connection, first, "same", other=each, who=who, reason=reason) for each in others
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


def _meant(store: Store, given: str) -> Subject:
    """What `found` gives; else the statement of a claim, which may be a part of one that was read
    whole: two deeds of one sentence are two claims."""
    try:
        with store.reading() as connection:
            return found(connection, given)
    except SaysoError:
        subject = parse(given)
        told = (_subject(said) for claim in claims(store) for said in claim.statements)
        if subject is None or subject not in told:
            raise
        return subject


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


def _called(store: Store, *given: str | None) -> dict[str, Subject]:
    """What stands for the actors and claims that are given by their ids: their first members."""
    if all(one is None or parse(one) for one in given):
        return {}
    actors = {
        actor.id: subject
        for actor in current(store).actors
        if (subject := parse(actor.members[0].subject))
    }
    if all(one is None or parse(one) or one in actors for one in given):
        return actors
    return actors | {claim.claim: _subject(claim.statements[0]) for claim in claims(store)}


def _subject(said: ClaimStatement) -> Subject:
    return Subject("plain", said.document, (said.start, said.end))


def _beside(store: Store, subject: Subject) -> Subject:
    """Another member of the actor or the claim that something is in."""
    if subject.kind == "entity":
        groups = [[parse(x.subject) for x in actor.members] for actor in current(store).actors]
    else:
        groups = [[_subject(x) for x in claim.statements] for claim in claims(store)]
    for group in groups:
        members = [one for one in group if one is not None]
        if any(_alike(one, subject) for one in members) and len(members) > 1:
            return next(one for one in members if not _alike(one, subject))
    raise SaysoError(
        f"{subject} is joined to nothing: say what to tell it from. `sayso actor NAME` and "
        "`sayso claims` show what is joined"
    )


def _alike(one: Subject, other: Subject) -> bool:
    return one.document == other.document and overlap(one.span, other.span) >= ALIKE


def _written(store: Store, write: Callable[[Connection], Made]) -> Made:
    try:
        with store.writing() as connection:
            return write(connection)
    except ValueError as error:
        raise SaysoError(f"{error}. `sayso review log` shows what was decided") from error
