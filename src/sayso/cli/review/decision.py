"""What every decision is made with, and the line that tells of it."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso.records.desk import Judgement

By = Annotated[
    str, typer.Option("--by", envvar="SAYSO_BY", help="Who decides.", show_default=False)
]
Reason = Annotated[str, typer.Option("--reason", "-r", help="Why.", show_default=False)]


def tell(what: str, made: "Judgement") -> None:
    """Print what was decided or taken back, on one line."""
    from sayso.report.words import one_line  # noqa: PLC0415

    pair = f" and {made.other}" if made.other else ""
    typer.echo(one_line(f"{what}: {made.id}, {made.verdict} {made.subject}{pair}"))
