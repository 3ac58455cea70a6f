"""`sayso review accept`, `reject` and `correct`: whether one thing is read rightly."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.opened import opened
from sayso.cli.review.decision import By, Reason, tell

if TYPE_CHECKING:
    from sayso.desk.review.deciding import OfOne

Subject = Annotated[
    str,
    typer.Argument(
        metavar="SUBJECT",
        help="What it is about, as `review queue`, `actor` and `timeline` show it: "
        "KIND:DOCUMENT:START-END.",
        show_default=False,
    ),
]


def accept(context: typer.Context, subject: Subject, *, by: By, reason: Reason) -> None:
    """Say that a statement or an entity is read rightly."""
    _decide(context, subject, "accept", by=by, reason=reason)


def reject(context: typer.Context, subject: Subject, *, by: By, reason: Reason) -> None:
    """Say that a statement is not there, or that an entity is none."""
    _decide(context, subject, "reject", by=by, reason=reason)


def correct(
    context: typer.Context,
    subject: Subject,
    changes: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...",
            help="What should stand: factuality=CT-, voice=attributed, type=ASSAULT, country=MLI, "
            'name="Idris Halabi"; true and false for what is so or not, null for nothing.',
            show_default=False,
        ),
    ],
    *,
    by: By,
    reason: Reason,
) -> None:
    """Set right what a statement or an entity was read as."""
    _decide(context, subject, "correct", by=by, reason=reason, changes=dict(map(_change, changes)))


def _decide(  # noqa: PLR0913 (what a judgement is made of)
    context: typer.Context,
    subject: str,
    verdict: "OfOne",
    *,
    by: str,
    reason: str,
    changes: dict[str, Any] | None = None,
) -> None:
    with opened(context) as store:
        from sayso.desk.review.deciding import decide  # noqa: PLC0415

        tell("decided", decide(store, subject, verdict, who=by, reason=reason, changes=changes))


def _change(given: str) -> tuple[str, Any]:
    field, equals, value = given.partition("=")
    if not (field and equals):
        raise typer.BadParameter(f"{given} is not FIELD=VALUE", param_hint="FIELD=VALUE")
    named = {"true": True, "false": False, "null": None}
    return field, named.get(value, value)
