"""How many independent origins a claim has, from least to most, and why, in words.

A source whom a reader could look up is one, however many quote it; a body, its spokesman and its
paper are one. Two who are only described may be one person, unless their descriptions exclude each
other, and may be somebody who is named. Whoever says a thing without saying whence adds nothing
that can be counted on. Who accuses and who admits are not independent on who did it.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from sayso.desk.claims.words import folded
from sayso.desk.origins.tracing import Origin, Traced

_TAKING_SIDES: Final = frozenset("official armed police legal".split())
"""Walks of life from which an accusation is one side's, and of those who speak for a body."""

_BYSTANDER: Final = "bystander"
"""Who lives there or was there: of any walk of life, but not a body's voice."""


class Count(Struct, frozen=True, kw_only=True):
    """Independent origins from `least` to `most`; `sources` are those that somebody stands for,
    named or described, and `why` says how they were counted."""

    least: int
    most: int
    sources: int
    why: tuple[str, ...]


def counted(statements: Sequence[Traced], *, accused: str | None = None) -> Count:
    """Count the origins of those who affirm a claim.

    `accused` is the bearer who is said to have done a violent deed, where that is what is claimed.
    """
    origins = {each.origin.key: each.origin for each in statements if each.affirms and each.origin}
    walks = _walks(statements)
    named = [origin for origin in origins.values() if origin.depth == "source"]
    described = [origin for origin in origins.values() if origin.depth == "described"]
    unknown = [origin for origin in origins.values() if origin.depth == "unknown"]
    named, papers = _without_papers(named)
    described, meant = _without_meant(described, named, walks)
    why = [*papers, *meant]
    groups = _groups(described, walks)
    new = [group for group in groups if not any(_may_be(group, one, walks) for one in named)]
    least, most = len(named) + len(new), len(named) + len(described) + len(unknown)
    if named:
        why.insert(0, f"{_listed(named)} {_are(named, 'is an origin', 'are origins')}")
    if described:
        why.append(_of_described(described, groups, new))
    if unknown:
        why.append(f"{_listed(unknown)} {_are(unknown, 'gives', 'give')} no source")
    voices = [*named, *(group[0] for group in new)]
    if (admitted := _admission(voices, accused, walks, _guessing(statements))) and least > 1:
        least = max(1, least - admitted)
        why.append("accuser and accused are not independent on who did it")
    return Count(least=least, most=most, sources=len(named) + len(described), why=tuple(why))


def _walks(statements: Sequence[Traced]) -> Mapping[str, frozenset[str]]:
    """What is said anywhere of each origin's walk of life."""
    found: dict[str, frozenset[str]] = {}
    for each in statements:
        if each.origin and each.origin.voice:
            key = each.origin.key
            found[key] = found.get(key, frozenset()) | each.origin.voice.walks
    bodies = {each.origin.key for each in statements if each.origin and _for_body(each.origin)}
    return {
        key: (said - {_BYSTANDER}) or _TAKING_SIDES if key in bodies else said
        for key, said in found.items()
    }


def _for_body(origin: Origin) -> bool:
    """Whether an origin is a body, or somebody who speaks for one."""
    return origin.depth == "source" and bool(origin.voice and origin.voice.party)


def _without_papers(named: list[Origin]) -> tuple[list[Origin], list[str]]:
    """A letter that nobody is named for is his who is quoted as writing one."""
    papers = {origin.voice.paper for origin in named if origin.voice and not _is_paper(origin)}
    left = [o for o in named if not (_is_paper(o) and o.voice and o.voice.paper in papers)]
    gone = [o for o in named if o not in left]
    return left, [f"“{origin.label}” is theirs" for origin in gone]


def _is_paper(origin: Origin) -> bool:
    return origin.key.startswith("/paper")


def _without_meant(
    described: list[Origin], named: Sequence[Origin], walks: Mapping[str, frozenset[str]]
) -> tuple[list[Origin], list[str]]:
    """Take out who can only be the one person that is named, such as "the mediator"."""
    persons = [origin for origin in named if origin.voice and origin.voice.person]
    left, why = [], []
    for origin in described:
        fits = [one for one in persons if _fits(origin, one, walks)]
        if origin.label.lower().startswith("the ") and len(fits) == 1 == len(persons):
            why.append(f"“{origin.label}” can only be {fits[0].label}")
        else:
            left.append(origin)
    return left, why


