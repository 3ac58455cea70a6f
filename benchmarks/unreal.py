"""Events that did not happen: are they coded as if they had?

python -m benchmarks.unreal           what became of the table in unreal.toml, by kind
python -m benchmarks.unreal --rows    and every row that is not right

"coded as done" is the mistake that counts: an answer that is `actual` or `historical`. "right" rows
have answers, all of a status that the table allows.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from benchmarks.events import HAPPENED
from benchmarks.gold import Event, Marked
from benchmarks.rows import Row, answers, documents
from sayso.records.vocabulary import EventStatus

FILE = Path(__file__).with_name("unreal.toml")


class Sentence(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """An event, and each status that a careful coder could give it."""

    status: frozenset[EventStatus]


class Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Events that did not happen, and controls, which did."""

    unreal: tuple[Sentence, ...]
    control: tuple[Sentence, ...]


class Verdict(Struct, frozen=True):
    """What the system said of a sentence's event."""

    sentence: Sentence
    given: Sequence[Event]

    @property
    def found(self) -> bool:
        """Whether it said anything."""
        return bool(self.given)

    @property
    def coded_as_done(self) -> bool:
        """Whether it said that it happened."""
        return any(event.status in HAPPENED for event in self.given)

    @property
    def right(self) -> bool:
        """Whether it said what the table allows, and nothing else."""
        return self.found and all(event.status in self.sentence.status for event in self.given)

    def __str__(self) -> str:
        said = ", ".join(f"{e.type} {e.status} {e.factuality}" for e in self.given) or "nothing"
        wanted = " or ".join(sorted(self.sentence.status))
        return f"{self.sentence.text} [{self.sentence.trigger}: {said}, not {wanted}]"


def read_table(path: Path = FILE) -> Table:
    """Read the table; raises msgspec.ValidationError for a file of another shape."""
    return msgspec.toml.decode(path.read_bytes(), type=Table)


def judge(sentences: Sequence[Sentence], read: Iterable[Marked]) -> list[Verdict]:
    """Judge each sentence by the document that was read of it."""
    return [
        Verdict(sentence, answers(sentence, document))
        for sentence, document in zip(sentences, read, strict=True)
    ]


def report(name: str, verdicts: Sequence[Verdict]) -> str:
    """Lay out what became of each kind, and of all."""
    kinds = dict.fromkeys(verdict.sentence.kind for verdict in verdicts)
    rows = [f"{name:<30}{'rows':>6}{'found':>7}{'right':>7}{'coded as done':>15}"]
    rows += [_row(kind, [v for v in verdicts if v.sentence.kind == kind]) for kind in kinds]
    return "\n".join([*rows, _row("all", verdicts)])


def _row(name: str, verdicts: Sequence[Verdict]) -> str:
    found, right = sum(v.found for v in verdicts), sum(v.right for v in verdicts)
    done = sum(v.coded_as_done for v in verdicts)
    return f"  {name:<28}{len(verdicts):>6}{found:>7}{right:>7}{done:>15}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the table with sayso and print what became of it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.unreal",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--rows", action="store_true", help="every row that is not right")
    options = parser.parse_args(arguments)
    from benchmarks.system import read_all  # noqa: PLC0415 - loads the models

    table = read_table()
    for name, sentences in (("did not happen", table.unreal), ("did happen", table.control)):
        verdicts = judge(sentences, read_all(documents(sentences)))
        print(report(name, verdicts))
        if options.rows:
            print(*(f"    {verdict}" for verdict in verdicts if not verdict.right), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
