"""`sayso review reliability`: how reliable a source is."""

from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.opened import opened
from sayso.cli.review.decision import By, Reason


class Letter(StrEnum):
    """The Admiralty code for a source."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


def reliability(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="PUBLISHER|SOURCE", help="Its name, as claims show it.", show_default=False
        ),
    ],
    letter: Annotated[
        Letter,
        typer.Argument(
            metavar="A|B|C|D|E|F",
            case_sensitive=False,
            help="By the Admiralty code: A reliable, B usually reliable, C fairly reliable, D not "
            "usually reliable, E unreliable, F cannot be judged.",
            show_default=False,
        ),
    ],
    *,
    by: By,
    reason: Reason,
) -> None:
    """Say how reliable a source is. The grade of a claim has the letter of the most reliable of
    those who affirm it and have one."""
    with opened(context) as store:
        from sayso.desk.review.reliability import rate  # noqa: PLC0415
        from sayso.report.words import one_line  # noqa: PLC0415

        made = rate(store, name, letter.value, who=by, reason=reason)
        told = f"decided: {made.id}, reliability {letter.value} of {made.subject}"
        typer.echo(one_line(told))
