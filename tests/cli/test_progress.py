from pathlib import Path

import pytest

from sayso.cli.progress import expected, meter
from sayso.intake.reach import Reach


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "corpus.jsonl").write_bytes(b"{}\n{}\n{}")
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "table.csv").write_bytes(b"text\none\n")
    return tmp_path


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (["a.txt"], 1),
        (["a.txt", "a.txt"], 2),
        (["corpus.jsonl"], 3),
        (["empty.jsonl"], 0),
        (["a.txt", "corpus.jsonl"], 4),
        (["table.csv"], None),
        (["a.txt", "table.csv"], None),
        (["crawl.warc"], None),
        (["feed.rss"], None),
        (["."], None),
        (["missing.txt"], 1),
    ],
)
def test_expected(folder: Path, names: list[str], count: int | None) -> None:
    assert expected([str(folder / name) for name in names]) == count


def test_standard_input_and_addresses() -> None:
    assert expected(["-"]) is None
    assert expected(["https://wire.example/a"]) is None


def test_no_bar_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with meter(["a.txt"], visible=True, reach=Reach()) as progress:
        progress.step()
        progress.say("a.txt: is \x1b[31mbroken")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "a.txt: is \ufffd[31mbroken\n"
