"""What the words of a cue make of what is said: "believes" is less than "says"."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from sayso import shipped
from sayso.reading.clauses import words_of
from sayso.records.reading import Attribution
from sayso.records.vocabulary import Factuality

_RANK: Final[Mapping[Factuality, int]] = {
    "CT+": 3,
    "CT-": 3,
    "PR+": 2,
    "PR-": 2,
    "PS+": 1,
    "PS-": 1,
}
_WEAKENED: Final[dict[tuple[int, bool], Factuality]] = {
    (2, False): "PR+", (1, False): "PS+", (2, True): "PR-", (1, True): "PS-",
}  # fmt: skip


@cache
def _levels() -> Mapping[str, Factuality]:
    listed: dict[Factuality, list[str]] = shipped.table("sayso.reading.factuality", "cues")["cue"]
    return {word: level for level, words in listed.items() for word in words}


def level(text: str, attribution: Attribution) -> Factuality:
    """How sure a source is of what it says, by the first word of the cue that tells."""
    known = _levels()
    words = [m.group().lower() for part in attribution.cue for m in words_of(text, *part)]
    for first, second in pairwise([*words, ""]):
        found = known.get(f"{first} {second}") or known.get(first)
        if found:
            return found
    return "CT+"


def under(cue: Factuality, said: Factuality) -> Factuality:
    """What is said, as sure as its cue lets it be. A cue of denial makes it negative, once: what is
    denied reads as negative already. A cue that commits to nothing leaves open what would else be
    certain; what reads as less than that has had its say ("wants them to be able to")."""
    if said in ("Uu", "CTu") or (cue == "Uu" and said in ("CT+", "CT-")):
        return "Uu"
    if cue == "Uu":
        return said
    negative = said.endswith("-") or cue.endswith("-")
    rank = min(_RANK[cue], _RANK[said])
    return _WEAKENED.get((rank, negative), "CT-" if negative else "CT+")
