"""A mention beside a candidate antecedent, as the names of what is true of the two.

The names are the keys of `data/antecedents.toml`, which has a weight for each of them and each
class of mention. Nothing here decides.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.reading.entities.lexicon import is_verb, listed, nouns, pronoun_set
from sayso.reading.entities.names import match
from sayso.reading.entities.profiles import Profile

_COPULA = re.compile(
    r"\s*(?:,?\s*who\s+)?(?:is|was|are|were|'s|’s|became|remains|remained|be|been|being|named|"
    r"called|appointed|elected)(?:\s+(?:also|now|still|then|not|currently|one of))?\s*"
)
_NEAR = 60
"""Characters between two mentions that are read for a copula."""
_STEPS = (1, 2, 4, 8, 16)
_ODDS = (-6, -4, -3, -2, -1, 0, 1, 2, 3, 4)
"""Log-odds of a network in steps, so that a refitted network moves few weights."""


def anaphor(one: Profile) -> str:  # noqa: PLR0911
    """The class of a mention, each with its own weights."""
    if one.kind == "pronoun":
        if one.person < 3:  # noqa: PLR2004
            return "we" if one.number == "p" else "i" if one.person == 1 else "you"
        if one.head in pronoun_set("demonstrative"):
            return "this"
        if one.head in pronoun_set("relative") or one.head in pronoun_set("adverb"):
            return "who"
        return "he" if one.gender in "mf" else "they" if one.number == "p" else "it"
    if one.kind == "nominal":
        if one.words[:1] == ("to",):
            return "clause"
        return {"this": "the"}.get(one.definite, one.definite) + " noun"
    return "name" if one.kind == "demonym" else one.kind


def alone(one: Profile, following: str) -> list[str]:
    """What is true of a mention without antecedent. `following` is the text after it."""
    names = ["new", f"new {one.sort}", f"new in sentence {min(one.sentence, 2)}"]
    if one.head == "it" and re.match(
        r"\s+(?:is|was|has been|will be|would be|seems|appears|'s|’s)\b[^.]{0,40}\b(?:that|to)\b",
        following,
    ):
        names.append("new it is that")
    if one.kind == "nominal":
        names.append(f"new of {len(one.words) > 2}")  # noqa: PLR2004
        names.append(f"new plural {one.number == 'p'}")
    if one.inside >= 0:
        names.append("new inside")
    if one.definite == "this":
        names.append("new this")
    return names


class Pair(NamedTuple):
    """A mention and a candidate. `sign` joins them; `group` is the candidate's entity so far;
    `nearer`: how many other entities of the candidate's sort were mentioned since. `learned`: a
    network's log-odds that the candidate is an antecedent; `leads`: whether no other candidate has
    more. A network that was not asked holds it as likely as not."""

    one: Profile
    other: Profile
    sign: str | None
    group: Sequence[Profile]
    nearer: int
    learned: float = 0.0
    leads: bool = False


def together(text: str, pair: Pair) -> list[str]:
    """What is true of a mention and a candidate."""
    one, other, sign, group, nearer, learned, leads = pair
    names = [
        "old",
        f"sentences {_step(one.sentence - other.sentence)}",
        f"mentions {_step(one.at - other.at)}",
        f"{other.kind}",
        f"{other.kind} in sentence {_step(one.sentence - other.sentence)}",
        f"nearer {min(nearer, 3)} {other.sort == 'unknown'}",
        f"group {_step(len(group))}",
        _number(one, other),
        _gender(one, group),
        _sorts(one, other, group),
    ]
    if sign:
        names.append(f"sign {sign}")
    names += [f"network over {odds}" for odds in _ODDS if learned > odds]
    if leads:
        names.append("network first")
    nested = one.span[0] >= other.span[0] and one.span[1] <= other.span[1]
    if nested:
        names.append("inside it" if one.inside == other.at else "deep inside it")
    elif other.inside >= 0 and other.inside == one.inside:
        names.append("side by side")
    names += _places(one, other)
    names += _quotes(one, other)
    if one.kind == "pronoun":
        names += _pronouns(one, other, group)
    else:
        names += _words(one, other, group)
    gap = other.span[1], one.span[0]
    if other.sentence == one.sentence and 0 < gap[1] - gap[0] < _NEAR and not nested:
        if _COPULA.fullmatch(text[gap[0] : gap[1]]):
            names.append(f"is {other.sort == one.sort}")
        elif re.fullmatch(r"\s*(?:,\s*)?(?:and|or)\s*", text[gap[0] : gap[1]]):
            names.append("and")
    return names


def _step(number: int) -> str:
    for step in _STEPS:
        if number <= step:
            return f"to {step}" if number > 0 else "0"
    return "far"


def _number(one: Profile, other: Profile) -> str:
    if "e" in (one.number, other.number):
        return "number either"
    return "number same" if one.number == other.number else f"number {other.number}{one.number}"


def _gender(one: Profile, group: Sequence[Profile]) -> str:
    known = {p.gender for p in group} & {"m", "f", "n"}
    if one.gender == "e" or not known:
        return "gender open"
    return "gender same" if one.gender in known else "gender other"


def _sorts(one: Profile, other: Profile, group: Sequence[Profile]) -> str:
    sort = other.sort
    if sort == "unknown":
        sort = next((p.sort for p in group if p.sort != "unknown"), "unknown")
    if one.sort == "unknown" or sort == "unknown":
        return f"sort {sort}"
    if one.sort == sort:
        return f"sort same {sort}"
    return "sort group or place" if {one.sort, sort} == {"group", "place"} else "sort other"


def _places(one: Profile, other: Profile) -> list[str]:
    names = []
    if other.first:
        names.append("first" if other.sentence != one.sentence else "first here")
    if is_verb(other.after):
        names.append("does")
    if other.before in listed("prepositions"):
        names.append("after preposition")
    if one.paragraph == other.paragraph:
        names.append("same paragraph")
    return names


def _quotes(one: Profile, other: Profile) -> list[str]:
    if one.quoted and one.quoted == other.quoted:
        return ["same quote"]
    names = ["quoted" if one.quoted else "", "other quoted" if other.quoted else ""]
    if {other.after, other.before} & listed("speech") or other.before == "to":
        names.append("speaks in" if one.quoted and not other.quoted else "speaks")
    return [name for name in names if name]


def _pronouns(one: Profile, other: Profile, group: Sequence[Profile]) -> list[str]:
    names = []
    if other.kind == "pronoun":
        if other.head == one.head:
            names.append("same pronoun")
        elif (other.person, other.number, other.gender) == (one.person, one.number, one.gender):
            names.append("same paradigm")
        else:
            names.append("other paradigm" if other.person == one.person else "other person")
    if one.head in pronoun_set("possessive") and other.sentence == one.sentence:
        names.append("possessive here")
    if one.head in pronoun_set("reflexive") and other.sentence == one.sentence:
        names.append("reflexive here")
    if one.head in pronoun_set("subject") and other.first:
        names.append("subjects")
    if any(p.kind == "name" for p in group):
        names.append("named")
    if other.kind == "nominal":
        names.append(f"nominal {other.definite}")
    if other.head in ("who", "which"):
        names.append("relative")
    return names


def _kinds(one: Profile, other: Profile, group: Sequence[Profile], matched: str) -> list[str]:
    """A description of a kind beside what has a name: "the company", "the country"."""
    noun = nouns().get(one.head)
    if noun is None or matched != "none" or noun.sort not in (other.sort, "place"):
        return []
    short = "short" if len(one.words) == 1 else "long"
    names = [f"kind {noun.sort} {short}"]
    if one.head in ("country", "nation", "state", "republic"):
        state = any(number.startswith("state-") for p in group for number in p.known)
        names.append(f"country of {state or other.kind == 'demonym'}")
    return names


def _words(one: Profile, other: Profile, group: Sequence[Profile]) -> list[str]:
    if other.kind == "pronoun":
        return [f"pronoun {other.person}"]
    names = ["type same" if one.type == other.type else "type other"]
    matched = match(one, other)
    if matched != "none":
        names.append(f"name {matched}")
    if any(match(one, p) == "differ" for p in group if p.name):
        names.append("names differ")
    names += _heads(one, other, group)
    if one.kind == "nominal" and other.kind == "nominal":
        names.append(f"{one.definite} after {other.definite}")
    elif one.kind == "nominal":
        names += _kinds(one, other, group, matched)
    return names


def _heads(one: Profile, other: Profile, group: Sequence[Profile]) -> list[str]:
    if one.words == other.words:
        return ["same words"]
    if one.head == other.head:
        new = set(one.words) - {word for p in group for word in p.words}
        names = [("same head", "same head more")[len(new)] if len(new) <= 1 else "head only"]
        if one.kind == other.kind == "nominal" and set(other.words) - set(one.words):
            names.append("shorter")
        return names
    if one.kind == "nominal" and one.head in other.words:
        return ["head in it"]
    if other.kind == "nominal" and other.head in one.words:
        return ["its head in"]
    return [f"heads differ {other.kind}"]
