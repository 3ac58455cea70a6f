"""`sayso add`: documents into the desk."""

from collections.abc import Sequence
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.opened import FAILED, opened
from sayso.errors import IntakeError, RecordError

if TYPE_CHECKING:
    from sayso.desk.adding import Adder


def add(
    context: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER|URL|-...",
            help="What to add: whatever `sayso read` reads.",
            show_default=False,
        ),
    ],
    *,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="Processes that read side by side.")
    ] = 1,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let web addresses lead to private networks.")
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Read anew what the desk holds already. Earlier readings stay, and the last one "
            "counts.",
        ),
    ] = False,
) -> None:
    """Read articles and keep them in the desk. What it holds already is passed over, so a run
    that was broken off goes on where it ended; a text that has changed is a new version.

    Ends with 0 when all was read, 1 when some input could not be, 2 when it was asked wrongly.
    """
    with opened(context, create=True) as store:
        import sayso  # noqa: PLC0415
        from sayso.desk.adding import Adder  # noqa: PLC0415

        adder = Adder(
            store,
            program=f"sayso {sayso.__version__}",
            again=again,
            live={given for given in inputs if "://" in given},
        )
        try:
            failed = _work(adder, inputs, jobs=jobs, allow_private=allow_private)
        except KeyboardInterrupt:
            adder.flush()
            raise
        adder.close()
        typer.echo(_told(adder, failed))
    raise typer.Exit(FAILED if failed else 0)


def _work(adder: "Adder", inputs: Sequence[str], *, jobs: int, allow_private: bool) -> int:
    """Read and add, and give how many inputs could not be."""
    from sayso.cli.progress import meter  # noqa: PLC0415
    from sayso.cli.work import analyses  # noqa: PLC0415
    from sayso.intake.open import documents  # noqa: PLC0415

    failed = 0
    # An id may come again in another input: the desk knows what to make of it.
    found = chain.from_iterable(documents([given], allow_private=allow_private) for given in inputs)
    with meter(inputs, visible=True) as progress:
        wanted = adder.wanted(found, held=progress.step)
        with closing(analyses(wanted, jobs=jobs)) as answers:
            for answer in answers:
                try:
                    if isinstance(answer, IntakeError):
                        raise answer
                    adder.add(answer)
                except (IntakeError, RecordError) as error:
                    progress.say(str(error))
                    failed += 1
                progress.step()
    return failed


def _told(adder: "Adder", failed: int) -> str:
    tally = adder.tally
    parts = [f"{tally['new']:,} new", f"{tally['changed']:,} changed"]
    parts += [f"{tally['reread']:,} read anew"] if tally["reread"] else []
    parts += [f"{tally['held']:,} held already"]
    parts += [f"{failed:,} could not be read"] if failed else []
    return ", ".join(parts)
