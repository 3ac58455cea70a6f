"""`sayso desk`: the desk itself, looked at, checked, kept safe."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.opened import FAILED, opened

desk = typer.Typer(
    name="desk", help="Look at the desk itself, check it, back it up.", no_args_is_help=True
)


@desk.command()
def info(
    context: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Tell how much the desk holds, and the seal of its journal."""
    with opened(context) as store:
        import msgspec  # noqa: PLC0415

        from sayso.desk.contents import contents  # noqa: PLC0415

        found = contents(store)
        if as_json:
            typer.echo(msgspec.json.format(msgspec.json.encode(found)).decode())
            return
        for name, value in msgspec.structs.asdict(found).items():
            shown = f"{value:,}" if isinstance(value, int) else value or "-"
            typer.echo(f"{name.replace('_', ' '):<16}{shown}")


@desk.command()
def check(
    context: typer.Context,
    *,
    sealed: Annotated[
        str | None,
        typer.Option(
            metavar="HASH",
            help="A seal that `desk info` showed earlier: nothing up to it may have changed.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Check that the desk is whole: every text, span and statement, and the journal's chain.

    Ends with 0 for a whole desk; else names what is wrong, a line each, and ends with 1.
    """
    with opened(context) as store:
        from sayso.desk.check import faults  # noqa: PLC0415
        from sayso.report.words import harmless  # noqa: PLC0415

        wrong = False
        for fault in faults(store, sealed=sealed):
            typer.echo(harmless(f"{fault.where} {fault.what}"))
            wrong = True
        if not wrong:
            typer.echo("whole")
    raise typer.Exit(FAILED if wrong else 0)


@desk.command()
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A new file.", show_default=False)],
) -> None:
    """Write the whole desk, as it is now, to a new file, which is a desk itself, and tell what
    is in it."""
    with opened(context) as store:
        from sayso.desk.backup import backup as write  # noqa: PLC0415
        from sayso.desk.contents import contents  # noqa: PLC0415
        from sayso.report.words import harmless, plural  # noqa: PLC0415

        write(store, file)
        documents = plural(contents(store).documents, "document")
        typer.echo(harmless(f"{file}: {documents}, {file.stat().st_size:,} bytes"))


@desk.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A backup.", show_default=False)],
) -> None:
    """Bring a backup into a desk that holds nothing yet, of SQLite or of PostgreSQL."""
    with opened(context, create=True) as store:
        from sayso.desk.backup import restore as bring  # noqa: PLC0415

        bring(store, file)
