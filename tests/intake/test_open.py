import gzip
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.errors import IntakeError
from sayso.intake.open import documents
from sayso.records.text import Document

Refusal = Callable[..., IntakeError]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ids(inputs: list[str]) -> list[str]:
    return [each.name if isinstance(each, IntakeError) else each.id for each in documents(inputs)]


def test_inputs_come_in_their_order_and_the_bad_in_their_place(folder: Path) -> None:
    (folder / "b.txt").write_text("Two soldiers.")
    (folder / "a.txt").write_text("Denied.")
    (folder / "empty.txt").touch()
    (folder / "c.jsonl").write_text('{"id": "c1", "text": "One."}\nbad\n{"id": "c3", "text": "3"}')
    found = list(documents(["b.txt", "missing.txt", "c.jsonl", "empty.txt", "a.txt"]))
    assert [type(each) for each in found] == [
        Document, IntakeError, Document, IntakeError, Document, IntakeError, Document,
    ]  # fmt: skip
    assert ids(["b.txt", "missing.txt", "c.jsonl", "empty.txt", "a.txt"]) == [
        "b.txt", "missing.txt", "c1", "c.jsonl:2", "c3", "empty.txt", "a.txt",
    ]  # fmt: skip


def test_a_folder_gives_what_a_format_knows_by_path(folder: Path) -> None:
    for name in (
        "z.txt",
        "sub/a.md",
        "README",
        "photo.jpg",
        ".hidden.txt",
        ".git/x.txt",
        "old.doc",
    ):
        path = folder / "texts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Two soldiers were killed.")
    assert ids(["texts"]) == ["texts/README", "texts/old.doc", "texts/sub/a.md", "texts/z.txt"]


def test_a_folder_without_anything_to_read_is_said(folder: Path) -> None:
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").touch()
    (found,) = documents([folder / "photos"])
    assert isinstance(found, IntakeError)
    assert found.reason == "holds no file of a kind that is read"


def test_standard_input_is_read_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b'{"id": 1, "text": "One."}\n{"id": 2, "text": "Two."}\n'))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert ids(["-"]) == ["1", "2"]
    assert not stdin.closed
    assert not stdin.buffer.closed


def test_text_on_standard_input_is_called_as_it_was_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Two soldiers were killed.")))
    (found,) = documents(["-"])
    assert isinstance(found, Document)
    assert (found.id, found.text) == ("-", "Two soldiers were killed.")


def test_packed_files_are_read(read: Callable[..., list[Document]]) -> None:
    (found,) = read("a.txt.gz", gzip.compress(b"Two soldiers were killed."))
    assert (found.id, found.text) == ("a.txt.gz", "Two soldiers were killed.")
    (found,) = read("a.jsonl.gz", gzip.compress(b'{"id": "x", "text": "One."}'))
    assert found.id == "x"


def test_a_packed_bomb_and_a_broken_pack_are_said(refusal: Refusal) -> None:
    assert (
        "is larger than"
        in refusal("a.txt.gz", gzip.compress(bytes(2_000_000)), max_bytes=1_000_000).reason
    )
    data = gzip.compress(b"Two soldiers were killed." * 99)
    assert "is broken" in refusal("a.txt.gz", data[:40]).reason


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "is a rich-text or old Word"),
        ("a.rtf", rb"{\rtf1\ansi Two soldiers}", "is a rich-text or old Word"),
        ("a.eml", b"From: jane@ledger.example\n\nTwo soldiers", "is an e-mail"),
        ("a.parquet", b"PAR1" + bytes(64), "is a Parquet table"),
    ],
)
def test_formats_that_are_not_read_yet_are_named(
    refusal: Refusal, name: str, data: bytes, reason: str
) -> None:
    error = refusal(name, data)
    assert reason in error.reason
    assert "which this version does not read yet" in error.reason


def test_the_same_file_twice_is_said(folder: Path) -> None:
    (folder / "a.txt").write_text("Two soldiers.")
    first, second = documents(["a.txt", "a.txt"])
    assert isinstance(first, Document)
    assert isinstance(second, IntakeError)
    assert second.reason == "is the id of an earlier document too"


def test_documents_are_read_only_as_they_are_asked_for(folder: Path) -> None:
    (folder / "a.txt").write_text("Two soldiers.")

    def inputs() -> Iterator[str]:
        yield "a.txt"
        pytest.fail("asked for the second before the first was taken")

    assert isinstance(next(documents(inputs())), Document)
