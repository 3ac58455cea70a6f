"""The command `sayso`. A verb is a file beside this one and its line below; what is heavy is
imported by the verb that needs it, so that help and completion come at once."""

from typing import Annotated

import typer

from sayso.cli.read import read
from sayso.cli.schema import schema

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read)
app.command()(schema)


def _version(asked: bool) -> None:  # noqa: FBT001 (typer calls it so)
    if asked:
        from sayso import __version__  # noqa: PLC0415 (looked up on disk: only when asked)

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """On whose say-so? Reads conflict and political reporting: who claims what, how well
    sourced, how sure."""


def main() -> None:
    """Run the command line; the installed script's entry."""
    app()
