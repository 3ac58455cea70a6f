"""`sayso claims` and `claim`: what documents claim together, who denies it, on what origins."""

import json
from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sayso.cli.opened import FAILED, AsOfOption, opened

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


_WORDS: Final = 200
"""Characters of a statement's words that are shown."""


def claims(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS...",
            help="Only claims with all of these words in the proposition.",
            show_default=False,
        ),
    ] = None,
    *,
    format: FormatOption = Format.TABLE,  # noqa: A002 (the option's name)
    every: Annotated[
        bool, typer.Option("--all", help="In the table too, claims of one document.")
    ] = False,
    as_of: AsOfOption = None,
) -> None:
    """Tell what the documents claim, by whom it is affirmed and denied, and on how many
    independent origins it stands."""
    wanted = _split(words or [])
    with opened(context, as_of=as_of) as store:
        found = [each for each in _found(store, as_of=as_of) if _has(each, wanted)]
        if words and not found:
            typer.echo(f"no claim with all of: {' '.join(words)}", err=True)
            raise typer.Exit(FAILED)
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
    as_of: AsOfOption = None,
) -> None:
    """Tell all of one claim: every statement with its origin, how it stands and why."""
    words = _split(asked)
    with opened(context, as_of=as_of) as store:
        found = [each for each in _found(store, as_of=as_of) if _meant(each, words)]
        if not found:
            typer.echo(f"no claim {' '.join(asked)}; sayso claims --all lists them", err=True)
            raise typer.Exit(FAILED)
        if format is Format.JSONL:
            _write(found)
        else:
            for each in found:
                _tell(store, each, as_of)


def _split(asked: Sequence[str]) -> list[str]:
    return " ".join(asked).casefold().split()


def _has(claim: "Claim", words: Collection[str]) -> bool:
    said = claim.proposition.casefold()
    return all(word in said for word in words)


def _meant(claim: "Claim", words: Sequence[str]) -> bool:
    return claim.claim.startswith(words[0]) or _has(claim, words)


def _found(store: "Store", *, as_of: str | None) -> "Sequence[Claim]":
    from sayso.desk.review.reliability import current  # noqa: PLC0415

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
    from rich.console import Console  # noqa: PLC0415

    from sayso.cli import tables  # noqa: PLC0415
    from sayso.cli.lines import origins, standing  # noqa: PLC0415
    from sayso.report.words import one_line, plural  # noqa: PLC0415

    shown = [each for each in found if every or _documents(each) > 1]
    columns = ("claim", "standing", "origins", "grade", "documents", "what")
    rows = [
        (
            each.claim,
            standing(each.standing),
            origins(each.origins_min, each.origins_max),
            f"{each.reliability}{each.credibility}",
            str(_documents(each)),
            one_line(each.proposition),
        )
        for each in shown
    ]
    console = Console(highlight=False)
    if rows:
        console.print()
        tables.write(console, columns, rows, below=("what",))
    left = len(found) - len(shown)
    more = f", {left:,} more of one document each: --all" if left else ""
    console.print(f"{plural(len(shown), 'claim')}{more}")


def _tell(store: "Store", each: "Claim", as_of: str | None) -> None:
    from rich.console import Console  # noqa: PLC0415

    from sayso.cli import tables  # noqa: PLC0415
    from sayso.cli.lines import origins, standing  # noqa: PLC0415
    from sayso.desk.ask.evidence import evidence  # noqa: PLC0415
    from sayso.report.words import harmless, one_line, shorten  # noqa: PLC0415

    console = Console(highlight=False)
    console.print(harmless(f"{each.claim}  {each.proposition}"), markup=False)
    independent = "origin" if each.origins_min == each.origins_max == 1 else "origins"
    console.print(
        f"{standing(each.standing)}, {origins(each.origins_min, each.origins_max)} independent "
        f"{independent}, {each.reliability}{each.credibility}"
    )
    console.print(harmless(f"{each.why}\n"), markup=False)
    columns = (
        "document", "publisher", "", "source", "by way of", "words", "origin", "subject"
    )  # fmt: skip
    rows = [
        (
            one.said.document,
            one.publisher or "",
            "withdrawn" if one.said.withdrawn else one.said.stance,
            one.said.source or "its own voice",
            one.said.cites or "",
            f"“{shorten(one_line(one.words), _WORDS)}”",
            one.said.origin or "nothing left",
            one.subject,
        )
        for one in evidence(store, each, as_of=as_of)
    ]
    shown = [list(map(harmless, row)) for row in rows]
    tables.write(console, columns, shown, below=("words", "origin", "subject"))


def _documents(each: "Claim") -> int:
    return len({said.document for said in each.statements})
