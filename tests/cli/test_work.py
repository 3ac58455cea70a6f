from collections.abc import Iterator

import pytest

from sayso.cli import work
from sayso.cli.work import analyses
from sayso.errors import IntakeError
from sayso.records.reading import Analysis
from sayso.records.text import Document
from tests.trained import trained


def document(number: int, *, characters: int = 10) -> Document:
    return Document(id=str(number), text="x" * characters, sha256="")


class EchoReader:
    def __init__(self, *, threads: int = 2) -> None:
        assert threads

    def read(self, document: Document) -> Analysis:
        return Analysis(id=document.id, text=document.text, sha256=document.sha256)


def test_errors_keep_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "Reader", EchoReader)
    error = IntakeError("2", "is broken", "Mend it")
    answers = list(analyses([document(1), error, document(3)]))
    assert [a if isinstance(a, IntakeError) else a.id for a in answers] == ["1", error, "3"]


def test_no_more_is_taken_in_than_is_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "Reader", EchoReader)
    taken: list[int] = []

    def source() -> Iterator[Document]:
        for number in range(100):
            taken.append(number)
            yield document(number)

    answers = analyses(source())
    next(answers)
    assert len(taken) == 1


@pytest.mark.parametrize(
    ("characters", "lengths"), [(10, [8, 8, 4]), (30_000, [2] * 10), (1_000_000, [1] * 20)]
)
def test_chunks_are_bounded(characters: int, lengths: list[int]) -> None:
    found = [document(n, characters=characters) for n in range(20)]
    chunks = list(work._chunks(found))  # noqa: SLF001
    assert [len(chunk) for chunk in chunks] == lengths
    assert [item for chunk in chunks for item in chunk] == found


@trained
def test_two_processes_say_what_one_does() -> None:
    text = "Two officials said that the gate number {} was shut. It was always shut."
    error = IntakeError("5", "is broken", "Mend it")
    found: list[Document | IntakeError] = [
        Document(id=str(n), text=text.format(n), sha256="") for n in range(20)
    ]
    found.insert(5, error)
    alone = list(analyses(found))
    together = list(analyses(found, jobs=2))
    assert str(together.pop(5)) == str(alone.pop(5)) == str(error)
    assert together == alone
