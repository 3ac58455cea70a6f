"""`sayso review merge` and `split`: whether two are one."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.opened import opened
from sayso.cli.review.decision import By, Reason, tell

if TYPE_CHECKING:
    from sayso.desk.review.deciding import OfTwo


def merge(
    context: typer.Context,
    one: Annotated[str, typer.Argument(help="An actor's id, or a subject.", show_default=False)],
    other: Annotated[str, typer.Argument(help="Another one.", show_default=False)],
    *,
    by: By,
    reason: Reason,
) -> None:
    """Say that two actors, claims, entities or statements are one.

    Two claims are joined by a decision for each of their statements.
    """
    with opened(context) as store:
        from sayso.desk.review.deciding import decide_two, join_claims  # noqa: PLC0415

        made = () if ":" in one + other else join_claims(store, one, other, who=by, reason=reason)
        for each in made or [decide_two(store, one, other, "same", who=by, reason=reason)]:
            tell("decided", each)


def split(  # noqa: PLR0913 (a command's options)
    context: typer.Context,
    one: Annotated[
        str, typer.Argument(help="What to take out: a subject, or an actor.", show_default=False)
    ],
    other: Annotated[
        str | None,
        typer.Argument(
            help="What it is not; without it, what it is joined to now.", show_default=False
        ),
    ] = None,
    *,
    unsure: Annotated[
        bool, typer.Option("--unsure", help="Keep them apart as long as nobody knows.")
    ] = False,
    by: By,
    reason: Reason,
) -> None:
    """Say that two actors, entities or statements are not one."""
    with opened(context) as store:
        from sayso.desk.review.deciding import decide_two  # noqa: PLC0415

        verdict: OfTwo = "unsure" if unsure else "not_same"
        tell("decided", decide_two(store, one, other, verdict, who=by, reason=reason))