def _fits(described: Origin, person: Origin, walks: Mapping[str, frozenset[str]]) -> bool:
    """Whether a description tells no walk of life, or one that is said to be this person's."""
    mine, theirs = (walks.get(each.key, frozenset()) for each in (described, person))
    return not mine or bool(mine & theirs)


def _compatible(one: Origin, other: Origin, walks: Mapping[str, frozenset[str]]) -> bool:
    """Whether two descriptions may be of one person."""
    if (noun := _institution(one)) and other.depth == "source" and other.voice:
        # A body without a name is no person but one who may head it, and another body only by
        # its noun or its walk.
        named = folded(f"{other.label} {other.key}").split()
        heads = other.voice.office and not other.voice.party
        shared = other.voice.walks & walks.get(one.key, frozenset())
        return noun in named or heads or bool(shared)
    mine, theirs = (_possible(each, walks) for each in (one, other))
    if not (_for_body(one) or _for_body(other)):
        mine, theirs = mine - {_BYSTANDER}, theirs - {_BYSTANDER}
    return not mine or not theirs or bool(mine & theirs)


def _institution(origin: Origin) -> str | None:
    return origin.voice.institution if origin.voice else None


def _possible(origin: Origin, walks: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The walks of life that somebody may be of: every body has officials."""
    said = walks.get(origin.key, frozenset())
    return said | {"official"} if said and _for_body(origin) else said


def _groups(described: Sequence[Origin], walks: Mapping[str, frozenset[str]]) -> list[list[Origin]]:
    """The fewest persons that the descriptions can be of."""
    groups: list[list[Origin]] = []
    for origin in sorted(described, key=lambda each: (-len(walks.get(each.key, ())), each.key)):
        home = next((g for g in groups if all(_compatible(origin, x, walks) for x in g)), None)
        if home is None:
            groups.append([origin])
        else:
            home.append(origin)
    return groups


def _may_be(group: Sequence[Origin], named: Origin, walks: Mapping[str, frozenset[str]]) -> bool:
    return all(_compatible(origin, named, walks) for origin in group)


def _admission(
    voices: Sequence[Origin],
    accused: str | None,
    walks: Mapping[str, frozenset[str]],
    guessing: frozenset[str],
) -> int:
    """How many who accuse there are beside one who admits: who speaks for a side, or only thinks
    that it was so."""
    if accused is None or not any(_is(origin, accused) for origin in voices):
        return 0
    return sum(
        not _is(origin, accused)
        and bool(
            (origin.voice and origin.voice.party and "medical" not in walks.get(origin.key, ()))
            or walks.get(origin.key, frozenset()) & _TAKING_SIDES
            or origin.key in guessing
        )
        for origin in voices
    )


def _guessing(statements: Sequence[Traced]) -> frozenset[str]:
    """The origins of which no statement is firm."""
    firm: dict[str, bool] = {}
    for each in statements:
        if each.affirms and each.origin:
            key = each.origin.key
            firm[key] = firm.get(key, False) or not each.proposition.hedged
    return frozenset(key for key, sure in firm.items() if not sure)


def _is(origin: Origin, bearer: str) -> bool:
    return origin.key == bearer or bool(origin.voice and origin.voice.person == bearer)


def _of_described(
    described: Sequence[Origin],
    groups: Sequence[object],
    new: Sequence[object],
) -> str:
    who = _listed(described)
    if len(new) < len(groups):
        return f"{who} may be among those named"
    if len(groups) < len(described):
        return f"{who} may be one person"
    return f"{who} {_are(described, 'is', 'are')} described without a name" + (
        " and exclude each other" if len(described) > 1 else ""
    )


def _listed(origins: Sequence[Origin]) -> str:
    labels = list(dict.fromkeys(origin.label for origin in origins))
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"


def _are(origins: Sequence[object], one: str, more: str) -> str:
    return one if len(origins) == 1 else more
