"""How an answer of the desk is written: tables for a terminal, JSON, or Markdown."""

import json
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

import typer


class Format(StrEnum):
    """What can be written."""

    TABLE = "table"
    JSON = "json"
    MD = "md"


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="table: for the terminal. json: one object, whole. md: to paste on.",
    ),
]
MostOption = Annotated[
    int, typer.Option("--most", "-n", min=1, help="Lines to show of each kind; JSON has all.")
]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#])")
_CELL = 300


class Section(NamedTuple):
    """A table with a heading; `more` counts the rows that are left out, `how` says how to see
    them. A column that is empty throughout is not shown; on a terminal those named in `below` stand
    below their rows."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    more: int = 0
    how: str = "--most shows more"
    below: tuple[str, ...] = ()


class Answer(NamedTuple):
    """A heading, lines of facts below it, tables; `record` is the whole of it for JSON."""

    title: str
    facts: tuple[str, ...]
    sections: tuple[Section, ...]
    record: Any


def section(
    title: str,
    columns: tuple[str, ...],
    rows: Sequence[Sequence[str]],
    *,
    most: int,
    below: tuple[str, ...] = (),
) -> Section:
    """Make a section of the first rows."""
    more = max(0, len(rows) - most)
    return Section(title=title, columns=columns, rows=rows[:most], more=more, below=below)


def write(answer: Answer, format: Format) -> None:  # noqa: A002 (the option's name)
    """Write an answer to standard output."""
    if format is Format.TABLE:
        _table(answer)
        return
    from sayso.cli.output import Output  # noqa: PLC0415

    made = whole(answer.record) if format is Format.JSON else markdown(answer)
    # A text may hold a lone surrogate, which UTF-8 does not; JSON's escape for it does.
    Output(None).write(made.encode("utf-8", "backslashreplace"))


def whole(record: Any) -> str:  # noqa: ANN401 (whatever JSON can hold)
    """Give a record as indented JSON."""
    from msgspec import to_builtins  # noqa: PLC0415

    return json.dumps(to_builtins(record), ensure_ascii=False, indent=2) + "\n"


def markdown(answer: Answer) -> str:
    """Give an answer as Markdown, in which nothing of the documents' words is markup."""
    return "\n".join(_markdown(answer)) + "\n"


def _table(answer: Answer) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from sayso.cli import tables  # noqa: PLC0415
    from sayso.report.words import one_line  # noqa: PLC0415

    console = Console(highlight=False)
    console.print(Text(one_line(answer.title), "bold"), soft_wrap=True)
    for fact in answer.facts:
        console.print(Text(one_line(fact)), soft_wrap=True)
    console.print()
    for part in answer.sections:
        rows = [list(map(_cell, part.columns, row)) for row in part.rows]
        tables.write(console, part.columns, rows, title=part.title, below=part.below)
        if part.more:
            console.print(Text(f"{_rest(part)}\n", "dim"))


def _markdown(answer: Answer) -> list[str]:
    lines = [f"# {_plain(answer.title)}", ""]
    lines += [line for fact in answer.facts for line in (_plain(fact), "")]
    for part in answer.sections:
        kept = _kept(part)
        lines += [f"## {_plain(part.title)}", ""] if part.title else []
        lines += [_row([part.columns[at] for at in kept]), _row(["---"] * len(kept))]
        lines += [_row([_marked(part.columns[at], row[at]) for at in kept]) for row in part.rows]
        lines += ["", _plain(_rest(part))] if part.more else []
        lines += [""]
    return lines[:-1] if lines[-1] == "" else lines


def _kept(part: Section) -> list[int]:
    """The columns that say anything, by place."""
    return [at for at in range(len(part.columns)) if any(row[at] for row in part.rows)]


def _rest(part: Section) -> str:
    return f"and {part.more:,} more; {part.how}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _marked(column: str, words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _cell(column, words))


def _plain(words: str) -> str:
    return _marked("", words)


def _cell(column: str, words: str) -> str:
    from sayso.cli.tables import TAKEN  # noqa: PLC0415
    from sayso.report.words import one_line, shorten  # noqa: PLC0415

    return one_line(words) if column in TAKEN else shorten(one_line(words), _CELL)
