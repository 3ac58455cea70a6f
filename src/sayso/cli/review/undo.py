"""`sayso review undo`: a decision taken back."""

from typing import Annotated

import typer

from sayso.cli.opened import opened
from sayso.cli.review.decision import By, Reason, tell


def undo(
    context: typer.Context,
    numbers: Annotated[
        list[int],
        typer.Argument(metavar="NUMBER...", help="The decisions' numbers.", show_default=False),
    ],
    *,
    by: By,
    reason: Reason,
) -> None:
    """Take decisions back: what was before them stands again."""
    with opened(context) as store:
        from sayso.desk.review.deciding import undo as take_back  # noqa: PLC0415

        for number in numbers:
            tell("taken back", take_back(store, number, who=by, reason=reason))
