"""The command `sayso`. A verb is a file beside this one and its line below; what is heavy is
imported by the verb that needs it, so that help and completion come at once."""

from typing import Annotated

import typer

from sayso.cli.actor import actor
from sayso.cli.actors import actors
from sayso.cli.add import add
from sayso.cli.brief import brief
from sayso.cli.claims import claim, claims
from sayso.cli.desk import desk as desk_verbs
from sayso.cli.diff import diff
from sayso.cli.export import export
from sayso.cli.families import families
from sayso.cli.read import read
from sayso.cli.review.review import review
from sayso.cli.schema import schema
from sayso.cli.search import search
from sayso.cli.timeline import timeline
from sayso.cli.versions import versions

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read)
app.command()(add)
app.command()(families)
app.command()(claims)
app.command()(claim)
app.command()(versions)
app.command()(export)
app.command()(actor)
app.command()(search)
app.command()(timeline)
app.command()(brief)
app.command()(diff)
app.add_typer(review)
app.add_typer(desk_verbs)
app.add_typer(actors)
app.command()(schema)


def _version(asked: bool) -> None:  # noqa: FBT001 (typer calls it so)
    if asked:
        from sayso import __version__  # noqa: PLC0415 (looked up on disk: only when asked)

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    context: typer.Context,
    *,
    desk: Annotated[
        str | None,
        typer.Option(
            "--desk",
            envvar="SAYSO_DESK",
            metavar="FILE|postgresql://...",
            help="The desk, where documents are kept together; without it, one in your data "
            "folder.",
            show_default=False,
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 (its callback answers)
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """On whose say-so? Reads conflict and political reporting: who claims what, how well
    sourced, how sure."""
    context.obj = desk
