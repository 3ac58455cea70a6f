"""Ties that a plain verb between two actors says: "arms, trains and finances", "backed by".

Such lists and compounds are rare where relations were labelled and common where they matter, so
that they are known by rule. What a rule is worth is counted where they were labelled.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, cast

from sayso import shipped
from sayso.reading.relations.features import Pair
from sayso.reading.relations.nodes import Node, Word
from sayso.records.vocabulary import RelationType

Rule = Literal["active", "passive", "compound", "participle", "under"]

ACTORS = frozenset({"Person", "Organisation", "Location", "Nationality"})

OPENING = 2
"""Words of a sentence before a participle that opens it: "Since succeeding"."""

_AUXILIARIES = frozenset(
    "is are was were be been being has have had who which that also and or , long still now then "
    "openly actively secretly directly jointly largely heavily reportedly chiefly mainly".split()
)
_GATHERED = frozenset(
    "organized organised united grouped folded integrated incorporated gathered formed".split()
)
_OVER = frozenset({"under", "within", "into"})


def stated(spoken: Sequence[Word], pair: Pair) -> Iterator[tuple[RelationType, Rule]]:
    """The types that a plain verb says of a pair, with the rule that knows."""
    source, target, begin, end = pair
    if not (ACTORS.intersection(source.types) and ACTORS.intersection(target.types)):
        return
    right = max(source, target, key=lambda node: node.head)
    if spoken[right.last].owner:
        return
    lows = [word.low for word in spoken[begin:end]]
    if source.head < target.head:
        rule = _ahead(lows, nested=target.first <= source.head)
        if _gathered(lows):
            yield "part_of", "under"
    else:
        rule = "passive" if lows[-1:] == ["by"] and _verbs_only(lows[:-1]) else None
    if rule is None and source.head > target.head:
        rule, lows = "participle", _participle(spoken, source, target)
    if rule is not None:
        kinds = (kind for low in lows for kind in _kinds().get(low, ()))
        yield from ((kind, rule) for kind in dict.fromkeys(kinds))


def _ahead(lows: Sequence[str], *, nested: bool) -> Rule | None:
    if lows[:1] == ["-"] and len(lows) > 1:
        whole = nested or len(lows) == 2  # noqa: PLR2004 - the hyphen and the verb
        done = lows[1].endswith("ed") and lows[1] in _kinds()
        return "compound" if whole and done else None
    return "active" if _verbs_only(lows) else None


def _verbs_only(lows: Sequence[str]) -> bool:
    """Whether words are verbs of the list, one at least, with what may stand beside them."""
    return any(low in _kinds() for low in lows) and all(
        low in _kinds() or low in _AUXILIARIES for low in lows
    )


def _gathered(lows: Sequence[str]) -> bool:
    return (
        bool(lows)
        and lows[-1] in _OVER
        and any(low in _GATHERED for low in lows)
        and all(low in _GATHERED or low in _AUXILIARIES for low in lows[:-1])
    )


def _participle(spoken: Sequence[Word], source: Node, target: Node) -> list[str]:
    """The participle, if any, that opens a sentence before `target` with `source` as subject."""
    at = target.first - 1
    if not 0 <= at <= OPENING or not spoken[at].low.endswith("ing"):
        return []
    commas = [n for n in range(target.last + 1, source.first) if spoken[n].low == ","]
    return [spoken[at].low] if commas == [source.first - 1] else []


@cache
def _kinds() -> Mapping[str, tuple[RelationType, ...]]:
    listed: dict[str, str] = shipped.table("sayso.reading.relations", "verbs")
    found: dict[str, list[str]] = {}
    for kind, verbs in listed.items():
        for verb in verbs.split():
            found.setdefault(verb, []).append(kind)
    return {verb: cast("tuple[RelationType, ...]", tuple(kinds)) for verb, kinds in found.items()}
