"""What `sayso read` can write, a writer each; a new one gets its line in WRITERS."""

import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import typer
from rich.console import Console

from sayso.cli.output import Output
from sayso.records.json import to_json
from sayso.records.reading import Analysis
from sayso.report.markdown import markdown
from sayso.report.masthead import title_of
from sayso.report.page import Entry, entry, index, page
from sayso.report.terminal import Report

_PAGE_SUFFIXES = (".html", ".htm")
_FILE_WIDTH = 80
_SLUG = 60
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class Writer(Protocol):
    """Writes analyses one by one."""

    def write(self, analysis: Analysis) -> None:
        """Write one analysis whole."""

    def close(self) -> None:
        """Write what comes last and let go of files. Called once, after an interrupt too."""


class _Texts:
    """Analyses as texts one after another, in a file or on standard output."""

    def __init__(
        self, target: Path | None, render: Callable[[Analysis], str], between: str
    ) -> None:
        self._output = Output(target)
        self._encoding = (None if target else sys.stdout.encoding) or "utf-8"
        self._render = render
        self._between = between
        self._before = ""

    def write(self, analysis: Analysis) -> None:
        text = self._before + self._render(analysis)
        self._output.write(text.encode(self._encoding, "replace"))
        self._before = self._between

    def close(self) -> None:
        self._output.close()


class _Jsonl:
    def __init__(self, target: Path | None) -> None:
        self._output = Output(target)

    def write(self, analysis: Analysis) -> None:
        self._output.write(to_json(analysis) + b"\n")

    def close(self) -> None:
        self._output.close()


class _Json:
    """One indented record, or an array of them as soon as there is a second one."""

    def __init__(self, target: Path | None) -> None:
        self._output = Output(target)
        self._first: bytes | None = None
        self._many = False

    def write(self, analysis: Analysis) -> None:
        indented = json.dumps(json.loads(to_json(analysis)), indent=2, ensure_ascii=False)
        # Half a character is what UTF-8 cannot hold; Python's escape of it is JSON's too.
        record = indented.encode("utf-8", "backslashreplace")
        if self._many:
            self._output.write(b",\n" + record)
        elif self._first is None:
            self._first = record
        else:
            self._output.write(b"[\n" + self._first + b",\n" + record)
            self._many = True

    def close(self) -> None:
        if self._many:
            self._output.write(b"\n]\n")
        elif self._first is not None:
            self._output.write(self._first + b"\n")
        self._output.close()


class _Page:
    """The page of the only article, in a file or on standard output."""

    def __init__(self, target: Path | None) -> None:
        self._output = Output(target)
        self._written = False

    def write(self, analysis: Analysis) -> None:
        if self._written:
            raise typer.BadParameter(
                "several articles need a folder for their pages", param_hint="--output"
            )
        self._output.write(page(analysis).encode())
        self._written = True

    def close(self) -> None:
        self._output.close()


class _Pages:
    """A page an article in a folder, and an index that leads to them."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise typer.BadParameter(
                f"{folder} cannot be made ({error.strerror})", param_hint="--output"
            ) from error
        self._folder = folder
        self._entries: list[Entry] = []

    def write(self, analysis: Analysis) -> None:
        href = f"{len(self._entries) + 1:04d}-{_slug(title_of(analysis))}.html"
        self._put(href, page(analysis))
        self._entries.append(entry(analysis, href))

    def close(self) -> None:
        self._put("index.html", index(self._entries))

    def _put(self, name: str, html: str) -> None:
        output = Output(self._folder / name)
        output.write(html.encode())
        output.close()


def _report(target: Path | None) -> Writer:
    """Make the writer of the terminal's report; a file gets it plain, at the usual width."""
    console = (
        Console(file=io.StringIO(), width=_FILE_WIDTH, force_terminal=False)
        if target
        else Console()
    )

    def render(analysis: Analysis) -> str:
        with console.capture() as captured:
            console.print(Report(analysis), end="")
        return captured.get()

    return _Texts(target, render, "")


def _markdown(target: Path | None) -> Writer:
    return _Texts(target, markdown, "\n---\n\n")


def _html(target: Path | None) -> Writer:
    if target is None or (target.suffix.lower() in _PAGE_SUFFIXES and not target.is_dir()):
        return _Page(target)
    return _Pages(target)


def _slug(title: str) -> str:
    """Give a file name that every system takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return _NOT_SLUG.sub("-", plain)[:_SLUG].strip("-") or "article"


WRITERS: dict[str, Callable[[Path | None], Writer]] = {
    "report": _report,
    "jsonl": _Jsonl,
    "json": _Json,
    "md": _markdown,
    "html": _html,
}
"""Given where to write, None for standard output. Raises BadParameter where that cannot be."""
