"""`sayso timeline`: what happened when, and who says so."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.answers import Answer, Format, FormatOption, section, write
from sayso.cli.opened import FAILED, AsOfOption, moment, opened

if TYPE_CHECKING:
    from sayso.desk.actors.record import Actor
    from sayso.desk.ask.chronicle import Chronicle, Dated
    from sayso.desk.store import Store


def timeline(  # noqa: PLR0913 (a command's options)
    context: typer.Context,
    asked: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ACTOR",
            help="Only what is said by or of an actor: a name or an id.",
            show_default=False,
        ),
    ] = None,
    *,
    words: Annotated[
        str | None,
        typer.Option("--words", help="Only what has all of these words.", show_default=False),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", callback=moment, help="Only what may be later.", show_default=False
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", callback=moment, help="Only what may be earlier.", show_default=False
        ),
    ] = None,
    format: FormatOption = Format.TABLE,  # noqa: A002 (the option's name)
    as_of: AsOfOption = None,
    most: Annotated[
        int, typer.Option("--most", "-n", min=1, help="Lines to show; JSON has all.")
    ] = 50,
) -> None:
    """Order what documents tell by when it was, as they tell it: a day where they say the day, else
    the days between which it lies. A statement without a date is counted and not placed.

    Ends with 1 when nothing has a date.
    """
    with opened(context, as_of=as_of) as store:
        from sayso.desk.ask.chronicle import chronicle  # noqa: PLC0415

        actor = _actor(store, " ".join(asked), as_of) if asked else None
        found = chronicle(store, actor=actor, words=words, since=since, until=until, as_of=as_of)
        if not found.dated:
            typer.echo(_nothing(found, since, until), err=True)
            raise typer.Exit(FAILED)
        write(_answer(found, actor, most), format)


def _actor(store: "Store", name: str, as_of: str | None) -> "Actor":
    from sayso.desk.actors.register import current  # noqa: PLC0415
    from sayso.desk.ask.finding import the_one  # noqa: PLC0415

    return the_one(name, current(store, as_of=as_of))


def _nothing(found: "Chronicle", since: str | None, until: str | None) -> str:
    from sayso.report.words import plural  # noqa: PLC0415

    there = "there " if since or until else ""
    if found.undated:
        have = "has" if found.undated == 1 else "have"
        left = f"{plural(found.undated, 'statement')} {have} no date at all"
        return f"no statement {there}has a date; {left}. Widen what you ask"
    if there:
        return "no statement has a date there. Widen what you ask"
    return "no statement is about that. Ask for fewer words, or for another spelling of the name"


def _answer(found: "Chronicle", actor: "Actor | None", most: int) -> Answer:
    from sayso.report.words import plural  # noqa: PLC0415

    columns = ("when", "what", "who says it", "held", "told", "by", "copies", "subject")
    facts = []
    if found.undated:
        facts.append(f"Not placed, for want of a date: {plural(found.undated, 'statement')}")
    return Answer(
        title=f"Timeline of {actor.name} ({actor.id})" if actor else "Timeline",
        facts=tuple(facts),
        sections=(
            section(
                "Dated statements",
                columns,
                list(map(_row, found.dated)),
                most=most,
                below=("what", "subject"),
            ),
        ),
        record=found,
    )


def _row(one: "Dated") -> tuple[str, ...]:
    from sayso.cli import lines  # noqa: PLC0415
    from sayso.report.dates import day, stretch_words  # noqa: PLC0415

    line = one.said
    return (
        stretch_words(day(one.begin), day(one.until)),
        lines.what(line),
        lines.who(line),
        lines.held(line),
        lines.day(line.published),
        line.publisher or line.document,
        f"+{len(line.copies)}" if line.copies else "",
        line.subject,
    )
