"""`sayso brief`: what the desk holds on a subject, with a footnote to every sentence."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.opened import FAILED, AsOfOption, opened

if TYPE_CHECKING:
    from sayso.report.brief.record import Brief


class Format(StrEnum):
    """What can be written."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"


_SUFFIXES = {
    "": Format.MD,
    ".md": Format.MD,
    ".markdown": Format.MD,
    ".txt": Format.MD,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".pdf": Format.PDF,
}


def brief(
    context: typer.Context,
    asked: Annotated[
        list[str],
        typer.Argument(
            metavar="ACTOR|CLAIM|PLACE|QUERY",
            help="A claim's id, the name of an actor or a place, or words to look for.",
            show_default=False,
        ),
    ],
    *,
    format: Annotated[  # noqa: A002 (the option's name)
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="md: Markdown with footnotes. html: a page of its own. pdf: for print, with "
            "pip install 'sayso[pdf]'. Without it, what the output is called, else md.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Where to write; standard output without it.", show_default=False
        ),
    ] = None,
    as_of: AsOfOption = None,
) -> None:
    """Write a brief: what is claimed, by whom, how well it stands, where documents disagree, what
    is not known. Every sentence has a footnote to the words that it rests on.

    Ends with 1 where the desk has nothing on what was asked.
    """
    from sayso.cli.output import put, writable  # noqa: PLC0415

    about, chosen = " ".join(asked), format or _format(output)
    if chosen is Format.PDF and output is None and sys.stdout.isatty():
        raise typer.BadParameter("a PDF is nothing for a terminal", param_hint="--output")
    if output is not None:
        # A brief takes a while; where it cannot be written is to be known before.
        writable(output)
    with opened(context, as_of=as_of) as store:
        from sayso.report.brief import gathering  # noqa: PLC0415

        found = gathering.brief(store, about, as_of=as_of)
        if found is None:
            typer.echo(_nothing(about, as_of), err=True)
            raise typer.Exit(FAILED)
        put(output, _rendered(found, chosen))


def _format(output: Path | None) -> Format:
    suffix = output.suffix.lower() if output else ""
    if suffix not in _SUFFIXES:
        raise typer.BadParameter(
            f"{output} is called neither .md, .html nor .pdf: call it so, or say --format",
            param_hint="--output",
        )
    return _SUFFIXES[suffix]


def _nothing(about: str, as_of: str | None) -> str:
    from sayso.report.words import one_line  # noqa: PLC0415

    then = f" as of {as_of}" if as_of else ""
    return one_line(
        f"the desk has nothing on “{about}”{then}. Try fewer words or another spelling; `sayso "
        "search` finds words, `sayso claims --all` lists claims with their ids"
    )


def _rendered(found: "Brief", chosen: Format) -> bytes:
    match chosen:
        case Format.MD:
            from sayso.report.brief.markdown import markdown  # noqa: PLC0415

            return markdown(found).encode()
        case Format.HTML:
            from sayso.report.brief.html import html  # noqa: PLC0415

            return html(found).encode()
        case Format.PDF:
            from sayso.report.brief.pdf import pdf  # noqa: PLC0415

            return pdf(found)
