"""The formats that are read, and which of them an input is in."""

from collections.abc import Iterator
from pathlib import Path

from sayso.errors import IntakeError
from sayso.intake.base import Format, Source
from sayso.intake.docx import Docx
from sayso.intake.feed import Feed
from sayso.intake.later import LATER
from sayso.intake.pdf import Pdf
from sayso.intake.plain import Plain
from sayso.intake.table import Csv, Jsonl
from sayso.intake.warc import Warc
from sayso.intake.web import Web
from sayso.records.text import Document

PLAIN = Plain()

FORMATS: tuple[Format, ...] = (
    Warc(), Pdf(), Docx(), Web(), Feed(), *LATER, Jsonl(), Csv(), PLAIN,
)  # fmt: skip
"""Asked in this order: an archive may hold the marks of any other. A new format is a file beside
this one and its name here."""


def format_of(source: Source) -> Format:
    """The format of an input: by its first bytes, else its suffix, else its media type, else plain
    text."""
    head = source.head()
    for test in (
        lambda each: each.recognises(head),
        lambda each: source.suffix in each.suffixes,
        lambda each: source.media_type in each.media_types,
    ):
        for each in FORMATS:
            if test(each):
                return each
    return PLAIN


def parsed(source: Source, chosen: Format) -> Iterator[Document | IntakeError]:
    """Read an input by its format. Raises IntakeError where it cannot be read."""
    try:
        yield from chosen.read(source)
    except (IntakeError, OSError, EOFError):
        raise
    except Exception as error:
        # What a hostile file makes of a parser is not foreseeable, and must not stop the rest.
        raise source.error(
            f"cannot be read as {chosen.label} ({type(error).__name__}: {error})",
            "It may be damaged: open it in its own program and save it again",
        ) from error


def files_in(folder: str) -> list[Path]:
    """Give the files of a folder that are read: by path, those whose suffix a format knows or
    that have none; not what is hidden."""
    known = {suffix for each in FORMATS for suffix in each.suffixes} | {"", ".gz"}
    return [
        path
        for path in sorted(Path(folder).rglob("*"))
        if path.suffix.lower() in known
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
