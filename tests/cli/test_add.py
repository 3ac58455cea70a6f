import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.desk.check import faults
from sayso.desk.contents import contents
from sayso.desk.documents import current, history, readings
from sayso.desk.store import Store
from sayso.errors import IntakeError
from sayso.records.reading import Analysis
from sayso.records.text import Document
from tests.desk.made import OTHER, WIRE, read

REFUSED = "refused"


class StubReader:
    """Reads as the desk's tests do by hand, and refuses some."""

    confidence = 0.9

    def __init__(self, *, threads: int = 2) -> None:
        self.threads = threads

    def read(self, document: Document) -> Analysis:
        if REFUSED in document.text:
            raise IntakeError(document.id, "is refused", "Nothing helps")
        return read(document, confidence=self.confidence)


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.cli.work.Reader", StubReader)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


def add(desk: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["--desk", str(desk), "add", *map(str, arguments)])


def article(folder: Path, name: str, text: str = WIRE) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_articles_are_kept(tmp_path: Path, desk: Path) -> None:
    one, other = article(tmp_path, "a.txt"), article(tmp_path, "b.txt", OTHER)
    result = add(desk, one, other)
    assert (result.exit_code, result.stdout) == (0, "2 new, 0 changed, 0 held already\n")
    with Store(desk) as store:
        with store.reading() as connection:
            assert [each.text for each in current(connection)] == [WIRE, OTHER]
        assert list(faults(store)) == []


def test_adding_again_adds_nothing_and_a_change_is_a_version(tmp_path: Path, desk: Path) -> None:
    one, other = article(tmp_path, "a.txt"), article(tmp_path, "b.txt", OTHER)
    add(desk, tmp_path)
    assert add(desk, one, other, one).stdout == "0 new, 0 changed, 3 held already\n"
    article(tmp_path, "a.txt", WIRE + " Two came back.")
    assert add(desk, one, other).stdout == "0 new, 1 changed, 1 held already\n"
    with Store(desk) as store, store.reading() as connection:
        assert [each.number for each in history(connection, str(one))] == [1, 2]


def test_what_fails_is_named_and_the_rest_is_kept(tmp_path: Path, desk: Path) -> None:
    refused = article(tmp_path, "a.txt", f"This text is {REFUSED} by the reader.")
    result = add(desk, tmp_path / "missing.txt", refused, article(tmp_path, "b.txt"))
    assert result.exit_code == 1
    assert result.stdout == "1 new, 0 changed, 0 held already, 2 could not be read\n"
    missing, not_read = result.stderr.splitlines()
    assert missing.startswith(f"{tmp_path / 'missing.txt'}: ")
    assert not_read == f"{refused}: is refused. Nothing helps"


def test_reading_anew_keeps_both_readings(
    tmp_path: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = article(tmp_path, "a.txt")
    add(desk, one)
    monkeypatch.setattr(StubReader, "confidence", 0.4)
    assert add(desk, one).stdout == "0 new, 0 changed, 1 held already\n"
    assert add(desk, one, "--again").stdout == "0 new, 0 changed, 1 read anew, 0 held already\n"
    with Store(desk) as store, store.reading() as connection:
        said = [each.attributions for each in readings(connection, str(one))]
        assert [each[0].confidence for each in said if each] == [0.9, 0.4]


def test_an_interrupt_keeps_what_was_read(
    tmp_path: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(StubReader):
        def read(self, document: Document) -> Analysis:
            if document.id == "d3":
                raise KeyboardInterrupt
            return super().read(document)

    corpus = article(
        tmp_path,
        "corpus.jsonl",
        "".join(json.dumps({"id": f"d{n}", "text": f"{WIRE} {n}"}) + "\n" for n in range(9)),
    )
    monkeypatch.setattr("sayso.cli.work.Reader", Interrupted)
    result = add(desk, corpus)
    assert (result.exit_code, result.stderr) == (130, "Interrupted; the desk is whole.\n")
    with Store(desk) as store:
        assert contents(store).documents == 3
        assert list(faults(store)) == []
    monkeypatch.setattr("sayso.cli.work.Reader", StubReader)
    assert add(desk, corpus).stdout == "6 new, 0 changed, 3 held already\n"


def test_a_file_that_is_no_desk_is_left_alone(tmp_path: Path) -> None:
    notes = article(tmp_path, "notes", "These are notes. " * 100)
    result = add(notes, article(tmp_path, "a.txt"))
    assert result.exit_code == 1
    assert "is no desk" in result.stderr
    assert notes.read_text().startswith("These are notes.")


@pytest.mark.parametrize("arguments", [[], ["a.txt", "--jobs", "0"]])
def test_wrong_usage_ends_with_2(desk: Path, arguments: list[str]) -> None:
    assert add(desk, *arguments).exit_code == 2
    assert not desk.exists()


def test_without_a_name_it_is_the_desk_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "data" / "desk.sqlite"
    monkeypatch.setattr("sayso.desk.place.default_place", lambda: str(file))
    one = article(tmp_path, "a.txt")
    assert CliRunner().invoke(app, ["add", str(one)]).exit_code == 0
    assert file.exists()
    env = {"SAYSO_DESK": str(tmp_path / "other")}
    assert CliRunner(env=env).invoke(app, ["add", str(one)]).exit_code == 0
    assert (tmp_path / "other").exists()
