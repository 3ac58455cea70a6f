"""Each mention takes its likeliest antecedent, or none: a log-linear model over what is true.

The weights stand in `data/antecedents.toml`, made by `training/entities/fit.py`. A network's
opinion (`scores`) is added to the sum for pronouns and nominals, where reading decides.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sayso.reading.entities.features import Pair, alone, anaphor, together
from sayso.reading.entities.lexicon import listed, table
from sayso.reading.entities.looking import Memory
from sayso.reading.entities.names import match
from sayso.reading.entities.profiles import Profile
from sayso.reading.entities.signs import signs

Scores = Callable[[int, int], float]
"""The learned log-odds that the mention of the second index is an antecedent of the first's."""

_MEMBERS = 8
"""Latest members of an entity that a mention is compared with."""
_AFTER = 80
"""Characters after a mention that say whether "it" stands for anything."""


def linked(
    text: str, found: Sequence[Profile], *, scores: Scores | None = None
) -> tuple[tuple[int, ...], ...]:
    """Partition the mentions: indices by entity, in text order of their first."""
    joined = {(join.second, join.first): join.sign for join in signs(text, found)}
    memory = Memory(text)
    groups: list[list[int]] = []
    home: list[list[int]] = []
    for one in found:
        own = [one.at]
        best, least = own, _null(text, one)
        passed: dict[str, set[int]] = {}
        for candidate in memory.look(one, found):
            group = home[candidate]
            seen = passed.setdefault(found[candidate].sort, set())
            nearer = len(seen - {group[0]})
            seen.add(group[0])
            if found[candidate].span == one.span:
                best = group  # the same words under two types
                break
            members = [found[i] for i in group[-_MEMBERS:]]
            if _excluded(one, members):
                continue
            sign = joined.get((one.at, candidate))
            value = _value(text, Pair(one, found[candidate], sign, members, nearer))
            if scores is not None and one.kind in ("pronoun", "nominal"):
                value += scores(one.at, candidate)
            if value > least:
                best, least = group, value
        if best is own:
            groups.append(own)
        else:
            best.append(one.at)
        home.append(best)
        memory.file(one)
    return tuple(map(tuple, groups))


def _excluded(one: Profile, group: Sequence[Profile]) -> bool:
    """What no weight may outvote: several that are said to be a name of one, another office than
    the one held, two people's names."""
    if one.kind == "nominal" and one.number == "p" and not one.head.endswith("force"):
        numbers = {p.number for p in group if p.kind != "pronoun"}
        if numbers == {"s"} and any(p.kind == "name" for p in group):
            return True
    if one.kind == "nominal" and one.head in listed("titles"):
        offices = {word for p in group for word in p.words if word in listed("titles")}
        if offices and one.head not in offices:
            return True
    return any(match(one, p) == "differ" for p in group if p.kind == "name" and one.kind == "name")


def _null(text: str, one: Profile) -> float:
    weights = _weights()[anaphor(one)]
    following = text[one.span[1] : one.span[1] + _AFTER] if one.head == "it" else ""
    return sum(weights.get(name, 0.0) for name in alone(one, following))


def _value(text: str, pair: Pair) -> float:
    weights = _weights()[anaphor(pair.one)]
    return sum(weights.get(name, 0.0) for name in together(text, pair))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    return table("antecedents")
