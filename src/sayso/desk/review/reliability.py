"""How reliable people hold sources to be: the letter of the Admiralty code, A to F.

A letter is a judgement on `source:NAME`, a publisher or a source with a name, which holds until it
is taken back or another one is given. Machines give none. Those without a name have none either:
the "security official" of one report need not be that of the next.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from sayso.desk.claims.asked import current as ungraded
from sayso.desk.clock import as_of as stamp_of
from sayso.desk.current import newest
from sayso.desk.judgements import holding, judge
from sayso.desk.review.rulings import LATEST
from sayso.desk.schema import documents, versions
from sayso.desk.store import Store
from sayso.errors import SaysoError
from sayso.knowledge.names import plain
from sayso.records.claims import Claim, ClaimStatement, Reliability
from sayso.records.desk import Judgement

_SOURCE: Final = "source:"
_UNNAMED: Final = ("unnamed_person", "unnamed_group", "unspecified")
_UNJUDGED: Final[Reliability] = "F"


class Rating(Struct, frozen=True, kw_only=True):
    """A letter for a source, and who gave it."""

    name: str
    letter: Reliability
    who: str


def current(store: Store, *, as_of: str | None = None) -> tuple[Claim, ...]:
    """Give the claims of the desk, as `claims.asked` does, with the letters that people gave."""
    found = ungraded(store, as_of=as_of)
    with store.reading() as connection:
        given = ratings(connection, as_of=as_of)
        publishers = _publishers(connection, as_of=as_of) if given else {}
    return tuple(_graded(claim, given, publishers) for claim in found) if given else found


def rate(store: Store, name: str, letter: Reliability, *, who: str, reason: str) -> Judgement:
    """Say how reliable a publisher or a named source is. Raises SaysoError for one that the desk
    does not know."""
    with store.reading() as connection:
        known = {plain(each): each for each in _publishers(connection).values()}
    for said in (said for claim in ungraded(store) for said in claim.statements):
        for each in (said.cites, None if said.source_kind in _UNNAMED else said.source):
            if each:
                known.setdefault(plain(each), each)
    found = known.get(plain(name))
    if found is None:
        raise SaysoError(
            f"no publisher and no named source is called {name}. `sayso claim ID` shows those of a "
            "claim; who has no name cannot be told from others, and has no letter"
        )
    try:
        with store.writing() as connection:
            correction = json.dumps({"reliability": letter})
            return judge(
                connection, f"{_SOURCE}{found}", "correct",
                who=who, reason=reason, correction=correction,
            )  # fmt: skip
    except ValueError as error:
        raise SaysoError(str(error)) from error


def ratings(connection: Connection, *, as_of: str | None = None) -> Mapping[str, Rating]:
    """Give the letters that hold, or held at `as_of` (ISO 8601), by the plain name of whom they
    are for; of one name the last."""
    found = {}
    for one in holding(connection, as_of=as_of):
        if one.subject.startswith(_SOURCE) and one.correction:
            name = one.subject.removeprefix(_SOURCE)
            letter = json.loads(one.correction)["reliability"]
            found[plain(name)] = Rating(name=name, letter=letter, who=one.who)
    return found


def _graded(claim: Claim, given: Mapping[str, Rating], publishers: Mapping[str, str]) -> Claim:
    """The claim with the letter of the most reliable of those who affirm it."""
    affirming = [each for each in claim.statements if each.stance == "affirms"]
    found = [
        rating
        for said in affirming
        if not said.withdrawn and (rating := _rating(said, given, publishers.get(said.document)))
    ]
    best = min(found, key=lambda each: (each.letter, each.name), default=None)
    if best is None or best.letter == _UNJUDGED:
        return claim
    why = f"{claim.why} Reliability {best.letter}: {best.name}, as {best.who} judges."
    return msgspec.structs.replace(claim, reliability=best.letter, why=why)


def _rating(
    said: ClaimStatement, given: Mapping[str, Rating], publisher: str | None
) -> Rating | None:
    """The letter of who a statement comes from: of the deepest that has one."""
    chain: Sequence[str | None] = (said.origin, said.source, said.cites, publisher)
    return next((given[key] for name in chain if name and (key := plain(name)) in given), None)


def _publishers(connection: Connection, *, as_of: str | None = None) -> dict[str, str]:
    """Who published each document."""
    known = stamp_of(as_of) if as_of else LATEST
    rows = connection.execute(
        select(documents.c.name, versions.c.publisher)
        .join(versions, versions.c.document == documents.c.id)
        .where(versions.c.id.in_(newest(known)), versions.c.publisher.is_not(None))
    )
    return {row.name: row.publisher for row in rows}
