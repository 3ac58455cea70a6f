"""Clusters of documents by what they have in common on average, not by the strongest chain."""

from collections import defaultdict
from collections.abc import Iterable

from sayso.desk.families.match import Match

# Two clusters come together only when the documents of one have on average so much in common with
# those of the other, counting the pairs that have anything. One document that quotes half of a
# report then does not bring its whole family along. Swept from .2 to .45 on half of the open
# families, by event: only .45 loses copies. Run `python -m benchmarks.families accuracy` again.
BOND = 0.35


def clusters(documents: Iterable[str], matches: Iterable[Match]) -> tuple[tuple[str, ...], ...]:
    """Partition `documents`: average linkage along the matches that say `same`, closest first.

    Matches that do not say so hold clusters apart. The answer does not depend on their order.
    """
    home = {document: document for document in documents}
    members = {document: [document] for document in home}
    common: dict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
    ordered = sorted(matches, key=lambda match: (-match.score, match.left, match.right))
    for match in ordered:
        common[match.left][match.right] = common[match.right][match.left] = (match.score, 1)
    for match in ordered:
        one, other = home[match.left], home[match.right]
        if not match.same or one == other:
            continue
        total, pairs = common[one][other]
        if total < BOND * pairs:
            continue
        if len(members[one]) < len(members[other]):
            one, other = other, one
        for document in members[other]:
            home[document] = one
        members[one] += members.pop(other)
        for third, (more, count) in common.pop(other).items():
            del common[third][other]
            if third != one:
                so_far, before = common[one].get(third, (0.0, 0))
                common[one][third] = common[third][one] = (so_far + more, before + count)
    return tuple(sorted(tuple(sorted(cluster)) for cluster in members.values()))
