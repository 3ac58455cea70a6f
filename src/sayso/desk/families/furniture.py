"""Lines that belong to the page and not to the report: navigation, notices, newsletters.

No list of phrases could hold them all, in all languages; what tells them is that they stand on
pages that have nothing else in common.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.desk.families.match import Match, bits
from sayso.desk.families.signature import Signature

# So many pages, of which no two have more in common than whole lines, make a line furniture. Two
# would do for navigation, but two reports may carry one statement; three versions of a report that
# share nothing but whole lines are rare.
PAGES = 3

# Without the lines in common each page must have a text of its own: so many words where one house
# published both (a paywall leaves little more than its own notice), half of the page otherwise,
# since a local paragraph or two makes a copy of no other text. No more than so much of it may be
# in the other page.
OWN_WORDS = 6
OWN_HALF = 0.5
OWN_SHARED = 0.2


def furniture(
    signatures: Mapping[str, Signature], matches: Mapping[frozenset[str], Match]
) -> frozenset[int]:
    """Hashes of the lines that are furniture. `matches` are by the ids of their two documents."""
    pages: dict[int, list[Signature]] = defaultdict(list)
    for signature in signatures.values():
        for line in {line.hash for line in signature.lines}:
            pages[line].append(signature)
    return frozenset(
        line
        for line, bearers in pages.items()
        if len(bearers) >= PAGES and are_strangers(bearers, matches)
    )


def are_strangers(bearers: Iterable[Signature], matches: Mapping[frozenset[str], Match]) -> bool:
    """Whether PAGES of the bearers of a line, taken as they come, have nothing else in common.

    No more of them are looked at than it takes, nor any match before both its documents came.
    """
    found: list[Signature] = []
    for page in bearers:
        if all(_apart(page, other, matches.get(frozenset((page.id, other.id)))) for other in found):
            found.append(page)
            if len(found) == PAGES:
                return True
    return False


def _apart(page: Signature, other: Signature, match: Match | None) -> bool:
    common = {line.hash for line in page.lines} & {line.hash for line in other.lines}
    one_house = page.publisher is not None and page.publisher == other.publisher
    carried: dict[str, int] = defaultdict(int)
    if match is not None:
        carried[match.left] = bits((run.left, run.left_end) for run in match.runs)
        carried[match.right] = bits((run.right, run.right_end) for run in match.runs)
    for each in (page, other):
        own = _without(each, common)
        if own.bit_count() < max(OWN_WORDS, 0 if one_house else OWN_HALF * each.length):
            return False
        if (own & carried[each.id]).bit_count() > OWN_SHARED * own.bit_count():
            return False
    return True


def _without(signature: Signature, lines: set[int]) -> int:
    left_out = bits((line.first, line.after) for line in signature.lines if line.hash in lines)
    return ((1 << signature.length) - 1) & ~left_out
