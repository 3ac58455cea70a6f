"""Each mention takes its likeliest antecedent, or none: a log-linear model over what is true.

The weights stand in `data/antecedents.toml`, made by `training/entities/fit.py`. A network's
opinion (`scores`) is one of the things that may be true.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sayso.reading.entities.features import Pair, alone, anaphor, together
from sayso.reading.entities.known import is_place
from sayso.reading.entities.lexicon import listed, nouns, table
from sayso.reading.entities.looking import Memory
from sayso.reading.entities.names import ends, match
from sayso.reading.entities.profiles import Profile
from sayso.reading.entities.signs import signs

Scores = Callable[[int, Sequence[int]], Sequence[float]]
"""The learned log-odds that each of some mentions is the antecedent of one, all by index."""

_MEMBERS = 8
"""Latest members of an entity that a mention is compared with."""
_LEANING = 1.25
"""Added to every antecedent. The likeliest is weighed alone, though all that are right share the
chance to be it. Swept on halves of gum.train and meantime.train that were left out of the fit:
relaxed CoNLL F1 .536 and .453 at 0, .560 and .462 at 0.5, .566 and .467 at 1, .567 and .465 at
1.5."""
_ARMED = frozenset(["MIL", "REB", "UAF", "CRM"])
_WHO_AND_WHERE = frozenset(["person", "place"])
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
        best, least = own, _null(text, one) - _LEANING
        passed: dict[str, set[int]] = {}
        looked = memory.look(one, found)
        learned = dict(zip(looked, scores(one.at, looked), strict=True)) if scores else {}
        highest = max(learned.values(), default=None)
        for candidate in looked:
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
            if _names_one(text, one, found[candidate]) or _described(one, found[candidate], sign):
                best = group
                break
            odds = learned.get(candidate, 0.0)
            pair = Pair(one, found[candidate], sign, members, nearer, odds, odds == highest)
            value = _value(text, pair)
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
    the one held, two people's names, a person's and a place's, another kind of body, an armed group
    and a town."""
    if one.kind == "nominal" and one.number == "p" and not one.head.endswith("force"):
        numbers = {p.number for p in group if p.kind != "pronoun"}
        if numbers == {"s"} and any(p.kind == "name" for p in group):
            return True
    if one.kind == "nominal" and one.head in listed("titles"):
        offices = {word for p in group for word in p.words if word in listed("titles")}
        if offices and one.head not in offices:
            return True
    if one.kind == "nominal" and any(_another_body(one, p) for p in group):
        return True
    names = [p for p in group if p.kind == "name"] if one.kind == "name" else []
    return any(
        (matched := match(one, p)) == "differ"
        or (matched == "none" and {one.sort, p.sort} == _WHO_AND_WHERE)
        for p in names
    )


def _names_one(text: str, one: Profile, other: Profile) -> bool:
    """Whether two names are spelled alike or known as one's, or one is a person's whole name and
    ends the other, and nothing else is said with them.

    Whatever types they were given: of such pairs that were torn in gum.train and meantime.train,
    all 78 that are spelled alike were one, all 51 that knowledge joins, 5 of 6 that end alike.
    """
    if not one.kind == other.kind == "name":
        return False
    matched = match(one, other)
    return (
        matched in ("same", "known") or (matched == "person" and ends(one.name, other.name))
    ) and not any("," in text[slice(*each.span)] for each in (one, other))


def _described(one: Profile, other: Profile, sign: str | None) -> bool:
    """Whether a sign joins a name and its description.

    Of such pairs in meantime.train and in news, interviews and speeches of gum.train, 29 are one
    and one is not; 12 more have a side that no annotator marked.
    """
    return sign in ("apposition", "part") and {one.kind, other.kind} == {"name", "nominal"}


def _another_body(one: Profile, other: Profile) -> bool:
    """Whether a description of a body cannot be of the other: ministry and militia, army and
    council, a faction and a town."""
    noun = nouns().get(one.head)
    if noun is None or noun.sort != "group" or noun.sector is None:
        return False
    if other.kind == "name":
        return noun.sector in _ARMED and is_place(other.name)
    its = nouns().get(other.head)
    if other.kind != "nominal" or its is None or its.sort != "group" or its.sector is None:
        return False
    if noun.sector != its.sector:
        return True
    return one.head != other.head and {one.head, other.head} <= listed("bodies")


def _null(text: str, one: Profile) -> float:
    weights = _weights().get(anaphor(one), {})
    following = text[one.span[1] : one.span[1] + _AFTER] if one.head == "it" else ""
    return sum(weights.get(name, 0.0) for name in alone(one, following))


def _value(text: str, pair: Pair) -> float:
    weights = _weights().get(anaphor(pair.one), {})
    return sum(weights.get(name, 0.0) for name in together(text, pair))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    return table("antecedents")
