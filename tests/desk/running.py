"""`sayso add` in a process of its own, with a reader that needs no model; to be killed."""

import multiprocessing
import os
import signal
import threading
import time
from multiprocessing.context import ForkServerProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from msgspec import Struct
from sqlalchemy import Engine, event

from sayso.cli import work
from sayso.cli.main import app
from sayso.desk import adding
from sayso.records.reading import Analysis
from sayso.records.text import Document
from tests.desk import made

CONTEXT = multiprocessing.get_context("forkserver")
# What is imported there is imported once, and each process begins with it.
CONTEXT.set_forkserver_preload(
    ["tests.desk.running", "rich.progress", "psycopg", "trafilatura", "feedparser", "urllib3"]
)

BATCH = 8


class Death(Struct, frozen=True):
    """When a process ends as by kill -9: so long after it has begun its so-and-so-manyeth act.

    An act is one statement to the database, or a commit.
    """

    act: int
    seconds: float = 0


class QuickReader:
    """Reads as the tests do by hand."""

    def __init__(self, *, threads: int = 2) -> None:
        self.threads = threads

    def read(self, document: Document) -> Analysis:
        return made.read(document)


class Run:
    """A run of `sayso add` in small batches; `acts` counts what it asked of the database."""

    def __init__(self, place: str, *inputs: Path | str, death: Death | None = None) -> None:
        self._acts = CONTEXT.Value("i", 0)
        arguments = (place, list(map(str, inputs)), self._acts, death)
        self.process: ForkServerProcess = CONTEXT.Process(target=_add, args=arguments)
        self.process.start()

    def ended(self) -> int | None:
        """Wait and give the exit status: minus the signal's number for one that was killed."""
        self.process.join(120)
        return self.process.exitcode

    @property
    def acts(self) -> int:
        return int(self._acts.value)


def _add(place: str, inputs: list[str], acts: "Synchronized[int]", death: Death | None) -> None:
    vars(work)["Reader"] = QuickReader
    vars(adding)["BATCH"] = BATCH

    def act(*_: object) -> None:
        acts.value += 1
        if death is not None and acts.value == death.act:
            if death.seconds:
                threading.Thread(target=_die, args=(death.seconds,), daemon=True).start()
            else:
                _die(0)

    event.listen(Engine, "before_cursor_execute", act)
    event.listen(Engine, "commit", act)
    app(["--desk", place, "add", "--allow-private", *inputs])


def _die(seconds: float) -> None:
    time.sleep(seconds)
    os.kill(os.getpid(), signal.SIGKILL)
