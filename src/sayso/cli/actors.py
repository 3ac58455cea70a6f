"""`sayso actors`: whom sayso knows by name, and a user's own to add."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import IntakeError, SaysoError

if TYPE_CHECKING:
    from sayso.knowledge.actors.actor import Actor, Tenure
    from sayso.knowledge.actors.add import Added
    from sayso.knowledge.actors.link import Link

_FAILED = 1
_PIPE_CLOSED = 141
_REFUSALS = 20
"""Refused lines of a file that are told one by one: more say no more."""

actors = typer.Typer(
    name="actors",
    help="Add public actors of your own, and see who is known by a name.",
    no_args_is_help=True,
)


class Format(StrEnum):
    """What can be written."""

    TABLE = "table"
    JSONL = "jsonl"


@actors.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="FollowTheMoney entities as JSON lines, plain or gzip, such as OpenSanctions "
            "publishes.",
            show_default=False,
        ),
    ],
) -> None:
    """Add actors: every later reading knows them. A file of the same name replaces what it
    brought before.

    They are kept in your data folder, or where the environment variable SAYSO_ACTORS says.
    Ends with 0 when all was taken in, 1 when something was refused, 2 when it was asked wrongly.
    """
    if len({file.name for file in files}) < len(files):
        raise typer.BadParameter("two files of one name would replace each other")
    with _told():
        from sayso.knowledge.actors.add import add as take_in  # noqa: PLC0415

        refused = 0
        for file in files:
            try:
                added = take_in(file)
            except IntakeError as error:
                typer.echo(_line(str(error)), err=True)
                refused += 1
                continue
            _tell(file, added)
            refused += len(added.refused)
    raise typer.Exit(_FAILED if refused else 0)


@actors.command()
def find(
    name: Annotated[str, typer.Argument(help="A name, an alias, an acronym.", show_default=False)],
    *,
    format: Annotated[  # noqa: A002 (the option's name)
        Format,
        typer.Option(
            "--format", "-f", help="table: for the terminal. jsonl: an actor a line, whole."
        ),
    ] = Format.TABLE,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="Actors to show.")] = 10,
) -> None:
    """Tell who is known by a name, the likeliest first: what else they are called, their country,
    sector and posts, and where that is written.

    Ends with 1 when nobody is.
    """
    with _told():
        from sayso.knowledge.actors.link import called  # noqa: PLC0415

        found = called(name)[:most]
        if not found:
            typer.echo(_line(f"nobody called {name} is known; a full name finds more"), err=True)
            raise typer.Exit(_FAILED)
        if format is Format.TABLE:
            _table(found)
        else:
            _jsonl(found)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what is raised into a line on standard error and the exit status."""
    try:
        yield
    except SaysoError as error:
        typer.echo(_line(str(error)), err=True)
        raise typer.Exit(_FAILED) from error
    except BrokenPipeError as error:
        # Python would try to flush once more as it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(_PIPE_CLOSED) from error


def _tell(file: Path, added: "Added") -> None:
    from sayso.report.words import plural  # noqa: PLC0415

    counts = [plural(added.actors, "actor"), plural(added.posts, "post")]
    if added.others:
        counts.append(f"{added.others:,} of another kind left out")
    if added.refused:
        counts.append(f"{plural(len(added.refused), 'line')} refused")
    typer.echo(_line(f"{file}: {', '.join(counts)}"))
    for error in added.refused[:_REFUSALS]:
        typer.echo(_line(str(error)), err=True)
    if (more := len(added.refused) - _REFUSALS) > 0:
        typer.echo(_line(f"{file}: {plural(more, 'more line')} refused"), err=True)


def _jsonl(found: "Sequence[Link]") -> None:
    import msgspec  # noqa: PLC0415

    from sayso.cli.output import Output  # noqa: PLC0415

    output = Output(None)
    for one in found:
        whole = msgspec.to_builtins(one.actor) | {
            "confidence": one.confidence,
            "reason": one.reason,
        }
        line = json.dumps(whole, ensure_ascii=False) + "\n"
        # A name from the command line may hold a lone surrogate, which UTF-8 does not.
        output.write(line.encode("utf-8", "backslashreplace"))


def _table(found: "Sequence[Link]") -> None:
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from sayso.report.words import harmless  # noqa: PLC0415

    table = Table("name", "also", "country", "sector", "posts", "source", box=box.SIMPLE_HEAD)
    for one in found:
        table.add_row(*(Text(harmless(cell)) for cell in _cells(one.actor)))
    Console().print(table)


def _cells(actor: "Actor") -> tuple[str, ...]:
    from sayso.report.words import SECTORS  # noqa: PLC0415

    sector = actor.sector or ""
    return (
        actor.name,
        ", ".join((*actor.names[1:], *actor.weak)),
        ", ".join(actor.countries),
        SECTORS.get(sector, sector),
        "\n".join(map(_post, actor.tenures)),
        actor.source or "",
    )


def _post(tenure: "Tenure") -> str:
    held = f"{tenure.begin or ''}–{tenure.end or ''}" if tenure.begin or tenure.end else ""
    return ", ".join(filter(None, (tenure.title, tenure.country, held)))


def _line(said: str) -> str:
    from sayso.report.words import one_line  # noqa: PLC0415

    return one_line(said)
