from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import IntakeError
from sayso.intake.open import documents
from sayso.records.text import Document

Read = Callable[..., list[Document | IntakeError]]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Write the bytes to a file of this name, and read it."""
    monkeypatch.chdir(tmp_path)

    def read(name: str, data: bytes, **options: object) -> list[Document | IntakeError]:
        (tmp_path / name).write_bytes(data)
        return list(documents([name], **options))  # type: ignore[arg-type]

    return read


@pytest.fixture
def text_of(read: Read) -> Callable[..., str]:
    """The text of the one document that these bytes hold."""

    def text_of(name: str, data: bytes, **options: object) -> str:
        (found,) = read(name, data, **options)
        assert isinstance(found, Document), found
        return found.text

    return text_of


@pytest.fixture
def refusal(read: Read) -> Callable[..., IntakeError]:
    """The error that these bytes get, the only thing that comes of them."""

    def refusal(name: str, data: bytes, **options: object) -> IntakeError:
        (found,) = read(name, data, **options)
        assert isinstance(found, IntakeError), found
        assert found.name == name
        assert found.advice
        return found

    return refusal
