"""Score claims and their standing on written scenarios, from raw text, in one process.

python -m benchmarks.standing [SCENARIOS.jsonl ...] [--wrong]

Without files: the project's own scenarios and the shared open ones, each scenario a desk of its
own, and then all of a file's in one desk, where nothing may be joined across them. The figures are
those of the shared `evaluate_scenarios.py`, which goes by the command line, a process a step.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from benchmarks.gold import shared_folder
from sayso.desk.claims.reckoning import claims
from sayso.desk.families.index import FamilyIndex
from sayso.intake.identity import sha256
from sayso.reading.read import Reader
from sayso.records.claims import Claim
from sayso.records.reading import Analysis
from sayso.records.text import Document

OWN = Path(__file__).parent / "data" / "standing.jsonl"

Scenario = dict[str, Any]
Spans = list[tuple[str, int, int]]


class Row(Struct, frozen=True):
    """One gold claim and what was made of it; `found` of its `wanted` statements are there."""

    claim: str
    standing: str
    system: str
    holds: bool
    width: int | None
    found: int
    wanted: int


class Score(Struct, frozen=True):
    """The figures of one file."""

    rows: tuple[Row, ...]
    traps: int
    merges: tuple[str, ...]

    def line(self, name: str) -> str:
        """Give the figures on one line."""
        rows, widths = self.rows, [row.width for row in self.rows if row.width is not None]
        return (
            f"{name:<28}{len(rows):>7}"
            f"{sum(row.standing == row.system for row in rows) / len(rows):>10.3f}"
            f"{sum(row.holds for row in rows) / len(rows):>8.3f}"
            f"{sum(widths) / len(widths) if widths else 0:>7.2f}"
            f"{sum(row.found for row in rows) / sum(row.wanted for row in rows):>8.3f}"
            f"{f'{len(self.merges)} of {self.traps}':>10}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for and print it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.standing",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--wrong", action="store_true", help="tell each claim that is wrong")
    options = parser.parse_args(arguments)
    files = options.files or [OWN, shared_folder() / "scenarios" / "open.jsonl"]
    reader = Reader(threads=1)
    print(
        f"{'':<28}{'claims':>7}{'standing':>10}{'holds':>8}{'width':>7}{'found':>8}{'merged':>10}"
    )
    for file in files:
        scenarios = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        read = [[reader.read(_document(d)) for d in each["documents"]] for each in scenarios]
        apart = score(scenarios, [_claims(analyses) for analyses in read])
        print(apart.line(f"{file.parent.name}/{file.name}"))
        together = _claims(analysis for analyses in read for analysis in analyses)
        print(score(scenarios, [together] * len(scenarios)).line("  in one desk"))
        for row in apart.rows if options.wrong else ():
            if row.standing != row.system:
                print(f"- {row.claim}: {row.standing} read as {row.system}")
    return 0


def score(scenarios: Sequence[Scenario], found: Sequence[Sequence[Claim]]) -> Score:
    """Score the claims that were found in each scenario."""
    rows: list[Row] = []
    merges: list[str] = []
    traps = 0
    for scenario, system in zip(scenarios, found, strict=True):
        matched = {}
        for gold in scenario["claims"]:
            spans = list(_spans(scenario, gold))
            match = _match(spans, system)
            matched[gold["claim"]] = match
            rows.append(_row(gold, spans, match))
        for one, other in scenario["not_same"]:
            traps += 1
            if matched[one] is not None and matched[one] is matched[other]:
                merges.append(f"{one} = {other}")
    return Score(rows=tuple(rows), traps=traps, merges=tuple(merges))


def _claims(analyses: Iterable[Analysis]) -> tuple[Claim, ...]:
    read = list(analyses)
    index = FamilyIndex()
    for each in read:
        index.add(
            Document(
                id=each.id,
                text=each.text,
                sha256=each.sha256,
                publisher=each.publisher,
                published=each.published,
                agency=each.agency,
            )
        )
    return claims(read, index.families())


def _document(row: Scenario) -> Document:
    return Document(
        id=row["id"],
        text=row["text"],
        sha256=sha256(row["text"]),
        title=row.get("title"),
        publisher=row.get("publisher"),
        published=row.get("published"),
        url=row.get("url"),
        language="en",
    )


def _spans(scenario: Scenario, claim: Scenario) -> Iterator[tuple[str, int, int]]:
    texts = {each["id"]: each["text"] for each in scenario["documents"]}
    for said in claim["statements"]:
        start = texts[said["doc"]].index(said["content"])
        yield said["doc"], start, start + len(said["content"])


def _match(spans: Spans, system: Sequence[Claim]) -> Claim | None:
    """The claim that has most of the statements; of several, the one with fewest others."""
    best = max(system, key=lambda claim: (_found(spans, claim), -len(claim.statements)))
    return best if _found(spans, best) else None


def _found(spans: Spans, claim: Claim) -> int:
    return sum(
        any(x.document == doc and x.start < end and start < x.end for x in claim.statements)
        for doc, start, end in spans
    )


def _row(gold: Scenario, spans: Spans, match: Claim | None) -> Row:
    low, high = (match.origins_min, match.origins_max) if match else (0, -1)
    return Row(
        claim=gold["claim"],
        standing=gold["standing"],
        system=match.standing if match else "missed",
        holds=low <= gold["origins_min"] and gold["origins_max"] <= high,
        width=high - low if match else None,
        found=_found(spans, match) if match else 0,
        wanted=len(spans),
    )


if __name__ == "__main__":
    sys.exit(main())
