"""What a document says of someone against what is known of an actor, one number for each question.

The numbers go into `link`'s sum with the weights of `data/weights.toml`; the words go into its
reason.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from sayso.knowledge.actors.actor import Actor, Tenure
from sayso.knowledge.actors.spelling import bare, personal, spellings
from sayso.knowledge.names import plain, skeleton

FEATURES: Final = (
    "bias", "name", "alias", "weak", "sounds", "shortened", "acronym", "one_word", "person",
    "state", "country_same", "country_other", "context", "in_time", "out_of_time", "rivals",
    "better_rival",
)  # fmt: skip

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,}|[A-Z][A-Za-z]*[A-Z][A-Za-z-]*")
_GRADES: Final = ("name", "alias", "weak", "shortened", "sounds")
"""How a name may agree, the best first."""


class Asked(Struct, frozen=True, kw_only=True):
    """What a document says of one entity."""

    names: tuple[str, ...]
    person: bool
    state: bool
    countries: frozenset[str]
    context: frozenset[str]
    on_date: str | None


class Agreement(NamedTuple):
    """How the names agree: a word of `_GRADES`, what was said, what is known."""

    grade: str
    said: str
    known: str


class Compared(NamedTuple):
    """A candidate's numbers by feature, and the reason in words."""

    actor: Actor
    agreement: Agreement
    numbers: dict[str, float]
    reason: tuple[str, ...]


def agreement(asked: Asked, actor: Actor) -> Agreement | None:
    """The best way in which any of the names said is one of the actor's."""
    found = [
        agreed
        for said in asked.names
        for known, weak in (*((n, False) for n in actor.names), *((n, True) for n in actor.weak))
        if (agreed := _agree(said, known, actor, weak=weak))
    ]
    return min(found, key=lambda one: _GRADES.index(one.grade), default=None)


def compare(asked: Asked, actor: Actor, agreed: Agreement, rivals: Sequence[Agreement]) -> Compared:
    """Answer every question about one candidate; `rivals` are the other candidates' agreements."""
    numbers = dict.fromkeys(FEATURES, 0.0)
    numbers["bias"] = 1.0
    numbers[agreed.grade] = 1.0
    reason = [f"“{agreed.said}” {_SAID[agreed.grade]} “{agreed.known}”"]
    numbers["acronym"] = float(bool(_ACRONYM.fullmatch(agreed.said)))
    numbers["one_word"] = float(" " not in agreed.said and not numbers["acronym"])
    numbers["person"] = float(asked.person)
    numbers["state"] = float(actor.state)
    if asked.countries and actor.countries:
        same = asked.countries & set(actor.countries)
        numbers["country_same" if same else "country_other"] = 1.0
        known, said = ", ".join(actor.countries), ", ".join(sorted(asked.countries))
        reason.append(f"country {known} {'agrees' if same else f'is not {said}'}")
    if hits := sorted(clues(actor) & asked.context):
        numbers["context"] = min(len(hits), 3) / 3
        reason.append(f"the text also has {', '.join(hits[:3])}")
    if time := _in_time(actor, asked.on_date):
        numbers["in_time" if time[0] else "out_of_time"] = 1.0
        reason.append(time[1])
    better = [r for r in rivals if _GRADES.index(r.grade) < _GRADES.index(agreed.grade)]
    level = [r for r in rivals if r.grade == agreed.grade]
    numbers["better_rival"] = float(bool(better))
    numbers["rivals"] = min(len(level), 3) / 3
    if rivals:
        reason.append(f"{len(rivals)} others of that name")
    return Compared(actor, agreed, numbers, tuple(reason))


def clues(actor: Actor) -> frozenset[str]:
    """Plain words that a text about this actor is likely to have: posts, parents, acronyms."""
    phrases = [*actor.parents, *(t.title for t in actor.tenures)]
    words = {word for phrase in phrases for word in plain(phrase).split() if len(word) > 3}  # noqa: PLR2004
    return frozenset(words - _EMPTY)


def holds(tenure: Tenure, on_date: str) -> bool:
    """Whether a post was held on an ISO date; an open end holds on."""
    begin, end = tenure.begin or "", tenure.end or "9999"
    return begin <= on_date[: max(len(begin), 4)] and on_date[: len(end)] <= end


def _in_time(actor: Actor, on_date: str | None) -> tuple[bool, str] | None:
    if on_date is None:
        return None
    if current := [t for t in actor.tenures if holds(t, on_date)]:
        return True, f"{current[-1].title} on {on_date[:10]}"
    if actor.tenures:
        last = actor.tenures[-1]
        return False, f"{last.title} from {last.begin or '?'} to {last.end or '?'} only"
    early = bool(actor.begin) and on_date < (actor.begin or "")
    if early or (actor.end and on_date[: len(actor.end)] > actor.end):
        return False, f"it was there from {actor.begin or '?'} to {actor.end or '?'}"
    return None


def _agree(said: str, known: str, actor: Actor, *, weak: bool) -> Agreement | None:
    person = actor.schema == "Person"
    said_plain, known_plain = (_plain(name, person=person) for name in (said, known))
    said_all, known_all = spellings(said, person=person), spellings(known, person=person)
    if not said_plain or _case_differs(said, known) or (person and _middles_differ(said, known)):
        return None
    if said_plain == known_plain:
        grade = "weak" if weak else "name" if known == actor.name else "alias"
    elif set(said_all) & set(known_all):
        grade = "weak" if weak else "shortened"
    elif {skeleton(s) for s in said_all} & {skeleton(k) for k in known_all}:
        if weak or len(skeleton(said_plain)) < 4 or bool(_ACRONYM.fullmatch(known)):  # noqa: PLR2004
            return None
        grade = "sounds"
    else:
        return None
    return Agreement(grade, said, known)


def _case_differs(said: str, known: str) -> bool:
    """An acronym is one only in capitals: "US" is not "us", "WHO" not "who"."""
    short = known.replace(".", "")
    return len(short) <= 5 and short.isupper() and said.replace(".", "").islower()  # noqa: PLR2004


def _middles_differ(said: str, known: str) -> bool:
    """Whether both have names between first and last, and none of them could be the same:
    "William Clay Ford" and "William F. Ford"."""
    ours, theirs = (
        {word[0] for word in _plain(name, person=True).split()[1:-1]} for name in (said, known)
    )
    return bool(ours and theirs and not ours & theirs)


def _plain(name: str, *, person: bool) -> str:
    return personal(name) if person else plain(bare(name))


_SAID = {
    "name": "is its name",
    "alias": "is its alias",
    "weak": "is said of it",
    "shortened": "is short for",
    "sounds": "sounds like",
}
_EMPTY = frozenset("member official body international post head chief former".split())
