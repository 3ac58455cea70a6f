"""`sayso review log`: what was decided, and what was taken back."""

import json
from typing import TYPE_CHECKING

import typer

from sayso.cli.answers import Answer, Format, FormatOption, MostOption, section, write
from sayso.cli.opened import AsOfOption, opened

if TYPE_CHECKING:
    from sayso.desk.review.log import Line

_MINUTE = 16
"""Characters of an ISO time to the minute."""


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
