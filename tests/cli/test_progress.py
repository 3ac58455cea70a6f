import io
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from sayso.cli.progress import Meter, expected, likely, meter
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


def test_a_total_that_nobody_knows_follows_from_how_far_it_has_come() -> None:
    console, reach = Console(file=io.StringIO()), Reach()
    bar = Progress(console=console, disable=True)
    progress = Meter(console, bar, None, reach)
    for part in reach.parts([1] * 4):
        progress.step()
        progress.step()
        assert bar.tasks[0].completed == 2 * (part + 1)
    assert likely(8, 0.75) == bar.tasks[0].total == 11
    assert likely(9, 0.999) == 9
    known = Meter(console, bar, 5, reach)
    known.step()
    assert bar.tasks[1].total == 5
