"""`sayso export`: what the desk holds, in the formats of other programs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sayso.cli.opened import AsOfOption, opened

if TYPE_CHECKING:
    from sayso.exports.base import Format
    from sayso.exports.manifest import Manifest


def export(  # noqa: PLR0913 (an option each)
    context: typer.Context,
    format: Annotated[  # noqa: A002 (what it is called)
        str, typer.Argument(help="One of those that `sayso export` lists.", show_default=False)
    ] = "",
    *,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="FOLDER",
            help="A new folder, which is there when all of it is written and not before.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
    tlp: Annotated[
        str | None,
        typer.Option(
            metavar="LABEL",
            help="To whom it may be shown, by the Traffic Light Protocol 2.0: clear, green, amber, "
            "amber+strict or red. It is written into every file.",
            show_default=False,
        ),
    ] = None,
    claims: Annotated[
        bool,
        typer.Option(
            help="The claims that documents share, too, where the format has a place for them. "
            "They are made of all documents at once, which takes time and memory.",
        ),
    ] = True,
) -> None:
    """Write what the desk holds in a format of other programs, with a manifest that tells what is
    in it, what was left out and why. Without a format, list them.

    The same state of a desk gives the same bytes.
    """
    if not format:
        _list()
        return
    chosen, label = _format(format), _label(tlp)
    if to is None:
        raise typer.BadParameter("is missing: where shall it go?", param_hint="--to")
    with opened(context) as store:
        from sayso.exports import export as exporting  # noqa: PLC0415

        order = exporting.Order(format=chosen, to=to, as_of=as_of, tlp=label, claims=claims)
        with _bar() as bar:
            told = exporting.export(store, order, begun=bar.begun, step=bar.step)
        _tell(told, to)


class _Bar(NamedTuple):
    """How a bar is told of the documents that there are, and of each that is done."""

    begun: Callable[[int], None]
    step: Callable[[], None]


@contextmanager
def _bar() -> Iterator[_Bar]:
    """Give a bar while standard error is a terminal, else one that shows nothing."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    shown = Progress(
        TextColumn("exporting"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", style="dim"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task = shown.add_task("exporting", total=None, rate="")

    def step() -> None:
        shown.advance(task)
        if speed := shown.tasks[0].speed:
            shown.update(task, rate=f"{speed:,.0f}/s")
        if shown.finished:
            # Claims come last, of all documents at once, and have a line of their own.
            shown.stop()

    with shown:
        yield _Bar(begun=lambda total: shown.update(task, total=total), step=step)


def _format(name: str) -> "Format":
    from sayso.exports.formats import FORMATS, by_name  # noqa: PLC0415

    try:
        return by_name(name)
    except KeyError as error:
        known = ", ".join(each.name for each in FORMATS)
        raise typer.BadParameter(f"{name} is none of {known}", param_hint="FORMAT") from error


def _label(given: str | None) -> str | None:
    from sayso.exports.tlp import marking  # noqa: PLC0415

    if given is None:
        return None
    try:
        return marking(given)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--tlp") from error


def _list() -> None:
    from sayso.exports.formats import FORMATS  # noqa: PLC0415

    width = max(len(each.name) for each in FORMATS)
    for each in FORMATS:
        needs = f" (needs pip install '{each.needs}')" if each.needs else ""
        typer.echo(f"{each.name:<{width}}  {each.summary}{needs}")


def _tell(told: "Manifest", to: Path) -> None:
    from sayso.report.words import plural  # noqa: PLC0415

    documents = plural(told.desk.documents, "document")
    typer.echo(f"{to}: {documents}, {told.tlp or 'no TLP marking'}")
    width = max((len(rows.of) for rows in told.rows), default=0)
    for rows in told.rows:
        typer.echo(f"  {rows.of:<{width}}{rows.written:>9,} of {rows.taken:,}")
        for left in rows.left_out:
            typer.echo(f"  {'':<{width}}{left.rows:>9,} left out: {left.why}")
        if rows.not_read:
            count = plural(rows.not_read, "document was", "documents were")
            typer.echo(f"  {'':<{width}}{'':>9} {count} not read for them")
