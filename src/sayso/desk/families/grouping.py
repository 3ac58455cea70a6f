"""Which documents make a family, when one of them may carry parts of two.

Joining whatever matches would let one round-up chain two wires, and one borrowed paragraph two
independent reports. So before documents are joined, each is looked at as a reader would: where
its words come from two texts that are not copies of each other, in places of their own, it
belongs with the one that explains more of it, and what it has of the other is a loan.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from sayso.desk.families.linkage import clusters
from sayso.desk.families.match import Match, bits

# A passage is a loan when no more than a fifth of it is also in the text that explains the
# document best. From .1 to .4 nothing changes on the open families.
APART = 0.5

# How many of the texts closest to a document are tried as the one that explains it.
HOMES = 8

# A text is inside another when this much of it is.
WHOLE = 0.8


class Loan(Struct, frozen=True, order=True):
    """`borrower` carries a passage of `lender`'s text but is no copy of it."""

    borrower: str
    lender: str


class Grouping(Struct, frozen=True):
    """A partition of the documents, each group in the order of its ids, and the loans."""

    groups: tuple[tuple[str, ...], ...]
    loans: tuple[Loan, ...]


class _Tie(Struct, frozen=True):
    """A match as one of its documents sees it.

    `places` of its own words that `other` carries, and the share of `other` that it carries.
    """

    other: str
    places: int
    back: float


def group(documents: Mapping[str, datetime | None], matches: Iterable[Match]) -> Grouping:
    """Partition `documents` (id to when published) by the matches that say `same`."""
    known = list(matches)
    ties: dict[str, dict[str, _Tie]] = defaultdict(dict)
    for match in known:
        if match.same:
            left = bits((run.left, run.left_end) for run in match.runs)
            right = bits((run.right, run.right_end) for run in match.runs)
            one, other, share, back = match.left, match.right, match.left_share, match.right_share
            ties[one][other] = _Tie(other, left, back)
            ties[other][one] = _Tie(one, right, share)
    loans = {
        Loan(document, lender)
        for document in ties
        for lender in _lenders(document, ties, documents)
    }
    lent = {frozenset((loan.borrower, loan.lender)) for loan in loans}
    copied = [match for match in known if frozenset((match.left, match.right)) not in lent]
    return Grouping(clusters(documents, copied), tuple(sorted(loans)))


def _lenders(
    document: str, ties: Mapping[str, Mapping[str, _Tie]], dates: Mapping[str, datetime | None]
) -> set[str]:
    """Those whose text `document` carries in part, beside a text that explains more of it."""
    closest = sorted(ties[document].values(), key=lambda tie: (-tie.places.bit_count(), tie.other))
    lenders: set[str] = set()
    for home in closest[:HOMES]:
        if home.other in lenders:
            continue
        strangers = [
            tie for tie in closest if tie is not home and tie.other not in ties[home.other]
        ]
        rivals = [tie for tie in strangers if _apart(tie, home) and not _cut(document, tie, dates)]
        lent = 0
        for rival in rivals:
            lent |= rival.places & ~home.places
        lenders |= {
            tie.other
            for tie in strangers
            if (tie.places & lent).bit_count() > (tie.places & home.places).bit_count()
        }
    return lenders


def _apart(rival: _Tie, home: _Tie) -> bool:
    if rival.places.bit_count() > home.places.bit_count():
        return False
    shared = (rival.places & home.places).bit_count()
    return shared <= APART * rival.places.bit_count()


def _cut(document: str, rival: _Tie, dates: Mapping[str, datetime | None]) -> bool:
    """Whether the rival may be cut from `document`: it is whole in there, and no older."""
    own, theirs = dates[document], dates[rival.other]
    return rival.back >= WHOLE and own is not None and theirs is not None and own <= theirs
