"""The documents seen so far, and which of them carry the same text."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from msgspec import Struct

from sayso.desk.families.alignment import unpack
from sayso.desk.families.furniture import furniture
from sayso.desk.families.grouping import Loan, group
from sayso.desk.families.match import Match, compare, judge
from sayso.desk.families.moments import LATEST, moment
from sayso.desk.families.root import Root, root
from sayso.desk.families.signature import Signature, signature
from sayso.records.text import Document

# With two shared fingerprints asked for, every pair of the open families is found, among some
# four candidates a document; a text too short to have more than three is asked for one.
SHARED = 2
FEW = 3

# What bounds the work for one document however large its family: a fingerprint leads to the first
# so many that have it, and the so many with most in common are compared.
HOLDERS = 64
COMPARED = 16

# A match of less than this is forgotten: it says nothing on families, loans or furniture.
FAINT = 0.1


class Family(Struct, frozen=True, kw_only=True):
    """Documents that carry the same text, the root first, then by date; `id` is the root's.

    `loans`: passages that members have from documents of other families.
    """

    id: str
    members: tuple[str, ...]
    root: Root
    loans: tuple[Loan, ...] = ()


class FamilyIndex:
    """Near copies among documents, one added at a time; no text is read twice.

    Invariant: the state is the signatures in the order they came in, each id once, and for every
    two of them that share enough fingerprints, within the bounds above, what they have in common.
    `_holders` follows from the signatures. So `FamilyIndex(index.signatures(), index.matches())`
    is the same index, and verdicts can be made anew from it at any time.
    """

    def __init__(self, signatures: Iterable[Signature] = (), matches: Iterable[Match] = ()) -> None:
        self._signatures: dict[str, Signature] = {}
        self._matches: dict[frozenset[str], Match] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)
        for known in signatures:
            self._hold(known)
        for match in matches:
            self._matches[frozenset((match.left, match.right))] = match

    def add(self, document: Document | Signature) -> tuple[Match, ...]:
        """Take in a document and return what it has in common with earlier ones, closest first.

        The verdicts are those of the moment: `families` takes back what rests on lines that later
        pages show to be furniture. Raises ValueError for an id that is already in.
        """
        new = document if isinstance(document, Signature) else signature(document)
        if new.id in self._signatures:
            raise ValueError(f"document {new.id!r} is already in the index")
        unpacked = unpack(new)
        found = [compare(unpacked, self._signatures[earlier]) for earlier in self.candidates(new)]
        kept = [match for match in found if match.score >= FAINT]
        self._matches.update((frozenset((match.left, match.right)), match) for match in kept)
        self._hold(new)
        return tuple(sorted(kept, key=lambda match: (-match.score, match.right)))

    def candidates(self, new: Signature) -> tuple[str, ...]:
        """Ids of the documents worth comparing with, those with most in common first."""
        shared = Counter(
            chain.from_iterable(self._holders.get(print_, ()) for print_ in new.fingerprints)
        )
        needed = SHARED if len(new.fingerprints) > FEW else 1
        enough = [
            name for name, count in shared.most_common() if count >= needed and name != new.id
        ]
        return tuple(enough[:COMPARED])

    def signatures(self) -> tuple[Signature, ...]:
        """All documents, in the order they came in."""
        return tuple(self._signatures.values())

    def matches(self) -> tuple[Match, ...]:
        """What documents have in common, judged by all that is known now."""
        lines = furniture(self._signatures, self._matches)
        return _judged(self._signatures, self._matches.values(), lines)

    def families(self) -> tuple[Family, ...]:
        """The partition of all documents, by id."""
        lines = furniture(self._signatures, self._matches)
        return families(self._signatures, self._matches.values(), lines=lines)

    def _hold(self, new: Signature) -> None:
        self._signatures[new.id] = new
        for print_ in new.fingerprints:
            holders = self._holders[print_]
            if len(holders) < HOLDERS:
                holders.append(new.id)


def families(
    signatures: Mapping[str, Signature], matches: Iterable[Match], *, lines: Collection[int]
) -> tuple[Family, ...]:
    """Give the partition of some documents, by id. `lines` are those that are furniture.

    Documents that no chain of matches links make no difference to each other.
    """
    dates = {each.id: moment(each.published) for each in signatures.values()}
    grouping = group(dates, _judged(signatures, matches, lines))
    loans: dict[str, list[Loan]] = defaultdict(list)
    for loan in grouping.loans:
        loans[loan.borrower].append(loan)
    found = []
    for members in grouping.groups:
        top = root([signatures[member] for member in members])
        order = sorted(members, key=lambda x: (x != top.document, dates[x] or LATEST, x))
        owed = tuple(loan for member in order for loan in loans[member])
        found.append(Family(id=top.document, members=tuple(order), root=top, loans=owed))
    return tuple(sorted(found, key=lambda family: family.id))


def _judged(
    signatures: Mapping[str, Signature], matches: Iterable[Match], lines: Collection[int]
) -> tuple[Match, ...]:
    bearers = {each.id for each in signatures.values() if any(x.hash in lines for x in each.lines)}
    return tuple(
        judge(signatures[match.left], signatures[match.right], match.runs, furniture=lines)
        if match.left in bearers or match.right in bearers
        else match
        for match in matches
    )
