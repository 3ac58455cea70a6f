"""`sayso review queue`: what is open."""

from typing import TYPE_CHECKING, Any

import typer

from sayso.cli.answers import Answer, Format, FormatOption, MostOption, section, write
from sayso.cli.opened import AsOfOption, opened

if TYPE_CHECKING:
    from sayso.desk.review.queue import Item


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
