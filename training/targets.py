"""What is known of a text's pieces, beside attributions and mentions: arrays and links that each
head learns from. What nobody annotated is unknown, and no loss looks at it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.reading.tagger.labels import (
    ARGUMENTS,
    EVENT_TYPES,
    FACTUALITIES,
    MODES,
    RELATIONS,
    STATUSES,
    TECHNIQUES,
)
from sayso.reading.tagger.pieces import Ints, Pieces

Floats = npt.NDArray[np.float32]

ROWS: Final = {
    "events": len(EVENT_TYPES),
    "predicate": 1,
    "status": 1,
    "mode": 1,
    "factuality": 1,
    "degree": 1,
    "framing": len(TECHNIQUES),
}
"""The arrays a text may have, [rows, pieces]: yes or no for `events`, `predicate` and `framing`,
a number in a list for `status`, `mode` and `factuality`, -3 to 3 for `degree`."""

PROPBANK: Final = ("ARG0", "ARG1", "ARG2", "LOC", "TMP")
ROLES: Final = (*ARGUMENTS, *PROPBANK)
"""What a piece may be to a trigger; PropBank's roles are learned beside, and do not ship."""


class Acted(NamedTuple):
    """The roles of one trigger, all in piece indices; `asked` says which roles were annotated."""

    trigger: Ints
    roles: Mapping[int, Ints]
    asked: tuple[int, ...]


class Ties(NamedTuple):
    """The relations of some stretches of a text: (last piece of source, of target, type). Between
    the pieces of one stretch there are no others of the types `asked`."""

    stretches: tuple[tuple[int, int], ...]
    found: tuple[tuple[int, int, int], ...]
    asked: tuple[int, ...]


class Loose(NamedTuple):
    """What is known of a text as a whole: some event in it is of one of `types`, none of the types
    `absent`; and which pieces are an actor or a recipient of any of its events."""

    types: tuple[int, ...]
    absent: tuple[int, ...] = ()
    mode: int | None = None
    sides: Mapping[int, Ints] | None = None


class Targets(NamedTuple):
    """All that is known of one text."""

    arrays: Mapping[str, Floats]
    acts: tuple[Acted, ...] = ()
    ties: tuple[Ties, ...] = ()
    loose: Loose | None = None


NOTHING: Final = Targets({})


def blank(name: str, coded: Pieces) -> Floats:
    """An array of which nothing is known yet."""
    return np.full((ROWS[name], len(coded)), np.nan, dtype=np.float32)


def inside(coded: Pieces, spans: Iterable[Sequence[int]]) -> Ints:
    """The pieces of several spans."""
    slices = [coded.touched((start, end)) for start, end in spans]
    parts = [np.arange(part.start, part.stop, dtype=np.int64) for part in slices]
    return np.concatenate([*parts, np.empty(0, dtype=np.int64)])


def merged(*several: Targets) -> Targets:
    """What several annotators know of one text: where two speak of a piece, the later one holds."""
    arrays: dict[str, Floats] = {}
    for targets in several:
        for name, array in targets.arrays.items():
            arrays[name] = np.where(np.isnan(array), arrays.get(name, array), array)
    return Targets(
        arrays,
        tuple(act for targets in several for act in targets.acts),
        tuple(ties for targets in several for ties in targets.ties),
        next((targets.loose for targets in several if targets.loose), None),
    )


def evented(coded: Pieces, labelled: Iterable[dict[str, Any]]) -> Targets:
    """The PLOVER events of labelled sentences: (start, end, events) in a text's offsets."""
    arrays = {name: blank(name, coded) for name in ("events", "status", "mode", "factuality")}
    acts = []
    for sentence in labelled:
        arrays["events"][:, coded.touched((sentence["start"], sentence["end"]))] = 0
        for event in sentence["events"]:
            trigger = coded.touched(event["trigger"])
            arrays["events"][EVENT_TYPES.index(event["type"]), trigger] = 1
            arrays["status"][0, trigger] = STATUSES.index(event["status"])
            arrays["factuality"][0, trigger] = FACTUALITIES.index(event["factuality"])
            if event["mode"] in MODES:
                arrays["mode"][0, trigger] = MODES.index(event["mode"])
            acts.append(_acted(coded, event))
    return Targets(arrays, tuple(acts))


def _acted(coded: Pieces, event: dict[str, Any]) -> Acted:
    several = ("actor", "recipient", "instrument")
    spans = {
        name: event[name] if name in several else [event[name]] if event[name] else []
        for name in ARGUMENTS
    }
    return Acted(
        inside(coded, [event["trigger"]]),
        {ROLES.index(name): inside(coded, found) for name, found in spans.items()},
        tuple(range(len(ARGUMENTS))),
    )


def tied(coded: Pieces, labelled: Iterable[dict[str, Any]], asked: Iterable[str]) -> Targets:
    """The relations of labelled stretches: (start, end, relations) in a text's offsets."""
    found, stretches = [], []
    for sentence in labelled:
        part = coded.touched((sentence["start"], sentence["end"]))
        stretches.append((part.start, part.stop))
        for relation in sentence["relations"]:
            source, target = (coded.touched(relation[end]) for end in ("source", "target"))
            if source.stop > source.start and target.stop > target.start:
                kind = RELATIONS.index(relation["type"])
                found.append((source.stop - 1, target.stop - 1, kind))
    types = tuple(RELATIONS.index(name) for name in asked)
    return Targets({}, ties=(Ties(tuple(stretches), tuple(found), types),))
