"""`sayso diff`: what the desk learned since."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.answers import (
    Answer,
    Format,
    FormatOption,
    MostOption,
    section,
    write,
)
from sayso.cli.opened import AsOfOption, moment, opened

if TYPE_CHECKING:
    from sayso.desk.ask.news import News, Stands
    from sayso.desk.changes import Change

_DAY, _MINUTE = 10, 16
_BELOW = ("title", "what", "subject", "other")


def diff(
    context: typer.Context,
    *,
    since: Annotated[
        str,
        typer.Option(
            metavar="TIME",
            callback=moment,
            help="An ISO 8601 date or time in UTC; a day stands for its end, so what came in that "
            "day is not new any more.",
            show_default=False,
        ),
    ],
    format: FormatOption = Format.TABLE,  # noqa: A002 (the option's name)
    as_of: AsOfOption = None,
    most: MostOption = 20,
) -> None:
    """Tell what the desk learned since a moment: documents that came in, documents that changed,
    actors that it had not met, claims that are new or stand otherwise, what people decided."""
    _ordered(since, as_of)
    with opened(context, as_of=as_of) as store:
        from sayso.desk.ask.news import news  # noqa: PLC0415

        write(_answer(news(store, since=since, as_of=as_of), most), format)


def _ordered(since: str, as_of: str | None) -> None:
    """Raise BadParameter where nothing can have come in between."""
    from sayso.desk.clock import as_of as stamp_of  # noqa: PLC0415
    from sayso.desk.clock import now  # noqa: PLC0415

    begin, end = stamp_of(since), stamp_of(as_of) if as_of else now()
    if begin < end:
        return
    reason = f"not before --as-of {as_of}" if as_of else "not over yet"
    raise typer.BadParameter(
        f"{since} is {reason}; a day stands for its end. Give an earlier one, such as "
        f"{end[:_DAY]}T00:00Z",
        param_hint="--since",
    )


def _answer(found: "News", most: int) -> Answer:
    from sayso.report.words import plural  # noqa: PLC0415

    counts = [
        plural(len(found.arrived), "new document"),
        plural(len(found.changed), "changed version"),
        plural(len(found.met), "new actor"),
        plural(len(found.claimed), "new claim"),
        plural(len(found.restood), "that stands otherwise", "that stand otherwise"),
        plural(len(found.decided), "decision"),
        f"{len(found.taken_back):,} taken back",
    ]
    if found.reread:
        counts.append(f"{plural(found.reread, 'document')} read anew")
    facts = [", ".join(counts)]
    if not (found.arrived or found.changed or found.decided or found.taken_back or found.reread):
        facts.append("Nothing came in. `sayso desk info` says when something last did")
    tables = (
        (
            "New documents",
            ("known", "published", "by", "title", "document"),
            [
                (
                    one.known[:_MINUTE],
                    (one.published or "undated")[:_MINUTE],
                    one.publisher or "",
                    one.title or "",
                    one.document,
                )
                for one in found.arrived
            ],
        ),
        (
            "Changed",
            ("known", "document", "version", "", "what"),
            list(map(_change, found.changed)),
        ),
        (
            "Claims that stand otherwise",
            ("standing", "before", "origins", "documents", "claim", "what"),
            [_stands(one) for one in found.restood],
        ),
        (
            "New claims",
            ("standing", "before", "origins", "documents", "claim", "what"),
            [_stands(one) for one in found.claimed],
        ),
        (
            "New actors",
            ("name", "kind", "documents", "id"),
            [(one.name, one.sort, str(len(one.documents)), one.actor) for one in found.met],
        ),
        (
            "Decided",
            ("number", "who", "decision", "why", "subject", "other"),
            [
                (str(one.id), one.who, one.verdict, one.reason, one.subject, one.other or "")
                for one in found.decided
            ],
        ),
        (
            "Taken back",
            ("number", "who", "decision", "why", "subject"),
            [
                (
                    str(one.id),
                    one.withdrawn_by or "",
                    one.verdict,
                    one.withdrawn_because or "",
                    one.subject,
                )
                for one in found.taken_back
            ],
        ),
    )
    return Answer(
        title=f"From {found.since[:_MINUTE]}Z to {found.until[:_MINUTE]}Z",
        facts=tuple(facts),
        sections=tuple(
            section(title, columns, rows, most=most, below=_BELOW)
            for title, columns, rows in tables
            if rows
        ),
        record=found,
    )


def _stands(one: "Stands") -> tuple[str, ...]:
    from sayso.cli import lines  # noqa: PLC0415

    return (
        lines.standing(one.standing),
        lines.standing(one.before or ""),
        lines.origins(one.origins_min, one.origins_max),
        str(one.documents),
        one.claim,
        one.proposition,
    )


def _change(one: "Change") -> tuple[str, ...]:
    said = [f"{each.what}: {each.old or '-'} > {each.new or '-'}" for each in one.stated]
    said += [f"{each.kind}: {each.new_text or each.old_text}" for each in one.text]
    stealth = "stealth edit" if one.stealth else ""
    return one.known[:_MINUTE], one.document, str(one.number), stealth, "; ".join(said)
