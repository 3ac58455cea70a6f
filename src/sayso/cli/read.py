"""`sayso read`: documents in, who says what out."""

import os
import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import JobsOption, PrivateOption
from sayso.errors import IntakeError, RecordError, SaysoError

_FAILED = 1
_INTERRUPTED = 130
"""128 and the signal's number, as shells count."""

_PIPE_CLOSED = 141


class Format(StrEnum):
    """What can be written; `cli.formats.WRITERS` has a writer for each."""

    REPORT = "report"
    JSONL = "jsonl"
    JSON = "json"
    MD = "md"
    HTML = "html"


def read(  # noqa: PLR0913 (a command's options)
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER|URL|-...",
            help="What to read: text, HTML, PDF, DOCX, JSONL or CSV corpora, feeds, web archives "
            "(WARC), folders of them, web addresses, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    format: Annotated[  # noqa: A002 (the option's name)
        Format,
        typer.Option(
            "--format",
            "-f",
            help="report: for the terminal. jsonl: a record a line, in input order. "
            "json: indented. md: a brief. html: a page an article.",
        ),
    ] = Format.REPORT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Where to write; for several pages a folder. Standard output without it.",
            show_default=False,
        ),
    ] = None,
    jobs: JobsOption = 1,
    allow_private: PrivateOption = False,
    min_confidence: Annotated[
        float,
        typer.Option(min=0, max=1, help="Leave out attributions that are less sure than this."),
    ] = 0,
) -> None:
    """Read articles and tell who says what in them, and what nobody answers for.

    Ends with 0 when all was read, 1 when some input could not be, 2 when it was asked wrongly.
    """
    if output is not None and any(_same(output, given) for given in inputs):
        raise typer.BadParameter(f"{output} is also read from", param_hint="--output")
    raise typer.Exit(
        _work(
            inputs,
            format=format,
            output=output,
            jobs=jobs,
            allow_private=allow_private,
            min_confidence=min_confidence,
        )
    )


def _work(  # noqa: PLR0913 (the command's options)
    inputs: list[str],
    *,
    format: Format,  # noqa: A002
    output: Path | None,
    jobs: int,
    allow_private: bool,
    min_confidence: float,
) -> int:
    """Read, write, and give the exit status."""
    failed = 0
    try:
        from sayso.cli.formats import WRITERS  # noqa: PLC0415
        from sayso.cli.progress import meter  # noqa: PLC0415
        from sayso.cli.threshold import surer  # noqa: PLC0415
        from sayso.cli.work import analyses  # noqa: PLC0415
        from sayso.intake.open import documents  # noqa: PLC0415
        from sayso.intake.reach import Reach  # noqa: PLC0415

        hidden = output is None and sys.stdout.isatty()
        reach = Reach()
        found = documents(inputs, allow_private=allow_private, reach=reach)
        answers = analyses(found, jobs=jobs)
        with (
            closing(WRITERS[format](output)) as writer,
            meter(inputs, visible=not hidden, reach=reach) as progress,
            closing(answers),
        ):
            for answer in answers:
                try:
                    if isinstance(answer, IntakeError):
                        raise answer
                    writer.write(surer(answer, least=min_confidence))
                except (IntakeError, RecordError) as error:
                    progress.say(str(error))
                    failed += 1
                progress.step()
    except KeyboardInterrupt:
        typer.echo("Interrupted; what was written is whole.", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        # Python would try to flush once more as it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except SaysoError as error:
        typer.echo(str(error), err=True)
        return _FAILED
    return _FAILED if failed else 0


def _same(output: Path, given: str) -> bool:
    return output.exists() and Path(given).exists() and output.samefile(given)
