"""`sayso versions`: what a document said before, and what was changed without a word."""

import json
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from sayso.cli.opened import FAILED, AsOfOption, opened

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.desk.changes import Change
    from sayso.desk.families.differences import Difference
    from sayso.desk.store import Store
    from sayso.records.desk import Version


_SPACE: Final = re.compile(r"\s+")
_AROUND: Final = 40
"""Characters of the new text before and after a passage that is shown, to a word's end."""


class _Step(NamedTuple):
    """A change, and the text that it led to."""

    change: "Change"
    text: str


class Format(StrEnum):
    """What can be written."""

    TEXT = "text"
    JSONL = "jsonl"


def versions(
    context: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID...",
            help="Documents by their ids; without one, all that have changed.",
            show_default=False,
        ),
    ] = None,
    *,
    stealth: Annotated[
        bool,
        typer.Option(
            "--stealth",
            help="Only changes of a dated text that the publication does not tell of, neither by "
            "its dates nor by a correction.",
        ),
    ] = False,
    format: Annotated[  # noqa: A002 (the option's name)
        Format,
        typer.Option("--format", "-f", help="text: to be read. jsonl: a change a line."),
    ] = Format.TEXT,
    as_of: AsOfOption = None,
) -> None:
    """Show what changed from version to version: words that came in and words that went, and when.

    Ends with 1 for an id that the desk does not hold.
    """
    with opened(context, as_of=as_of) as store:
        missing = _missing(store, ids or [], as_of)
        for id_ in missing:
            then = f" as of {as_of}" if as_of else ""
            typer.echo(
                f"{id_}: is not in the desk{then}. See `sayso families` for what is", err=True
            )
        _show(_changes(store, ids, stealth=stealth, as_of=as_of), format)
    raise typer.Exit(FAILED if missing else 0)


def _missing(store: "Store", ids: Iterable[str], as_of: str | None) -> list[str]:
    from sayso.desk.documents import history  # noqa: PLC0415

    with store.reading() as connection:
        return [
            id_
            for id_ in ids
            if not any(_was_known(each, as_of) for each in history(connection, id_))
        ]


def _was_known(one: "Change | Version", as_of: str | None) -> bool:
    from sayso.desk.clock import as_of as stamp_of  # noqa: PLC0415

    return as_of is None or one.known <= stamp_of(as_of)


def _changes(
    store: "Store", ids: list[str] | None, *, stealth: bool, as_of: str | None
) -> "Iterable[_Step]":
    from sayso.desk import changes  # noqa: PLC0415
    from sayso.desk.documents import history  # noqa: PLC0415

    with store.reading() as connection:
        for id_ in ids or changes.changed(connection):
            texts = {each.number: each.text for each in history(connection, id_)}
            for each in changes.changes(connection, id_):
                if (each.stealth or not stealth) and _was_known(each, as_of):
                    yield _Step(each, texts[each.number])


def _show(found: "Iterable[_Step]", format: Format) -> None:  # noqa: A002
    if format is Format.TEXT:
        _text(found)
        return
    import msgspec  # noqa: PLC0415

    from sayso.cli.output import Output  # noqa: PLC0415

    output = Output(None)
    for change, _ in found:
        line = json.dumps(msgspec.to_builtins(change), ensure_ascii=False)
        # A text may hold a lone surrogate, which UTF-8 does not; JSON's escape for it does.
        output.write((line + "\n").encode("utf-8", "backslashreplace"))


def _text(found: "Iterable[_Step]") -> None:
    from rich.console import Console  # noqa: PLC0415

    console = Console(highlight=False)
    shown = 0
    for change, text in found:
        shown += 1
        console.print(_heading(change), soft_wrap=True)
        for stated in change.stated:
            line = f"  {stated.what}: {stated.old or '-'} > {stated.new or '-'}"
            console.print(_harmless(line), soft_wrap=True)
        for difference in change.text:
            console.print(_passage(difference, text), soft_wrap=True)
    if not shown:
        console.print("nothing has changed")


def _heading(change: "Change") -> "Text":
    from sayso.report.words import one_line  # noqa: PLC0415

    between = f"between {change.since[:16]}Z and {change.known[:16]}Z"
    name = one_line(change.document)
    line = _harmless(f"{name} version {change.number}, {between}")
    line.stylize("bold", 0, len(name))
    if change.stealth:
        line.append("  stealth edit: its dates are as before", "bold yellow")
    return line


def _passage(difference: "Difference", text: str) -> "Text":
    """Show words that went and words that came in, as [-these-] and {+these+}, among the words
    around them in the new text."""
    start, end = difference.new
    before, after = _around(text, start, end)
    line = _harmless(f"  {difference.kind}: ")
    line.append_text(_harmless(before))
    if difference.old_text and difference.kind != "moved":
        line.append_text(_harmless(f"[-{difference.old_text}-]", "red"))
    if difference.new_text and difference.kind != "moved":
        line.append_text(_harmless(f"{{+{difference.new_text}+}}", "green"))
    if difference.kind == "moved":
        line.append_text(_harmless(difference.new_text, "cyan"))
    line.append_text(_harmless(after))
    return line


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a span, cut where a word ends, with the blanks between."""
    before = text[max(0, start - _AROUND) : start]
    if start > _AROUND:
        before = "…" + before.partition(" ")[2]
    after = text[end : end + _AROUND]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    gap = " " if start == end and before[-1:].strip() else ""
    return _SPACE.sub(" ", before) + gap, _SPACE.sub(" ", after)


def _harmless(words: str, style: str = "") -> "Text":
    from rich.text import Text  # noqa: PLC0415

    from sayso.report.words import harmless  # noqa: PLC0415

    return Text(harmless(" ".join(words.split()) if style else words), style)
