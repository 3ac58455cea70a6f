"""The document of a family that the others come from."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from sayso.desk.families.moments import LATEST, moment
from sayso.desk.families.names import same_house
from sayso.desk.families.signature import Signature


class Root(Struct, frozen=True, kw_only=True):
    """Where a family comes from. `agency`: the one that its copies credit most, in the set or not.

    `document` is the agency's own text where the family holds it, else the earliest; `reason` says
    which of the two in words.
    """

    document: str
    agency: str | None
    reason: str


def root(members: Sequence[Signature]) -> Root:
    """The root of a family of one member or more. Undated documents come after dated ones."""
    agency = _credited(members)
    dates = {member.id: moment(member.published) for member in members}
    ordered = sorted(members, key=lambda member: (dates[member.id] or LATEST, member.id))
    own = [member for member in ordered if same_house(member.publisher, agency)]
    if own:
        return Root(document=own[0].id, agency=agency, reason=f"published by {agency}, credited")
    if len(ordered) == 1:
        return Root(document=ordered[0].id, agency=agency, reason="the only one")
    if dates[ordered[0].id] is None:
        return Root(document=ordered[0].id, agency=agency, reason="none is dated; first by id")
    return Root(document=ordered[0].id, agency=agency, reason="the earliest")


def _credited(members: Sequence[Signature]) -> str | None:
    counts = Counter(member.agency for member in members if member.agency)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
