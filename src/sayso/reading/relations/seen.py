"""What the network says of two ends: which tie it sees, and in which acts they are the sides."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from sayso.reading.relations.nodes import Node, Word
from sayso.reading.tagger.labels import ARGUMENTS, EVENT_TYPES, RELATIONS
from sayso.reading.tagger.marks import Marks, Trigger
from sayso.reading.tagger.network import Floats
from sayso.records.text import Span

FLOOR: Final = -5.0
"""Log odds of a tie that was not kept."""

SIDES: Final = ((1.0, "2"), (-1.0, "1"))
"""From which log odds on two ends are the sides of an act, plainly or perhaps."""

_ACTOR, _RECIPIENT = ARGUMENTS.index("actor"), ARGUMENTS.index("recipient")
_OWNERS = ("'s", "’s")


class Sides(NamedTuple):
    """An act, and the log odds of each node to be its actor and its recipient."""

    type: str
    odds: float
    actor: Floats
    recipient: Floats


class Seen:
    """The marks of a text, to be asked about the nodes of its sentences."""

    def __init__(self, text: str, marks: Marks) -> None:
        self._text, self._pieces, self._triggers = text, marks.pieces, marks.triggers
        self._firsts = [trigger.first for trigger in marks.triggers]
        self._ties: dict[tuple[int, int], list[tuple[int, float]]] = defaultdict(list)
        for tie in marks.ties:
            self._ties[tie.source, tie.target].append((tie.type, tie.odds))

    def lasts(self, node: Node, spoken: Sequence[Word]) -> list[int]:
        """The pieces that may stand for a node: the last of its head and of each mention."""
        ends = {*node.ends, spoken[node.head].end, spoken[node.last].end}
        bare = {
            end - len(_OWNERS[0]) if self._text.endswith(_OWNERS, 0, end) else end for end in ends
        }
        return sorted({int(np.searchsorted(self._pieces.ends, end)) for end in bare})

    def tied(self, sources: Sequence[int], targets: Sequence[int]) -> Floats:
        """[types] log odds that one of some pieces is tied to one of others."""
        found = np.full(len(RELATIONS), FLOOR, dtype=np.float32)
        for source in sources:
            for target in targets:
                for kind, odds in self._ties.get((source, target), ()):
                    found[kind] = max(found[kind], odds)
        return found

    def acts(self, sentence: Span, ends: Sequence[Sequence[int]]) -> list[Sides]:
        """The acts of a sentence with what each node, by its pieces, is to them."""
        first, end = (int(np.searchsorted(self._pieces.starts, at)) for at in sentence)
        low, high = np.searchsorted(self._firsts, (first, end))
        return [_sides(trigger, ends) for trigger in self._triggers[low:high]]


def sides(acts: Sequence[Sides], source: int, target: int) -> list[str]:
    """The acts whose actor and recipient two nodes are, by type and sureness."""
    found = []
    for act in acts:
        odds = min(act.odds, act.actor[source], act.recipient[target])
        sure = next((name for least, name in SIDES if odds >= least), None)
        if sure:
            found.append(f"E{act.type}{sure}")
    return found


def _sides(trigger: Trigger, ends: Sequence[Sequence[int]]) -> Sides:
    last = trigger.arguments.shape[1] - 1
    rows = [
        [
            trigger.arguments[
                role, [min(max(0, end - trigger.offset), last) for end in pieces]
            ].max()
            for pieces in ends
        ]
        for role in (_ACTOR, _RECIPIENT)
    ]
    actor, recipient = (np.array(row, dtype=np.float32) for row in rows)
    return Sides(EVENT_TYPES[trigger.type], trigger.odds, actor, recipient)
