"""What grammar leaves of an event: under "not", "if" or "to" it is none that happened."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from msgspec import UNSET, Struct, UnsetType, convert

from sayso import shipped
from sayso.reading.clauses import has_finite_verb
from sayso.records.text import Span
from sayso.records.vocabulary import EventStatus, EventType

REACH: Final = 200
"""Characters before a trigger that are looked at."""

VERBAL_ACTS: Final = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
"""Types whose trigger may be the very words that leave something undone: "must [end]"."""

_DEFINITE = re.compile(
    r"(?:\b(?:[Tt]he|[Tt]his|those|these|its|his|her|their)|['’]s) "
    r"(?:[\w-]+ |(?:[a-z][\w-]+ ){2})?$"
)
_VERBAL = re.compile(r"\w+ed\b")

_OWN_WORDS = re.compile(
    r"(?:(?:not|never|no|will|would|should|may|might|could|can|must|to|be|been|have|has|had|do|does"
    r"|did|is|are|was|were|fail(?:s|ed|ing)?|made|make|take|took|won['’]t|\w+n['’]t|continue"
    r"|leave(?= to)|permission) )",
    re.IGNORECASE,
)
_TO = re.compile("to ", re.IGNORECASE)
"""Words of a trigger that are not what names its event."""


class _Rule(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    leaves: tuple[EventStatus, ...]
    before: str | UnsetType = UNSET
    unless: str | UnsetType = UNSET
    form: str | UnsetType = UNSET
    after: str | UnsetType = UNSET
    spares: tuple[EventType, ...] = ()
    indefinite: bool = False


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    parts: Mapping[str, str]
    rule: tuple[_Rule, ...]


class Rule(NamedTuple):
    """A rule of `unreal.toml`, compiled."""

    name: str
    leaves: frozenset[EventStatus]
    before: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    form: re.Pattern[str] | None
    after: re.Pattern[str] | None
    spares: tuple[EventType, ...]
    indefinite: bool


def possible(
    text: str, sentence: Span, trigger: Span, kind: EventType
) -> frozenset[EventStatus] | None:
    """What the grammar around a trigger leaves its event to be; None where it says nothing."""
    rule = governing(text, sentence, trigger, kind)
    return rule.leaves if rule else None


def governing(text: str, sentence: Span, trigger: Span, kind: EventType) -> Rule | None:
    """The first rule that an event is under."""
    after = text[trigger[1] : sentence[1]]
    heads = [
        (" ".join(text[max(sentence[0], at - REACH) : at].split(" ")), text[at : sentence[1]])
        for at in (_heads(text, trigger, _TO if kind in VERBAL_ACTS else _OWN_WORDS))
    ]
    for rule in _rules():
        if kind in rule.spares:
            continue
        if rule.after and not rule.after.search(after):
            continue
        if any(_under(rule, before, form) for before, form in heads):
            return rule
    return None


def _heads(text: str, trigger: Span, helping: re.Pattern[str]) -> Iterator[int]:
    """Where a trigger begins, with and without the words that only help: "will not [endorse]"."""
    at = trigger[0]
    yield at
    while (own := helping.match(text, at, trigger[1])) and own.end() < trigger[1]:
        at = own.end()
        yield at


def _under(rule: Rule, before: str, form: str) -> bool:
    if rule.form and not rule.form.match(form):
        return False
    if rule.before:
        found = rule.before.search(before)
        if not found or (rule.unless and rule.unless.search(before)):
            return False
        subject = found.groupdict().get("subject")
        if subject and has_finite_verb(subject.split()):
            return False
    return not (rule.indefinite and _DEFINITE.search(before) and not _VERBAL.match(form))


@cache
def _rules() -> tuple[Rule, ...]:
    told = convert(shipped.table("sayso.reading.events", "unreal"), _File)
    parts: dict[str, str] = {}
    for name, pattern in told.parts.items():
        parts[name] = pattern.format(**parts)

    def compiled(pattern: str | UnsetType) -> re.Pattern[str] | None:
        return re.compile(pattern.format(**parts), re.IGNORECASE) if pattern else None

    return tuple(
        Rule(
            rule.name,
            frozenset(rule.leaves),
            compiled(rule.before),
            compiled(rule.unless),
            compiled(rule.form),
            compiled(rule.after),
            rule.spares,
            rule.indefinite,
        )
        for rule in told.rule
    )
