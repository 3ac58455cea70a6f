"""Which documents make a family, when one of them may carry parts of two.

Joining whatever matches would let one round-up chain two wires, and one borrowed paragraph two
independent reports. So before documents are joined, each is looked at as a reader would: where
its words come from two texts that are not copies of each other, in places of their own, it
belongs with the one that explains more of it, and what it has of the other is a loan.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from sayso.desk.families.linkage import clusters
from sayso.desk.families.match import Match, bits

# A passage is a loan when at least half of it is not in the text that explains the document best.
# Swept from .1 to .6 on half of the open families and two more sets made like it: below .4 phrases
# that every report on an event shares hide the loan. Run `python -m benchmarks.families accuracy`.
APART = 0.5

# How many of the texts closest to a document are tried as the one that explains it.
HOMES = 8

# A text is inside another when this much of it is; sub-editing accounts for the rest.
WHOLE = 0.7


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


class _Known(Struct, frozen=True):
    """All ties, by both their documents, and when each document was published."""

    ties: Mapping[str, Mapping[str, _Tie]]
    dates: Mapping[str, datetime | None]


def group(documents: Mapping[str, datetime | None], matches: Iterable[Match]) -> Grouping:
    """Partition `documents` (id to when published) by the matches that say `same`."""
    all_matches = list(matches)
    known = _Known(_ties(all_matches), documents)
    loans = sorted({Loan(name, lender) for name in known.ties for lender in _lenders(name, known)})
    lent = {frozenset((loan.borrower, loan.lender)) for loan in loans}
    copied = [match for match in all_matches if frozenset((match.left, match.right)) not in lent]
    return Grouping(clusters(documents, copied), tuple(loans))


def _ties(matches: Iterable[Match]) -> dict[str, dict[str, _Tie]]:
    ties: dict[str, dict[str, _Tie]] = defaultdict(dict)
    for match in matches:
        if match.same:
            left = bits((run.left, run.left_end) for run in match.runs)
            right = bits((run.right, run.right_end) for run in match.runs)
            ties[match.left][match.right] = _Tie(match.right, left, match.right_share)
            ties[match.right][match.left] = _Tie(match.left, right, match.left_share)
    return ties


def _lenders(document: str, known: _Known) -> Iterator[str]:
    """Those whose text `document` carries in part, beside a text that explains more of it."""
    ties = known.ties[document].values()
    closest = sorted(ties, key=lambda tie: (-tie.places.bit_count(), tie.other))
    lenders: set[str] = set()
    for home in closest[:HOMES]:
        if home.other in lenders:
            continue
        strangers = [
            tie for tie in closest if tie is not home and tie.other not in known.ties[home.other]
        ]
        lent = 0
        for rival in strangers:
            if _apart(rival, home) and not _cut(rival, home, document, known):
                lent |= rival.places & ~home.places
        lenders |= {
            tie.other
            for tie in strangers
            if (tie.places & lent).bit_count() > (tie.places & home.places).bit_count()
        }
    yield from lenders


def _apart(rival: _Tie, home: _Tie) -> bool:
    if rival.places.bit_count() > home.places.bit_count():
        return False
    shared = (rival.places & home.places).bit_count()
    return shared <= APART * rival.places.bit_count()


def _cut(rival: _Tie, home: _Tie, document: str, known: _Known) -> bool:
    """Whether the rival is cut from the text that `document` is of, rather than lent to it.

    What several copies carry whole is their text's own, unless all of them came after it, as
    round-ups do. Where `document` alone carries it, it must have the home whole as well, and be
    older than both.
    """
    if rival.back < WHOLE:
        return False
    theirs = known.dates[rival.other]
    others = [
        name
        for name in known.ties[home.other]
        if name not in (document, rival.other)
        and rival.other in known.ties[name]
        and known.ties[name][rival.other].back >= WHOLE
    ]
    if others:
        return any(_no_later(known.dates[name], theirs) for name in (document, *others))
    own = known.dates[document]
    oldest = own is not None and _no_later(own, theirs) and _no_later(own, known.dates[home.other])
    return oldest and home.back >= WHOLE


def _no_later(one: datetime | None, other: datetime | None) -> bool:
    """Whether nothing says that the one came after the other."""
    return one is None or other is None or one <= other
