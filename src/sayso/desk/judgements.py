"""What people decided: by name, with a reason, never overwritten.

A judgement is taken back by saying who does it and why, once; it then no longer holds, and stays
readable. Nothing that a machine does touches one.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, or_, select, update

from sayso.desk.clock import as_of as stamp_of
from sayso.desk.identity import sha256_of
from sayso.desk.journal import Pen
from sayso.desk.schema import judgements
from sayso.records.desk import Judgement, Verdict


def judge(  # noqa: PLR0913 (what a judgement is made of)
    connection: Connection,
    subject: str,
    verdict: Verdict,
    *,
    who: str,
    reason: str,
    other: str | None = None,
    correction: str | None = None,
) -> Judgement:
    """Write down a judgement, in a writing transaction. `correction` is JSON.

    Raises ValueError where nobody or nothing is named.
    """
    if not (subject.strip() and who.strip() and reason.strip()):
        raise ValueError("a judgement needs a subject, a name and a reason")
    pen = Pen(connection)
    made = Judgement(
        id=1 + (connection.execute(select(func.max(judgements.c.id))).scalar() or 0),
        subject=subject,
        other=other,
        verdict=verdict,
        correction=correction,
        who=who,
        reason=reason,
        known=pen.known,
    )
    connection.execute(judgements.insert(), msgspec.structs.asdict(made))
    pen.note("judgement", made.id, judgement_digest(made))
    pen.write()
    return made


def withdraw(connection: Connection, id: int, *, who: str, reason: str) -> Judgement:  # noqa: A002
    """Take a judgement back, in a writing transaction.

    Raises ValueError where there is none that holds, or nobody or no reason is named.
    """
    if not (who.strip() and reason.strip()):
        raise ValueError("taking back needs a name and a reason")
    found = connection.execute(select(judgements).where(judgements.c.id == id)).one_or_none()
    if found is None or found.withdrawn is not None:
        raise ValueError(f"no judgement {id} holds")
    pen = Pen(connection)
    said = {"withdrawn": pen.known, "withdrawn_by": who, "withdrawn_because": reason}
    connection.execute(update(judgements).where(judgements.c.id == id).values(said))
    taken = msgspec.structs.replace(_judgement(found), **said)
    pen.note("withdrawal", id, withdrawal_digest(taken))
    pen.write()
    return taken


def holding(
    connection: Connection, *, subject: str | None = None, as_of: str | None = None
) -> tuple[Judgement, ...]:
    """Give the judgements that hold, or held at `as_of` (ISO 8601), in the order they were made."""
    asked = select(judgements).order_by(judgements.c.id)
    if subject is not None:
        asked = asked.where(or_(judgements.c.subject == subject, judgements.c.other == subject))
    if as_of is None:
        asked = asked.where(judgements.c.withdrawn.is_(None))
    else:
        known = stamp_of(as_of)
        taken = judgements.c.withdrawn
        asked = asked.where(judgements.c.known <= known, or_(taken.is_(None), taken > known))
    return tuple(map(_judgement, connection.execute(asked)))


def every(connection: Connection) -> tuple[Judgement, ...]:
    """Give all judgements, those taken back too."""
    return tuple(map(_judgement, connection.execute(select(judgements).order_by(judgements.c.id))))


def judgement_digest(made: Judgement) -> str:
    """Give what the journal says of a judgement."""
    return sha256_of(
        [made.id, made.subject, made.other, made.verdict, made.correction, made.who, made.reason]
    )


def withdrawal_digest(taken: Judgement) -> str:
    """Give what the journal says of a judgement's end."""
    return sha256_of([taken.id, taken.withdrawn, taken.withdrawn_by, taken.withdrawn_because])


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(**row._mapping)  # noqa: SLF001 (public in spite of its name)
