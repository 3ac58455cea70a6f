"""`sayso search`: words in the desk's texts, and who says them."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.answers import Answer, Format, FormatOption, Section, write
from sayso.cli.opened import FAILED, AsOfOption, opened

if TYPE_CHECKING:
    from sayso.desk.ask.passages import Passage, Passages


def search(  # noqa: PLR0913 (a command's options)
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORD...",
            help='Words that a document must have, all of them, and "phrases" in quotation marks.',
            show_default=False,
        ),
    ],
    *,
    format: FormatOption = Format.TABLE,  # noqa: A002 (the option's name)
    as_of: AsOfOption = None,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="Documents to show.")] = 20,
    skip: Annotated[int, typer.Option("--skip", min=0, help="Documents to leave out first.")] = 0,
) -> None:
    """Find the documents that have all the words, the best first, each with the sentence that has
    most of them and who answers for it.

    Case and accents do not count. Ends with 1 when nothing is found.
    """
    with opened(context, as_of=as_of) as store:
        from sayso.desk.ask.passages import passages  # noqa: PLC0415

        found = passages(store, " ".join(words), most=most, skip=skip, as_of=as_of)
        if not found.total:
            typer.echo(_nothing(found.question), err=True)
            raise typer.Exit(FAILED)
        write(_answer(found), format)


def _nothing(question: str) -> str:
    from sayso.report.words import one_line  # noqa: PLC0415

    return one_line(
        f"no document has all of: {question}. Try fewer words, other forms of them (they are "
        "compared as written), or a name with `sayso actor`"
    )


def _answer(found: "Passages") -> Answer:
    from sayso.report.words import plural  # noqa: PLC0415

    left = found.total - found.skipped - len(found.passages)
    part = Section(
        title="",
        columns=("published", "by", "document", "title", "who says it", "where it stands"),
        rows=[_row(one) for one in found.passages],
        more=max(0, left),
        how=f"--skip {found.skipped + len(found.passages)} shows the next",
        below=("title", "where it stands"),
    )
    return Answer(
        title=f"{plural(found.total, 'document')} with all of: {found.question}",
        facts=(),
        sections=(part,) if found.passages else (),
        record=found,
    )


def _row(one: "Passage") -> tuple[str, ...]:
    from sayso.cli import lines  # noqa: PLC0415

    own = ["the outlet itself"] if one.voice in ("own", "mixed") else []
    return (
        lines.day(one.published),
        one.publisher or "",
        one.document,
        one.title or "",
        ", ".join((*one.sources, *own)),
        one.words or "in the title",
    )
