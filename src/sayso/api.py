"""The Python API: one call from a text, a file or a web address to its analysis."""

from functools import cache
from pathlib import Path

from sayso.errors import IntakeError
from sayso.intake import language
from sayso.intake.identity import sha256
from sayso.intake.open import documents
from sayso.reading.read import Reader
from sayso.records.reading import Analysis
from sayso.records.text import Document

__all__ = ["documents", "read"]

_WEB = ("http://", "https://")
_LONGEST_ADDRESS = 2000
_TEXT_ID = "text"


def read(text_or_path: str | Path) -> Analysis:
    """Read one article and say who says what in it.

    A Path is opened as `documents` does, and so is a str that is a web address or names a file
    that exists; any other str is the text itself. The model is loaded at the first call and kept;
    to read many documents use `documents` and a `Reader`.

    Raises IntakeError when the input cannot be read, or holds more than one document.
    """
    return _reader().read(_document(text_or_path))


def _document(given: str | Path) -> Document:
    if isinstance(given, str) and not _is_address(given):
        return _text(given)
    found = documents([given])
    first = next(found)
    if isinstance(first, IntakeError):
        raise first
    if next(found, None) is not None:
        raise IntakeError(
            str(given), "holds more than one document", "Read it with documents and a Reader"
        )
    return first


def _is_address(given: str) -> bool:
    """Whether a str is where a text is to be found, not the text."""
    if len(given) > _LONGEST_ADDRESS or len(given.splitlines()) != 1 or "\0" in given:
        return False
    return (given.startswith(_WEB) and " " not in given) or Path(given).is_file()


def _text(text: str) -> Document:
    if not text.strip():
        raise IntakeError(_TEXT_ID, "holds no text", "Give the article's words, or a Path")
    return Document(id=_TEXT_ID, text=text, sha256=sha256(text), language=language.identify(text))


@cache
def _reader() -> Reader:
    return Reader()
