import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.desk.check import faults
from sayso.desk.contents import contents
from sayso.desk.documents import current, history, readings
from sayso.desk.store import Store
from sayso.errors import IntakeError
from sayso.intake import watch
from sayso.intake.watch import Watch
from sayso.records.reading import Analysis
from sayso.records.text import Document
from tests.desk.made import OTHER, WIRE, read
from tests.intake.newsroom import item, newsroom, page, rss
from tests.intake.warcs import INFO, packed, response

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
    assert add(desk, one, "--again").stdout == "0 new, 0 changed, 1 read anew\n"
    same = add(desk, one, "--again").stdout
    assert same == "0 new, 0 changed, 1 read anew, 1 of them read as before\n"
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


def test_what_comes_twice_in_one_input_is_a_version(tmp_path: Path, desk: Path) -> None:
    rows = [("a", WIRE), ("a", WIRE), ("b", OTHER), ("a", f"{WIRE} Two came back."), ("a", WIRE)]
    lines = [json.dumps({"id": id, "text": text}) + "\n" for id, text in rows]  # noqa: A001
    corpus = article(tmp_path, "corpus.jsonl", "".join(lines))
    assert add(desk, corpus).stdout == "2 new, 1 changed, 2 held already\n"
    assert add(desk, corpus).stdout == "0 new, 0 changed, 5 held already\n"
    with Store(desk) as store:
        with store.reading() as connection:
            assert [x.text for x in history(connection, "a")] == [WIRE, f"{WIRE} Two came back."]
        assert list(faults(store)) == []


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_feed_is_asked_for_what_is_new(desk: Path) -> None:
    with newsroom() as room:
        one = room.put("/one", page(WIRE), etag='"1"')
        other = room.put("/other", page(OTHER))
        feed = room.put("/feed", rss(item(one), item(other)), etag='"f"')
        again = ("--allow-private", feed)
        assert add(desk, *again).stdout == "2 new, 0 changed, 0 held already\n"
        room.asked.clear()
        assert add(desk, *again).stdout == "0 new, 0 changed, 2 held already\n"
        assert room.asked == [("/feed", 304), ("/one", 304), ("/other", 200)]
        # A stealth edit: the feed says nothing of it.
        room.put("/other", page(f"{OTHER} He denied it."))
        assert add(desk, *again).stdout == "0 new, 1 changed, 1 held already\n"
        # Taken back: an earlier text on a page is news.
        room.put("/other", page(OTHER))
        assert add(desk, *again).stdout == "0 new, 1 changed, 1 held already\n"
    with Store(desk) as store:
        with store.reading() as connection:
            assert [x.number for x in history(connection, other)] == [1, 2, 3]
        assert list(faults(store)) == []


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_what_failed_is_tried_again_though_its_feed_is_what_it_was(desk: Path) -> None:
    with newsroom() as room:
        feed = room.put("/feed", rss(item(f"{room.root}/late")), etag='"f"')
        result = add(desk, "--allow-private", feed)
        assert (result.exit_code, "is answered with 404" in result.stderr) == (1, True)
        room.put("/late", page(WIRE))
        assert add(desk, "--allow-private", feed).stdout == "1 new, 0 changed, 0 held already\n"


def test_an_archive_in_which_a_page_changed(tmp_path: Path, desk: Path) -> None:
    url, path = "https://delta.example/trucks", tmp_path / "crawl.warc.gz"
    path.write_bytes(
        packed(
            INFO,
            response(url, page(WIRE)),
            response("https://delta.example/", page("Nothing here.")),
            response(url, page(f"{WIRE} Two came back.")),
        )
    )
    result = add(desk, path)
    assert result.stdout == "1 new, 1 changed, 0 held already, 1 could not be read\n"
    assert result.stderr.startswith("https://delta.example/: is a page without an article")


class Rounds:
    """What happens between one look and the next, and then Ctrl-C."""

    def __init__(self, *between: Callable[[], object]) -> None:
        self._between = list(between)

    def __call__(self) -> None:
        if not self._between:
            raise KeyboardInterrupt
        self._between.pop(0)()


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_watching_a_folder_and_a_feed(
    tmp_path: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "REST", 0)
    monkeypatch.setattr("sayso.desk.visits.SOON", 0)
    papers = tmp_path / "papers"
    papers.mkdir()
    article(papers, "a.txt")
    with newsroom() as room:
        one = room.put("/one", page(f"{WIRE} By road."), etag='"1"')
        gone = f"{room.root}/gone"
        feed = room.put("/feed", rss(item(one), item(gone)), etag='"f"')
        monkeypatch.setattr(
            Watch,
            "rest",
            Rounds(
                lambda: article(papers, "b.txt", OTHER),
                lambda: monkeypatch.setattr(watch, "monotonic", lambda: 1e9),
                lambda: room.put("/one", page(f"{WIRE} By sea."), etag='"2"'),
                lambda: monkeypatch.setattr(watch, "monotonic", lambda: 2e9),
            ),
        )
        result = add(desk, "--watch", "--allow-private", papers, feed)
        assert result.stdout.splitlines() == [
            "2 new, 0 changed, 0 held already",
            "1 new, 0 changed, 0 held already",
            "0 new, 1 changed, 0 held already",
            "3 new, 1 changed, 1 held already, 1 could not be read",
        ]
        assert result.exit_code == 1
        assert result.stderr.count("is answered with 404") == 1
        assert room.asked.count(("/feed", 304)) == 2
    with Store(desk) as store:
        assert contents(store).versions == 4
        assert list(faults(store)) == []


def test_watching_ends_cleanly_amid_reading(
    tmp_path: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "REST", 0)

    class Interrupted(StubReader):
        def read(self, document: Document) -> Analysis:
            if document.id.endswith("b.txt"):
                raise KeyboardInterrupt
            return super().read(document)

    monkeypatch.setattr("sayso.cli.work.Reader", Interrupted)
    article(tmp_path, "a.txt")
    article(tmp_path, "b.txt", OTHER)
    result = add(desk, "--watch", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "1 new, 0 changed, 0 held already\n")
    with Store(desk) as store:
        assert contents(store).documents == 1
        assert list(faults(store)) == []


@pytest.mark.parametrize("arguments", [["-", "--watch"], ["a.txt", "--watch", "--every", "5"]])
def test_what_cannot_be_watched(desk: Path, arguments: list[str]) -> None:
    assert add(desk, *arguments).exit_code == 2
