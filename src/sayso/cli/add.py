"""`sayso add`: documents into the desk."""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sayso.cli.opened import FAILED, opened
from sayso.cli.options import JobsOption, PrivateOption
from sayso.errors import IntakeError, RecordError

if TYPE_CHECKING:
    from sayso.desk.adding import Adder
    from sayso.records.desk import Outcome

_SHORTEST = 60
"""Seconds between two questions whether a feed has changed: none is written faster."""


class _How(NamedTuple):
    """The options of a run. `said` is what went wrong before and needs no saying again."""

    jobs: int
    allow_private: bool
    said: set[str] | None = None


def add(  # noqa: PLR0913 (a command's options)
    context: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER|URL|FEED|-...",
            help="What to add: whatever `sayso read` reads.",
            show_default=False,
        ),
    ],
    *,
    jobs: JobsOption = 1,
    allow_private: PrivateOption = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Read anew what the desk holds already. Earlier readings stay, and the last one "
            "counts.",
        ),
    ] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help="Go on looking for what is new in folders, feeds and pages, until Ctrl-C.",
        ),
    ] = False,
    every: Annotated[
        int,
        typer.Option(
            min=_SHORTEST,
            metavar="SECONDS",
            help="With --watch: how often feeds and pages are asked for. Folders are looked at "
            "every few seconds.",
        ),
    ] = 900,
) -> None:
    """Read articles and keep them in the desk. What it holds already is passed over, so a run
    that was broken off goes on where it ended; a text that has changed is a new version.

    Ends with 0 when all was read, 1 when some input could not be, 2 when it was asked wrongly.
    """
    if watch and "-" in inputs:
        raise typer.BadParameter("standard input comes once", param_hint="--watch")
    with opened(context, create=True) as store:
        import sayso  # noqa: PLC0415
        from sayso.desk.adding import Adder  # noqa: PLC0415

        adder = Adder(store, program=f"sayso {sayso.__version__}", again=again)
        how = _How(jobs=jobs, allow_private=allow_private, said=set() if watch else None)
        try:
            if watch:
                failed = _watch(adder, inputs, how, every=every)
            else:
                failed = len(_round(adder, inputs, how))
                adder.close()
        except KeyboardInterrupt:
            adder.flush()
            raise
        typer.echo(_told(adder.tally, failed, again=again))
    raise typer.Exit(FAILED if failed else 0)


def _watch(adder: "Adder", inputs: Sequence[str], how: _How, *, every: float) -> int:
    """Read and add what comes until an interrupt, and give how many inputs could not be read."""
    from sayso.intake.watch import Watch  # noqa: PLC0415

    watched = Watch(inputs, every=every)
    failed: set[str] = set()
    try:
        while True:
            before = Counter(adder.tally)
            if due := list(watched.due()):
                wrong = _round(adder, due, how)
                adder.close()
                watched.failed(wrong)
                failed |= set(wrong)
            news = adder.tally - before
            if news["new"] or news["changed"]:
                typer.echo(_told(news, 0, again=False))
            watched.rest()
    except KeyboardInterrupt:
        # How a watch ends: what was read is kept, and what was not comes the next time.
        adder.flush()
        return len(failed)


def _round(adder: "Adder", inputs: Sequence[str], how: _How) -> list[str]:
    """Read and add, and give the names of what could not be."""
    from sayso.cli.progress import meter  # noqa: PLC0415
    from sayso.cli.work import analyses  # noqa: PLC0415
    from sayso.intake.open import documents  # noqa: PLC0415
    from sayso.intake.reach import Reach  # noqa: PLC0415

    failed: list[str] = []
    reach = Reach()
    found = documents(
        inputs,
        allow_private=how.allow_private,
        versions=True,
        memory=adder.visits,
        reach=reach,
    )
    with meter(inputs, visible=True, reach=reach) as progress:
        wanted = adder.wanted(found, held=progress.step)
        with closing(analyses(wanted, jobs=how.jobs)) as answers:
            for answer in answers:
                try:
                    if isinstance(answer, IntakeError):
                        raise answer
                    adder.add(answer)
                except (IntakeError, RecordError) as error:
                    failed.append(error.name if isinstance(error, IntakeError) else error.id or "")
                    if how.said is None or str(error) not in how.said:
                        progress.say(str(error))
                    if how.said is not None:
                        how.said.add(str(error))
                progress.step()
    return failed


def _told(tally: "Counter[Outcome]", failed: int, *, again: bool) -> str:
    parts = [f"{tally['new']:,} new", f"{tally['changed']:,} changed"]
    if again:
        # What is held is then what was read anew and came out the same.
        parts += [f"{tally['reread'] + tally['held']:,} read anew"]
        parts += [f"{tally['held']:,} of them read as before"] if tally["held"] else []
    else:
        parts += [f"{tally['held']:,} held already"]
    parts += [f"{failed:,} could not be read"] if failed else []
    return ", ".join(parts)
