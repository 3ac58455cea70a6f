"""`sayso claims` and `claim`: what documents claim together, who denies it, on what origins."""

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.opened import FAILED, moment, opened

if TYPE_CHECKING:
    from sayso.desk.store import Store
    from sayso.records.claims import Claim


class Format(StrEnum):
    """What can be written."""

    TABLE = "table"
    JSONL = "jsonl"


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="table: for the terminal. jsonl: every claim, with its statements, a claim a line.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        callback=moment,
        help="What the desk knew then: an ISO 8601 date or time, a day to its end, in UTC.",
        show_default=False,
    ),
]


def claims(
    context: typer.Context,
    *,
    format: FormatOption = Format.TABLE,  # noqa: A002 (the option's name)
    every: Annotated[
        bool, typer.Option("--all", help="In the table too, claims of one document.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Tell what the documents claim, by whom it is affirmed and denied, and on how many
    independent origins it stands."""
    with opened(context) as store:
        found = _found(store, as_of=as_of)
        if format is Format.JSONL:
            _write(found)
        else:
            _table(found, every=every)


def claim(
    context: typer.Context,
    asked: Annotated[
        list[str],
        typer.Argument(
            metavar="ID|WORDS...",
            help="Its id, or the beginning of it; or words that all stand in the proposition.",
            show_default=False,
        ),
    ],
    *,
    format: FormatOption = Format.TABLE,  # noqa: A002 (the option's name)
    as_of: AsOf = None,
) -> None:
    """Tell all of one claim: every statement with its origin, how it stands and why."""
    words = " ".join(asked).casefold().split()
    with opened(context) as store:
        found = [each for each in _found(store, as_of=as_of) if _meant(each, words)]
        if not found:
            typer.echo(f"no claim {' '.join(asked)}; sayso claims --all lists them", err=True)
            raise typer.Exit(FAILED)
        if format is Format.JSONL:
            _write(found)
        else:
            for each in found:
                _tell(each)


def _meant(claim: "Claim", words: Sequence[str]) -> bool:
    said = claim.proposition.casefold()
    return claim.claim.startswith(words[0]) or all(word in said for word in words)


def _found(store: "Store", *, as_of: str | None) -> "Sequence[Claim]":
    from sayso.desk.claims.asked import current  # noqa: PLC0415

    return current(store, as_of=as_of)


def _write(found: "Sequence[Claim]") -> None:
    import msgspec  # noqa: PLC0415

    from sayso.cli.output import Output  # noqa: PLC0415

    output = Output(None)
    for each in found:
        line = json.dumps(msgspec.to_builtins(each), ensure_ascii=False) + "\n"
        # A text may hold a lone surrogate, which UTF-8 does not; JSON's escape for it does.
        output.write(line.encode("utf-8", "backslashreplace"))


def _table(found: "Sequence[Claim]", *, every: bool) -> None:
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from sayso.report.words import harmless, plural  # noqa: PLC0415

    table = Table("claim", "standing", "origins", "grade", "documents", "what", box=box.SIMPLE_HEAD)
    shown = [each for each in found if every or _documents(each) > 1]
    for each in shown:
        cells = (
            each.claim,
            each.standing,
            _interval(each),
            f"{each.reliability}{each.credibility}",
            str(_documents(each)),
            each.proposition,
        )
        table.add_row(*map(harmless, cells))
    console = Console()
    console.print(table)
    left = len(found) - len(shown)
    more = f", {left:,} more of one document each: --all" if left else ""
    console.print(f"{plural(len(shown), 'claim')}{more}")


def _tell(each: "Claim") -> None:
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from sayso.report.words import harmless  # noqa: PLC0415

    console = Console(highlight=False)
    console.print(harmless(f"{each.claim}  {each.proposition}"), markup=False)
    console.print(
        f"{each.standing}, {_interval(each)} independent origins, "
        f"{each.reliability}{each.credibility}"
    )
    console.print(harmless(each.why), markup=False)
    table = Table("document", "", "source", "by way of", "origin", box=box.SIMPLE_HEAD)
    for said in each.statements:
        stance = "withdrawn" if said.withdrawn else said.stance
        cells = (
            said.document,
            stance,
            said.source or "its own voice",
            said.cites or "",
            said.origin or "nothing left",
        )
        table.add_row(*map(harmless, cells))
    console.print(table)


def _interval(each: "Claim") -> str:
    low, high = each.origins_min, each.origins_max
    return str(low) if low == high else f"{low} to {high}"


def _documents(each: "Claim") -> int:
    return len({said.document for said in each.statements})
