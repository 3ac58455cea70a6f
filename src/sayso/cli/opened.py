"""The desk that a verb works on, and how it ends when something is wrong with it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.desk.store import Store

FAILED = 1
INTERRUPTED = 130
"""128 and the signal's number, as shells count."""

_PIPE_CLOSED = 141
_MINUTE = 16
"""Characters of an ISO time to the minute."""


@contextmanager
def opened(
    context: typer.Context, *, create: bool = False, as_of: str | None = None
) -> "Iterator[Store]":
    """Give the desk that `--desk` names, made if it is not there and `create` says so.

    What is raised meanwhile becomes a line on standard error and the exit status; so does a
    question about a moment `as_of` when the desk held nothing yet.
    """
    try:
        from sayso.cli.waiting import waiting  # noqa: PLC0415
        from sayso.desk.place import default_place  # noqa: PLC0415
        from sayso.desk.store import Store  # noqa: PLC0415

        with Store(context.obj or default_place(), create=create, watch=waiting) as store:
            if as_of is not None:
                _held(store, as_of)
            yield store
    except SaysoError as error:
        _say(error)
        raise typer.Exit(FAILED) from error
    except KeyboardInterrupt as error:
        typer.echo("Interrupted; the desk is whole.", err=True)
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        _forget_output()
        raise typer.Exit(_PIPE_CLOSED) from error
    except OSError as error:
        from sayso.cli.output import unwritten  # noqa: PLC0415

        _say(unwritten(error.filename or "standard output", error))
        _forget_output()
        raise typer.Exit(FAILED) from error


def _say(error: SaysoError) -> None:
    from sayso.report.words import one_line  # noqa: PLC0415

    typer.echo(one_line(str(error)), err=True)


def _forget_output() -> None:
    """Else Python would try to flush once more as it ends, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _held(store: "Store", as_of: str) -> None:
    from sayso.desk.clock import as_of as stamp_of  # noqa: PLC0415
    from sayso.desk.contents import first_known  # noqa: PLC0415

    with store.reading() as connection:
        first = first_known(connection)
    if first is not None and stamp_of(as_of) < first:
        raise SaysoError(
            f"the desk held nothing as of {as_of}: its first document came at {first[:_MINUTE]}Z. "
            "The time is that of the desk's own reading, not of publication"
        )


def moment(asked: str | None) -> str | None:
    """Check a moment that was asked about. Raises BadParameter for what is none."""
    from sayso.desk.clock import as_of  # noqa: PLC0415

    if asked is not None:
        try:
            as_of(asked)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
    return asked


AsOfOption = Annotated[
    str | None,
    typer.Option(
        metavar="TIME",
        callback=moment,
        help="What the desk knew then: an ISO 8601 date or time, a day to its end, in UTC.",
        show_default=False,
    ),
]
