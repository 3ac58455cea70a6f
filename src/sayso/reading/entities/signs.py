"""Certain signs that two mentions are one: they stand so that the language says it.

[Idris Valo], [commander of the Harbour Brigade],        apposition
[Harbour Brigade chief] [Idris Valo]                     a post before a name
[Harbour Brigade] ([HB])                                 a short form in brackets
[[the commander] [Idris Valo]]                           a part that says the same again
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from sayso.reading.entities.lexicon import nouns, pronoun_set, singular
from sayso.reading.entities.names import initials
from sayso.reading.entities.profiles import Profile

Sign = Literal["apposition", "title", "bracket", "part", "relative"]

_COMMA = re.compile(r"\s*[,–—-]\s*(?:also\s+)?")
_BRACKET = re.compile(r"\s*\(\s*(?:the\s+|or\s+|known as\s+)?[\"“'‘]?")
_BLANK = re.compile(r"[ \u00a0]+[\"“]?")
_CLOSE = re.compile(r"\s*(?:[,.;:–—)-]|\n|$|[\"”]|who\b|which\b|and\b|said\b)")
_LIST = re.compile(r",?\s(?:and|or|&)\s|,[^,]*,[^,]*,")
_GAP = 40
"""Characters between two mentions that a sign may span: "also known as the"."""
_FAR = 12
"""Mentions after one among which its apposition may stand: those nested between them."""


class Join(NamedTuple):
    """Two mentions by index, and the sign."""

    first: int
    second: int
    sign: Sign


def signs(text: str, found: Sequence[Profile]) -> Iterator[Join]:
    """Every pair that a sign joins, in text order of the first."""
    for one in found:
        if one.kind in ("pronoun", "value", "demonym"):
            continue
        for other in found[one.at + 1 : one.at + 1 + _FAR]:
            if other.kind in ("value", "demonym"):
                continue
            if other.span[0] >= one.span[1] + _GAP:
                break
            if sign := _sign(text, one, other):
                yield Join(one.at, other.at, sign)


def _sign(text: str, one: Profile, other: Profile) -> Sign | None:  # noqa: PLR0911
    if other.span[0] < one.span[1]:
        return "part" if _is_part(text, one, other) else None
    between = text[one.span[1] : other.span[0]]
    if other.kind == "pronoun":
        close = between.strip(" ,") == "" and other.head in pronoun_set("relative")
        return "relative" if close and other.head != "that" else None
    if _BRACKET.fullmatch(between) and _is_short_form(one, other):
        return "bracket"
    if not _alike(one, other):
        return None
    if _BLANK.fullmatch(between) and other.kind == "name" and one.kind == "nominal":
        return (
            "title" if one.sort == "person" and one.number != "p" and one.definite != "a" else None
        )
    if _COMMA.fullmatch(between) and _CLOSE.match(text[other.span[1] :]):
        return "apposition" if _is_apposition(one, other) else None
    return None


def _is_part(text: str, outer: Profile, inner: Profile) -> bool:  # noqa: PLR0911
    """Whether a mention inside another says the same: its end, its beginning up to a comma."""
    if not _alike(outer, inner):
        return False
    if inner.span[1] == outer.span[1] and inner.span != outer.span:
        before = text[outer.span[0] : inner.span[0]]
        lead = before.split()
        possessive = re.search(r"['’]s?\s*$", before)
        linked = {"of", "and", "or", "for", "in", "at", "to", "from", "by", "with", "on", "than"}
        if not lead or possessive or linked & set(before.lower().split()):
            return False
        if "," in before:
            return not _LIST.search(before) and (inner.kind == "name" or inner.definite != "bare")
        described = (noun := nouns().get(singular(lead[-1].lower()))) and noun.sort != "place"
        return inner.kind == "name" and (outer.sort == "person" or bool(described))
    if inner.span[0] == outer.span[0]:
        after = text[inner.span[1] : outer.span[1]]
        if re.match(r",|\s+(?:which|who|that)\b|\s*\(", after):
            return not _LIST.search(after) and outer.head == inner.head
        described = inner.kind == "nominal" and outer.kind == "name" and inner.head in nouns()
        return described and inner.sort != "place" and bool(re.match(r"\s+[A-Z]", after))
    return False


def _is_apposition(one: Profile, other: Profile) -> bool:
    if one.kind == "name" and other.kind == "nominal":
        bare_post = other.head in nouns() and other.definite in ("bare", "whose")
        return other.definite in ("a", "the") or bare_post
    if one.kind == "nominal" and other.kind == "name":
        return one.definite != "a" or one.sort == "person"
    return False


def _is_short_form(one: Profile, other: Profile) -> bool:
    if one.kind != "name" or other.kind != "name":
        return False
    short = other.name.replace(" ", "")
    return short in initials(one.name) or (
        len(short) <= 8 and one.sort == other.sort and one.sort != "place"  # noqa: PLR2004
    )


def _alike(one: Profile, other: Profile) -> bool:
    """Whether sort and number let two mentions be one."""
    if "unknown" not in (one.sort, other.sort) and one.sort != other.sort:
        return False
    return {one.number, other.number} != {"s", "p"}
