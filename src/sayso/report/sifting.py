"""By what the events of a page can be sifted: the values that occur, each with its words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct

from sayso.records.vocabulary import EventType
from sayso.report.certainty import STATUSES, SURE
from sayso.report.what import Happening

TYPES: dict[EventType, str] = {
    "AGREE": "agree",
    "CONSULT": "consult",
    "SUPPORT": "support",
    "COOPERATE": "cooperate",
    "AID": "aid",
    "CONCEDE": "concede",
    "RETREAT": "retreat",
    "REQUEST": "request",
    "ACCUSE": "accuse",
    "REJECT": "reject",
    "THREATEN": "threaten",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilise",
    "COERCE": "coerce",
    "ASSAULT": "assault",
}
"""PLOVER's types as they are shown."""

_SIDES = 40
_Word = TypeVar("_Word", bound=str)


class Choice(Struct, frozen=True, kw_only=True):
    """One value, its words, and how many events have it."""

    value: str
    words: str
    count: int


class Sieve(Struct, frozen=True, kw_only=True):
    """The choices for each thing that events can be sifted by. A side's value is its number in
    `numbers`, which is by its key; the most frequent sides have one."""

    choices: dict[str, tuple[Choice, ...]]
    numbers: dict[str, int]


def sieve(events: tuple[Happening, ...]) -> Sieve:
    """Give the choices; a thing in which all events are alike has none."""
    sides = Counter(key for one in events for key in _sides(one))
    names = {p.key: p.name for one in events for p in (*one.actors, *one.recipients)}
    common = [key for key, _ in sides.most_common(_SIDES)]
    numbers = {key: number for number, key in enumerate(common, 1)}
    every = {
        "type": _choices((one.type for one in events), TYPES),
        "status": _choices((one.status for one in events), STATUSES),
        "sure": _choices((one.factuality for one in events), SURE),
        "voice": _choices((voice(one) for one in events), _VOICES),
        "side": tuple(
            Choice(value=str(numbers[key]), words=names[key], count=sides[key])
            for key in sorted(common, key=lambda key: names[key].casefold())
        ),
    }
    choices = {name: found for name, found in every.items() if len(found) > 1}
    return Sieve(choices=choices, numbers=numbers)


_VOICES = {"own": "the outlet itself", "told": "sources"}


def voice(one: Happening) -> str:
    """Say whether an event is the outlet's own word or told by a source."""
    return "own" if one.say.own else "told"


def _sides(one: Happening) -> dict[str, None]:
    """The keys of the sides, each once and in their order, on which that of the page depends."""
    return dict.fromkeys(party.key for party in (*one.actors, *one.recipients))


def _choices(values: Iterable[str], words: Mapping[_Word, str]) -> tuple[Choice, ...]:
    counts = Counter(values)
    return tuple(
        Choice(value=value, words=said, count=counts[value])
        for value, said in words.items()
        if counts[value]
    )
