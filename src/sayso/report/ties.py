"""Who is tied to whom in an article, and on whose say-so."""

from collections.abc import Sequence

from msgspec import UNSET, Struct

from sayso.records.reading import Analysis, Relation
from sayso.records.text import Span
from sayso.records.vocabulary import RelationType
from sayso.report.certainty import Certainty, certainty, estimatives
from sayso.report.dates import date_words
from sayso.report.parties import Parties, Party, Say, Says
from sayso.report.sources import Source
from sayso.report.trail import Trail, trails
from sayso.report.words import one_line

MOST = 200
"""Ties that a page lists; the record has all of them."""

TYPES: dict[RelationType, str] = {
    "commands": "commands",
    "part_of": "part of",
    "member_of": "member of",
    "allied_with": "allied with",
    "fights": "fights",
    "arms": "arms",
    "trains": "trains",
    "finances": "finances",
    "backs": "backs",
    "succeeded": "succeeded",
    "founded": "founded",
    "communicated_with": "in touch with",
    "located_in": "located in",
    "same_as": "same as",
    "attribute_of": "attribute of",
    "likes": "favours",
    "dislikes": "opposes",
    "apart": "apart from",
    "has_role": "in the role of",
}
BOTH_WAYS = frozenset({"allied_with", "fights", "communicated_with", "same_as", "apart"})
"""Types that say the same of both sides."""


class Tie(Struct, frozen=True, kw_only=True):
    """What one source says alike surely of one side and another, numbered from 1 in the order
    of `Ties`: "arms, trains". `quotes` are the exact words; `directed`: it leads from `source`
    to `target`; `confidence`: that the surest of them is read right."""

    number: int
    source: Party
    target: Party
    types: tuple[str, ...]
    certainty: Certainty
    confidence: float
    directed: bool
    periods: tuple[str, ...]
    quotes: tuple[str, ...]
    estimates: tuple[str, ...]
    say: Say
    trail: Trail

    @property
    def verb(self) -> str:
        """What stands between the sides: "arms, trains", "not commands"."""
        return ("not " if self.certainty == "denied" else "") + ", ".join(self.types)


class Ties(Struct, frozen=True, kw_only=True):
    """The ties that are shown: first what the outlet asserts itself, then what else is in its
    own voice, then what sources say, each in text order. `more` are not shown."""

    shown: tuple[Tie, ...]
    more: int


def relations_of(analysis: Analysis) -> tuple[Relation, ...]:
    """Give the relations, none where that layer was not computed."""
    return () if analysis.relations is UNSET else analysis.relations


def ties(analysis: Analysis, found: tuple[Source, ...], *, most: int = MOST) -> Ties | None:
    """Give the ties, of more than `most` those that are surest to be read right; None where the
    layer was not computed or found none. `found` is from `sources`."""
    parties, says, trail = Parties(analysis), Says(found), trails(analysis)
    estimative = estimatives(analysis.text)
    groups: dict[tuple[str, str, Certainty, int | None], list[Relation]] = {}
    sides: dict[str, Party] = {}
    for one in sorted(relations_of(analysis), key=_order):
        source = parties.party(one.source, one.source_entity)
        target = parties.party(one.target, one.target_entity)
        if source.key == target.key:
            continue  # a name and its own short form
        sides |= {party.key: party for party in (source, target) if party.key not in sides}
        say = says.say(one.attribution)
        key = (source.key, target.key, certainty(one.factuality), say.source)
        groups.setdefault(key, []).append(one)
    if not groups:
        return None
    surest = set(sorted(groups, key=lambda key: -_sure(groups[key]))[:most])
    kept = ((key, group) for key, group in groups.items() if key in surest)
    shown = []
    for number, (key, group) in enumerate(kept, 1):
        where = trail(one.evidence for one in group)
        quotes = (one_line(analysis.text[start:end]) for start, end in where.spans)
        shown.append(
            Tie(
                number=number,
                source=sides[key[0]],
                target=sides[key[1]],
                types=tuple(dict.fromkeys(TYPES[one.type] for one in group)),
                certainty=certainty(group[0].factuality),
                confidence=_sure(group),
                directed=any(one.type not in BOTH_WAYS for one in group),
                periods=tuple(dict.fromkeys(filter(None, map(_period, group)))),
                quotes=tuple(dict.fromkeys(quotes)),
                estimates=estimative(where.spans),
                say=says.say(group[0].attribution),
                trail=where,
            )
        )
    return Ties(shown=tuple(shown), more=len(groups) - len(shown))


def _sure(group: Sequence[Relation]) -> float:
    return max(one.confidence for one in group)


def _order(one: Relation) -> tuple[bool, bool, Span]:
    return one.attribution is not None, one.factuality != "CT+", one.evidence


def _period(one: Relation) -> str:
    if one.begin and one.end:
        return f"{date_words(one.begin)}–{date_words(one.end)}"
    if one.begin:
        return f"since {date_words(one.begin)}"
    return f"until {date_words(one.end)}" if one.end else ""
