"""The loaded and disputed words of an article, and whose words they are."""

from bisect import bisect_left
from typing import NamedTuple

from msgspec import UNSET, Struct

from sayso.reading.framing.contested import Contested, Label, labels
from sayso.records.reading import Analysis, Framing
from sayso.records.text import Span
from sayso.records.vocabulary import Voice
from sayso.report.parties import Say, Says
from sayso.report.sources import Source
from sayso.report.trail import Trail, trails
from sayso.report.words import one_line

MOST = 200
"""Wordings that a page lists; the record has all of them."""

TECHNIQUES = {
    "Appeal_to_Authority": "appeal to authority",
    "Appeal_to_fear-prejudice": "appeal to fear or prejudice",
    "Bandwagon,Reductio_ad_hitlerum": "bandwagon, or guilt by likeness",
    "Black-and-White_Fallacy": "black or white",
    "Causal_Oversimplification": "one cause for many",
    "Doubt": "casting doubt",
    "Exaggeration,Minimisation": "exaggeration or belittling",
    "Flag-Waving": "flag-waving",
    "Loaded_Language": "loaded language",
    "Name_Calling,Labeling": "name calling or labelling",
    "Repetition": "repetition",
    "Slogans": "slogan",
    "Thought-terminating_Cliches": "cliché that ends thought",
    "Whataboutism,Straw_Men,Red_Herring": "whataboutism, straw man or red herring",
}
"""The techniques of SemEval-2020 task 11 in words."""


class Wording(Struct, frozen=True, kw_only=True):
    """Words of one kind in one mouth, numbered from 1 in the order of `Wordings`. `contested`
    is their entry in the list of disputed labels, where they have one."""

    number: int
    words: str
    technique: str
    contested: Contested | None
    say: Say
    trail: Trail


class Wordings(Struct, frozen=True, kw_only=True):
    """The outlet's own words first, then those of sources, each in text order. `more` are not
    shown."""

    own: tuple[Wording, ...]
    told: tuple[Wording, ...]
    more: int


def framing_of(analysis: Analysis) -> tuple[Framing, ...]:
    """Give the framing, none where that layer was not computed."""
    return () if analysis.framing is UNSET else analysis.framing


def wordings(analysis: Analysis, found: tuple[Source, ...], *, most: int = MOST) -> Wordings | None:
    """Give the wordings; None where the layer was not computed or found none. `found` is from
    `sources`."""
    says, trail = Says(found), trails(analysis)
    groups: dict[_Key, list[Framing]] = {}
    for one in sorted(framing_of(analysis), key=_order):
        words = one_line(analysis.text[one.start : one.end])
        key = _Key(one.technique, words.casefold(), one.voice, one.attribution)
        groups.setdefault(key, []).append(one)
    if not groups:
        return None
    listed = labels(analysis.text)
    shown = [
        Wording(
            number=number,
            words=one_line(analysis.text[group[0].start : group[0].end]),
            technique=TECHNIQUES.get(key.technique) or one_line(key.technique.replace("_", " ")),
            contested=_entry(listed, (group[0].start, group[0].end)),
            say=says.say(None if key.voice == "own" else key.attribution or ""),
            trail=trail((one.start, one.end) for one in group),
        )
        for number, (key, group) in enumerate(list(groups.items())[:most], 1)
    ]
    return Wordings(
        own=tuple(one for one in shown if one.say.own),
        told=tuple(one for one in shown if not one.say.own),
        more=len(groups) - len(shown),
    )


class _Key(NamedTuple):
    technique: str
    words: str
    voice: Voice
    attribution: str | None


def _order(one: Framing) -> tuple[bool, int, int]:
    return one.voice != "own", one.start, one.end


def _entry(listed: tuple[Label, ...], span: Span) -> Contested | None:
    """Give the entry of the first label that shares words with a span."""
    first = bisect_left(listed, span[0], key=lambda one: one.end - 1)
    return listed[first].entry if first < len(listed) and listed[first].start < span[1] else None
