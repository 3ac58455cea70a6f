"""Sides, places and times of another clause: are they given to an event that has none?

python -m benchmarks.elsewhere           what became of the table in elsewhere.toml
python -m benchmarks.elsewhere --rows    and every event that is not right

A field that must be empty and is not is "trapped". A field with answers is "right" when what is
given overlaps them and nothing else; an event that was not found has no fields.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from benchmarks.counts import span_overlap
from benchmarks.gold import Event, Marked
from benchmarks.rows import Row, answers, documents, spans_of
from sayso.records.text import Spans

FILE = Path(__file__).with_name("elsewhere.toml")
FIELDS = ("actor", "recipient", "place", "time")

Answers = tuple[str, ...] | None


class Trap(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """An event, and for each field what it may hold: nothing if (), also nothing if it has "".

    What is None is not asked for.
    """

    actor: Answers = None
    recipient: Answers = None
    place: Answers = None
    time: Answers = None

    @property
    def asked(self) -> dict[str, tuple[str, ...]]:
        """The fields that are asked for."""
        fields: dict[str, Answers] = {name: getattr(self, name) for name in FIELDS}
        return {name: words for name, words in fields.items() if words is not None}


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    trap: tuple[Trap, ...]


class Field(Struct, frozen=True):
    """What one field of an event that was found holds."""

    name: str
    wanted: tuple[str, ...]
    given: tuple[str, ...]
    right: bool

    @property
    def must_be_empty(self) -> bool:
        """Whether nothing belongs there."""
        return not self.wanted

    def __str__(self) -> str:
        return f"{self.name} {' + '.join(self.given) or '-'}, not {' or '.join(self.wanted) or '-'}"


class Verdict(Struct, frozen=True):
    """What the system said of a trap's event: no fields where it was not found."""

    trap: Trap
    found: bool
    fields: tuple[Field, ...] = ()

    @property
    def right(self) -> bool:
        """Whether it was found and every field is right."""
        return self.found and all(field.right for field in self.fields)

    def __str__(self) -> str:
        wrong = "; ".join(str(field) for field in self.fields if not field.right)
        return f"{self.trap.text} [{self.trap.trigger}: {wrong or 'not found'}]"


def read_traps(path: Path = FILE) -> tuple[Trap, ...]:
    """Read the table; raises msgspec.ValidationError for a file of another shape."""
    return msgspec.toml.decode(path.read_bytes(), type=_Table).trap


def judge(traps: Sequence[Trap], read: Iterable[Marked]) -> list[Verdict]:
    """Judge each trap by the document that was read of it."""
    return [_judge(trap, document) for trap, document in zip(traps, read, strict=True)]


def _judge(trap: Trap, document: Marked) -> Verdict:
    given = answers(trap, document)
    if not given:
        return Verdict(trap, found=False)
    held = _held(document, given[0])
    return Verdict(
        trap,
        found=True,
        fields=tuple(
            Field(
                name,
                wanted,
                tuple(trap.text[start:end] for start, end in held[name]),
                _fits(trap.text, wanted, held[name]),
            )
            for name, wanted in trap.asked.items()
        ),
    )


def _held(document: Marked, event: Event) -> dict[str, Spans]:
    place, time = document.place_of(event), document.time_of(event)
    return {
        "actor": event.actor or (),
        "recipient": event.recipient or (),
        "place": () if place is None else (place,),
        "time": () if time is None else (time,),
    }


def _fits(text: str, wanted: Sequence[str], given: Spans) -> bool:
    if not given:
        return not wanted or "" in wanted
    allowed = [span for words in wanted if words for span in spans_of(words, text)]
    return all(any(span_overlap(span, other) for other in allowed) for span in given)


def report(verdicts: Sequence[Verdict]) -> str:
    """Lay out what became of each kind of trap, and of each field."""
    kinds = dict.fromkeys(verdict.trap.kind for verdict in verdicts)
    rows = [f"{'kind':<44}{'events':>8}{'found':>7}{'right':>7}"]
    for name in (*kinds, "all"):
        of_kind = [v for v in verdicts if name in (v.trap.kind, "all")]
        found, right = sum(v.found for v in of_kind), sum(v.right for v in of_kind)
        rows.append(f"{name:<44}{len(of_kind):>8}{found:>7}{right:>7}")
    rows.append(
        f"{'field':<24}{'must be empty':>15}{'trapped':>9}{'may be filled':>15}{'right':>7}"
    )
    for name in FIELDS:
        fields = [field for v in verdicts for field in v.fields if field.name == name]
        empty = [field for field in fields if field.must_be_empty]
        filled = [field for field in fields if not field.must_be_empty]
        trapped, right = sum(not f.right for f in empty), sum(f.right for f in filled)
        rows.append(f"{name:<24}{len(empty):>15}{trapped:>9}{len(filled):>15}{right:>7}")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the table with sayso and print what became of it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.elsewhere",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rows", action="store_true", help="every event that is not right")
    options = parser.parse_args(arguments)
    from benchmarks.system import read_all  # noqa: PLC0415 - loads the models

    traps = read_traps()
    verdicts = judge(traps, read_all(documents(traps)))
    print(report(verdicts))
    if options.rows:
        print(*(f"    {verdict}" for verdict in verdicts if not verdict.right), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
