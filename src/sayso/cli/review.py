"""`sayso review`: what people decide about what machines read."""

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.answers import (
    Answer,
    Format,
    FormatOption,
    MostOption,
    section,
    write,
)
from sayso.cli.opened import AsOfOption, opened

if TYPE_CHECKING:
    from sayso.desk.review.deciding import OfOne, OfTwo
    from sayso.desk.review.log import Line
    from sayso.desk.review.queue import Item
    from sayso.records.desk import Judgement

review = typer.Typer(
    name="review",
    help="Decide what is right: accept, correct, reject, merge, split, and take it back.",
    no_args_is_help=True,
)

Subject = Annotated[
    str,
    typer.Argument(
        metavar="SUBJECT",
        help="What it is about, as `review queue`, `actor` and `timeline` show it: "
        "KIND:DOCUMENT:START-END.",
        show_default=False,
    ),
]
By = Annotated[
    str, typer.Option("--by", envvar="SAYSO_BY", help="Who decides.", show_default=False)
]
Reason = Annotated[str, typer.Option("--reason", "-r", help="Why.", show_default=False)]
_MINUTE = 16


class Letter(StrEnum):
    """The Admiralty code for a source."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@review.command()
def queue(
    context: typer.Context,
    *,
    format: FormatOption = Format.TABLE,  # noqa: A002 (the option's name)
    as_of: AsOfOption = None,
    most: MostOption = 20,
) -> None:
    """Show what is open, the questions first whose answer would change most and is least sure."""
    with opened(context, as_of=as_of) as store:
        from sayso.desk.review.queue import queue as ask  # noqa: PLC0415
        from sayso.report.words import plural  # noqa: PLC0415

        items = ask(store, as_of=as_of)
        empty = "Nothing is open. `sayso add` brings in more, `review log` tells what was decided"
        columns = ("weight", "question", "what", "because", "moves", "subject", "other")
        below = ("what", "subject", "other")
        part = section("", columns, list(map(_item, items)), most=most, below=below)
        write(
            Answer(
                title=plural(len(items), "open question"),
                facts=() if items else (empty,),
                sections=(part,) if items else (),
                record={"items": [_weighed(item) for item in items]},
            ),
            format,
        )


@review.command()
def accept(context: typer.Context, subject: Subject, *, by: By, reason: Reason) -> None:
    """Say that a statement or an entity is read rightly."""
    _decide(context, subject, "accept", by=by, reason=reason)


@review.command()
def reject(context: typer.Context, subject: Subject, *, by: By, reason: Reason) -> None:
    """Say that a statement is not there, or that an entity is none."""
    _decide(context, subject, "reject", by=by, reason=reason)


@review.command()
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


@review.command()
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


@review.command()
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
            _told("decided", each)


@review.command()
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
        _told("decided", decide_two(store, one, other, verdict, who=by, reason=reason))


@review.command()
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
            _told("taken back", take_back(store, number, who=by, reason=reason))


@review.command()
def log(
    context: typer.Context,
    *,
    format: FormatOption = Format.TABLE,  # noqa: A002 (the option's name)
    as_of: AsOfOption = None,
    most: MostOption = 50,
) -> None:
    """Show everything that was ever decided, the latest first, and what was taken back."""
    with opened(context, as_of=as_of) as store:
        from sayso.desk.review.log import log as read  # noqa: PLC0415
        from sayso.report.words import plural  # noqa: PLC0415

        with store.reading() as connection:
            lines = read(connection, as_of=as_of)
        columns = (
            "number", "when", "who", "what", "why", "of", "subject", "and", "other", "taken back"
        )  # fmt: skip
        part = section("", columns, list(map(_line, lines)), most=most, below=columns[5:])
        write(
            Answer(
                title=plural(len(lines), "decision"),
                facts=() if lines else ("Nothing was decided. `review queue` shows what is open",),
                sections=(part,) if lines else (),
                record={"decisions": lines},
            ),
            format,
        )


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

        _told("decided", decide(store, subject, verdict, who=by, reason=reason, changes=changes))


def _told(what: str, made: "Judgement") -> None:
    from sayso.report.words import one_line  # noqa: PLC0415

    pair = f" and {made.other}" if made.other else ""
    typer.echo(one_line(f"{what}: {made.id}, {made.verdict} {made.subject}{pair}"))


def _change(given: str) -> tuple[str, Any]:
    field, equals, value = given.partition("=")
    if not (field and equals):
        raise typer.BadParameter(f"{given} is not FIELD=VALUE", param_hint="FIELD=VALUE")
    named = {"true": True, "false": False, "null": None}
    return field, named.get(value, value)


def _weighed(item: "Item") -> dict[str, Any]:
    from msgspec import to_builtins  # noqa: PLC0415

    return {**to_builtins(item), "weight": round(item.weight, 3)}


def _item(item: "Item") -> tuple[str, ...]:
    return (
        f"{item.weight:.1f}",
        item.question,
        item.words,
        "; ".join(item.reasons),
        str(item.hinge),
        item.subject,
        item.other or "",
    )


def _line(line: "Line") -> tuple[str, ...]:
    made = line.judgement
    changes = f" {_fields(made.correction)}" if made.correction else ""
    back = ""
    if made.withdrawn:
        back = f"{made.withdrawn[:_MINUTE]} {made.withdrawn_by}: {made.withdrawn_because}"
    return (
        str(made.id),
        made.known[:_MINUTE],
        made.who,
        f"{made.verdict}{changes}",
        made.reason,
        f"“{line.words}”" if line.words else "",
        made.subject,
        f"“{line.other_words}”" if line.other_words else "",
        made.other or "",
        back,
    )


def _fields(correction: str) -> str:
    return ", ".join(f"{name}={value}" for name, value in json.loads(correction).items())
