"""`sayso actor`: what the desk holds on one actor."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from sayso.cli.answers import (
    Answer,
    Format,
    FormatOption,
    MostOption,
    Section,
    section,
    write,
)
from sayso.cli.opened import FAILED, AsOfOption, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.desk.actors.record import Actor
    from sayso.desk.ask.dossier import Dossier, Tie

_MOST: Final = 10
_PARTS: Final = (
    ("says", "Said by them"),
    ("does", "What they are said to have done"),
    ("undergoes", "What is said to have been done to them"),
    ("named", "Said of them"),
)


def actor(
    context: typer.Context,
    asked: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME|ID", help="A name, a part of one, or an actor's id.", show_default=False
        ),
    ],
    *,
    format: FormatOption = Format.TABLE,  # noqa: A002 (the option's name)
    as_of: AsOfOption = None,
    most: MostOption = _MOST,
) -> None:
    """Show an actor: names, posts, countries, documents, what they say, what is said of them and by
    whom, whom they are tied to, and why the desk takes all this for one actor.

    Where a name may mean several, shows those. Ends with 1 when nobody goes by it.
    """
    name = " ".join(asked)
    with opened(context, as_of=as_of) as store:
        from sayso.desk.ask.dossier import ask  # noqa: PLC0415

        found = ask(store, name, as_of=as_of)
        if isinstance(found, tuple):
            if not found:
                typer.echo(_nobody(name), err=True)
                raise typer.Exit(FAILED)
            write(_several(name, found, most), format)
            return
        write(_one(found, most), format)


def _nobody(name: str) -> str:
    from sayso.report.words import one_line  # noqa: PLC0415

    return one_line(
        f"nobody called {name} is in the desk. Try another spelling or a part of the name, or "
        f"look for the words: sayso search"
    )


def _several(name: str, found: "Sequence[Actor]", most: int) -> Answer:
    rows = [
        (
            actor.id,
            actor.name,
            ", ".join(actor.names[1:6]),
            actor.sort,
            ", ".join(actor.countries),
            str(len({member.document for member in actor.members})),
        )
        for actor in found
    ]
    columns = ("id", "name", "also", "kind", "country", "documents")
    return Answer(
        title=f"{name} may mean {len(found):,} actors",
        facts=("Ask for one of them by its id: sayso actor ID",),
        sections=(section("Actors", columns, rows, most=most),),
        record={"name": name, "actors": found},
    )


def _one(found: "Dossier", most: int) -> Answer:
    from sayso.cli import lines  # noqa: PLC0415

    parts = [
        section(
            title,
            lines.COLUMNS,
            lines.rows(getattr(found, part)),
            most=most,
            below=lines.BELOW,
        )
        for part, title in _PARTS
        if getattr(found, part)
    ]
    return Answer(
        title=f"{found.name} ({found.id})",
        facts=tuple(_facts(found)),
        sections=(*parts, *_ties(found, most), _documents(found, most), *_whether(found, most)),
        record=found,
    )


def _facts(found: "Dossier") -> "list[str]":
    from sayso.report.words import SECTORS, plural  # noqa: PLC0415

    roles = [f"{role.title} of {role.of}" if role.of else role.title for role in found.roles]
    sectors = [SECTORS.get(sector, sector) for sector in found.sectors]
    documents = len({one.document for one in found.documents})
    facts = [
        ", ".join((found.sort, *found.countries, *sectors)),
        f"also called {', '.join(found.names[1:])}" if found.names[1:] else "",
        f"posts: {', '.join(roles)}" if roles else "",
        f"known as {found.anchor}" if found.anchor else "",
        f"in {plural(documents, 'document')}",
        f"others called so: {', '.join(found.namesakes)}" if found.namesakes else "",
    ]
    if not any(getattr(found, part) for part, _ in _PARTS):
        facts.append("no statement is by them or of them")
    return [fact for fact in facts if fact]


def _ties(found: "Dossier", most: int) -> "list[Section]":

    made = []
    if found.ties:
        columns = ("tie", "with", "from", "to", "who says it", "document")
        made.append(section("Ties", columns, [_tie(tie) for tie in found.ties], most=most))
    if found.beside:
        rows = [(one.name, str(one.families), one.actor) for one in found.beside]
        made.append(section("Named in the same documents", ("name", "documents", "id"), rows,
                            most=most))  # fmt: skip
    return made


def _tie(tie: "Tie") -> tuple[str, ...]:
    said = tie.type.replace("_", " ")
    return (
        said if tie.outgoing else f"({said})",
        tie.name,
        tie.begin or "",
        tie.end or "",
        tie.source or "the outlet itself",
        tie.document,
    )


def _documents(found: "Dossier", most: int) -> "Section":
    from sayso.cli import lines  # noqa: PLC0415

    rows = [
        (
            lines.day(one.published),
            one.publisher or "",
            one.title or "",
            one.document,
            one.name,
            str(one.mentions),
            one.subject,
        )
        for one in found.documents
    ]
    columns = ("published", "by", "title", "document", "as", "times", "subject")
    return section("Documents", columns, rows, most=most, below=("title", "subject"))


def _whether(found: "Dossier", most: int) -> "list[Section]":
    """Why all this is one actor, and who else may be it."""
    made = []
    if found.joins:
        rows = [
            ("; ".join(join.reasons), f"{join.confidence:.0%}", join.one, join.other)
            for join in found.joins
        ]
        columns = ("because", "sure", "one", "other")
        below = ("one", "other")
        made.append(section("Why they are one", columns, rows, most=most, below=below))
    if found.maybe:
        rows = [
            (one.name, f"{one.confidence:.0%}", "; ".join(one.reasons), one.actor)
            for one in found.maybe
        ]
        made.append(section("May be the same", ("name", "sure", "because", "id"), rows, most=most))
    return made
