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
    JSON = "json"
    MD = "md"


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="table: for the terminal. jsonl: every claim, with its statements, a claim a line. "
        "json: the same, one object. md: to paste on.",
    ),
]

_COLUMNS: Final = ("claim", "standing", "origins", "grade", "documents", "what")
_OF_ONE: Final = (
    "document", "publisher", "", "source", "by way of", "words", "origin", "subject"
)  # fmt: skip
_BELOW: Final = ("words", "origin", "subject")
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
        bool,
        typer.Option("--all", help="In the table and in Markdown too, claims of one document."),
    ] = False,
    as_of: AsOfOption = None,
) -> None:
    """Tell what the documents claim, by whom it is affirmed and denied, and on how many
    independent origins it stands."""
    wanted = _split(words or [])
    with opened(context, as_of=as_of) as store:
        found = [each for each in _found(store, as_of=as_of) if _has(each, wanted)]
        if words and not found:
            said = " ".join(words)
            _say(f"no claim with all of: {said}. Try fewer words, or other forms of them")
            raise typer.Exit(FAILED)
        match format:
            case Format.TABLE:
                _table(found, every=every)
            case Format.MD:
                _put(_listed(found, every=every))
            case _:
                _write(found, format)


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
        found = [each for each in _found(store, as_of=as_of) if words and _meant(each, words)]
        if not found:
            said = " ".join(asked)
            _say(
                f"no claim {said}: it is no id, and no proposition has all of the words. "
                "`sayso claims --all` lists them"
            )
            raise typer.Exit(FAILED)
        match format:
            case Format.TABLE:
                for each in found:
                    _tell(store, each, as_of)
            case Format.MD:
                _put("\n".join(_told(store, each, as_of) for each in found))
            case _:
                _write(found, format)


def _say(message: str) -> None:
    from sayso.report.words import one_line  # noqa: PLC0415

    typer.echo(one_line(message), err=True)


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


def _write(found: "Sequence[Claim]", format: Format) -> None:  # noqa: A002
    import msgspec  # noqa: PLC0415

    from sayso.cli.answers import whole  # noqa: PLC0415

    if format is Format.JSON:
        _put(whole({"claims": found}))
        return
    for each in found:
        _put(json.dumps(msgspec.to_builtins(each), ensure_ascii=False) + "\n")


def _put(made: str) -> None:
    from sayso.cli.output import Output  # noqa: PLC0415

    # A text may hold a lone surrogate, which UTF-8 does not; JSON's escape for it does.
    Output(None).write(made.encode("utf-8", "backslashreplace"))


def _table(found: "Sequence[Claim]", *, every: bool) -> None:
    from rich.console import Console  # noqa: PLC0415

    from sayso.cli import tables  # noqa: PLC0415

    shown = _shown(found, every=every)
    console = Console(highlight=False)
    if shown:
        console.print()
        tables.write(console, _COLUMNS, list(map(_row, shown)), below=("what",))
    console.print(_counted(shown, found))


def _listed(found: "Sequence[Claim]", *, every: bool) -> str:
    from sayso.cli.answers import Answer, markdown, section  # noqa: PLC0415

    shown = _shown(found, every=every)
    part = section("", _COLUMNS, list(map(_row, shown)), most=len(shown))
    answer = Answer(
        title="Claims",
        facts=(_counted(shown, found),),
        sections=(part,) if shown else (),
        record=found,
    )
    return markdown(answer)


def _shown(found: "Sequence[Claim]", *, every: bool) -> "list[Claim]":
    return [each for each in found if every or _documents(each) > 1]


def _counted(shown: "Sequence[Claim]", found: "Sequence[Claim]") -> str:
    from sayso.report.words import plural  # noqa: PLC0415

    left = len(found) - len(shown)
    more = f", {left:,} more of one document each: --all" if left else ""
    return f"{plural(len(shown), 'claim')}{more}"


def _row(each: "Claim") -> tuple[str, ...]:
    from sayso.cli.lines import origins, standing  # noqa: PLC0415
    from sayso.report.words import one_line  # noqa: PLC0415

    return (
        each.claim,
        standing(each.standing),
        origins(each.origins_min, each.origins_max),
        f"{each.reliability}{each.credibility}",
        str(_documents(each)),
        one_line(each.proposition),
    )


def _tell(store: "Store", each: "Claim", as_of: str | None) -> None:
    from rich.console import Console  # noqa: PLC0415

    from sayso.cli import tables  # noqa: PLC0415
    from sayso.report.words import one_line  # noqa: PLC0415

    console = Console(highlight=False)
    console.print(f"{each.claim}  {one_line(each.proposition)}", markup=False)
    console.print(_stands(each))
    console.print(f"{one_line(each.why)}\n", markup=False)
    tables.write(console, _OF_ONE, _evidence(store, each, as_of), below=_BELOW)


def _told(store: "Store", each: "Claim", as_of: str | None) -> str:
    from sayso.cli.answers import Answer, markdown, section  # noqa: PLC0415

    rows = _evidence(store, each, as_of)
    answer = Answer(
        title=f"{each.claim} {each.proposition}",
        facts=(_stands(each), each.why),
        sections=(section("", _OF_ONE, rows, most=len(rows)),),
        record=each,
    )
    return markdown(answer)


def _stands(each: "Claim") -> str:
    from sayso.cli.lines import origins, standing  # noqa: PLC0415

    independent = "origin" if each.origins_min == each.origins_max == 1 else "origins"
    return (
        f"{standing(each.standing)}, {origins(each.origins_min, each.origins_max)} independent "
        f"{independent}, {each.reliability}{each.credibility}"
    )


def _evidence(store: "Store", each: "Claim", as_of: str | None) -> list[list[str]]:
    from sayso.desk.ask.evidence import evidence  # noqa: PLC0415
    from sayso.report.words import one_line, shorten  # noqa: PLC0415

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
    return [list(map(one_line, row)) for row in rows]


def _documents(each: "Claim") -> int:
    return len({said.document for said in each.statements})
