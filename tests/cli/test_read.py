import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.formats import WRITERS
from sayso.cli.main import app
from sayso.cli.read import Format
from sayso.errors import IntakeError
from sayso.records.json import from_json
from sayso.records.reading import Analysis, Sentence
from sayso.records.text import Document

REFUSED = "refused"


class StubReader:
    """Reads every document as one sentence in the outlet's own voice, and refuses some."""

    def __init__(self, *, threads: int = 2) -> None:
        self.threads = threads

    def read(self, document: Document) -> Analysis:
        if REFUSED in document.text:
            raise IntakeError(document.id, "is refused", "Nothing helps")
        sentence = Sentence(start=0, end=len(document.text.rstrip()), voice="own")
        return Analysis(
            id=document.id,
            text=document.text,
            sha256=document.sha256,
            sentences=(sentence,),
            attributions=(),
        )


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.cli.work.Reader", StubReader)


def sayso(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, arguments)], input=stdin)


def article(folder: Path, name: str, text: str = "The gate was shut on a Sunday morning.") -> Path:
    path = folder / name
    path.write_text(text)
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    lines = [{"id": f"d{n}", "text": f"This is the text of number {n}."} for n in range(50)]
    return article(tmp_path, "corpus.jsonl", "".join(json.dumps(line) + "\n" for line in lines))


def test_the_report_is_what_comes_first(tmp_path: Path) -> None:
    result = sayso(article(tmp_path, "a.txt"))
    assert result.exit_code == 0
    assert "no sources · 1 of 1 sentence in the outlet's own voice" in result.stdout
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_jsonl_is_a_record_a_line_in_input_order(corpus: Path) -> None:
    result = sayso(corpus, "--format", "jsonl")
    records = [from_json(line) for line in result.stdout_bytes.splitlines()]
    assert [record.id for record in records] == [f"d{n}" for n in range(50)]


def test_what_fails_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    good = article(tmp_path, "good.txt")
    refused = article(tmp_path, "bad.txt", f"This text is {REFUSED} by the reader.")
    result = sayso(tmp_path / "missing.txt", refused, good, "-f", "jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [str(good)]
    missing, not_read = result.stderr.splitlines()
    assert missing.startswith(f"{tmp_path / 'missing.txt'}: ")
    assert not_read == f"{refused}: is refused. Nothing helps"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.txt", "--format", "xml"],
        ["a.txt", "--jobs", "0"],
        ["a.txt", "--min-confidence", "1.5"],
        ["a.txt", "-o", "no/such/folder/out.txt"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert sayso(*arguments).exit_code == 2


def test_an_output_that_is_an_input_is_refused(tmp_path: Path) -> None:
    path = article(tmp_path, "a.txt")
    result = sayso(path, "-o", path, "-f", "jsonl")
    assert result.exit_code == 2
    assert path.read_text()


def test_standard_input() -> None:
    result = sayso("-", "-f", "jsonl", stdin="The gate was shut on a Sunday morning.")
    assert json.loads(result.stdout)["text"] == "The gate was shut on a Sunday morning."


def test_json_is_one_record_or_an_array(tmp_path: Path) -> None:
    one, two = article(tmp_path, "a.txt"), article(tmp_path, "b.txt")
    assert json.loads(sayso(one, "-f", "json").stdout)["id"] == str(one)
    several = json.loads(sayso(one, two, one.with_name("none"), "-f", "json").stdout)
    assert [record["id"] for record in several] == [str(one), str(two)]


def test_half_a_character_reaches_json_and_jsonl(corpus: Path) -> None:
    corpus.write_text('{"id": "d", "text": "This is half \\ud83d of a character."}\n')
    for form in ("json", "jsonl"):
        text = json.loads(sayso(corpus, "-f", form).stdout)["text"]
        assert text == "This is half \ud83d of a character."


def test_a_file_holds_what_standard_output_would(tmp_path: Path) -> None:
    path = article(tmp_path, "a.txt")
    for form in Format:
        target = tmp_path / f"out.{form}"
        assert sayso(path, "-f", form, "-o", target).stdout == ""
        assert target.read_text(encoding="utf-8") == sayso(path, "-f", form).stdout


def test_several_pages_go_to_a_folder_with_an_index(tmp_path: Path, corpus: Path) -> None:
    result = sayso(corpus, "-f", "html", "-o", tmp_path / "pages")
    assert result.exit_code == 0
    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert len(names) == 51
    assert names[0] == "0001-d0.html"
    assert 'href="0050-d49.html"' in (tmp_path / "pages" / "index.html").read_text()


def test_several_pages_without_a_folder_are_wrong_usage(corpus: Path, tmp_path: Path) -> None:
    assert sayso(corpus, "-f", "html").exit_code == 2
    assert sayso(corpus, "-f", "html", "-o", tmp_path / "one.html").exit_code == 2


def test_every_format_has_a_writer() -> None:
    assert set(WRITERS) == {form.value for form in Format}


def test_an_interrupt_ends_with_130_and_says_so(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(StubReader):
        def read(self, document: Document) -> Analysis:
            if document.id == "d3":
                raise KeyboardInterrupt
            return super().read(document)

    monkeypatch.setattr("sayso.cli.work.Reader", Interrupted)
    result = sayso(corpus, "-f", "jsonl")
    assert result.exit_code == 130
    assert len(result.stdout.splitlines()) == 3
    assert len(result.stderr.splitlines()) == 1


STUBBED = """
import time
from sayso.cli import work
from sayso.__main__ import main
from tests.cli.test_read import StubReader

class Slow(StubReader):
    def read(self, document):
        time.sleep(0.01)
        return super().read(document)

work.Reader = Slow
main()
"""


def start(*arguments: str | Path, stdout: int) -> subprocess.Popen[bytes]:
    root = Path(__file__).parent.parent.parent
    return subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-c", STUBBED, "read", *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        cwd=root,
        env=os.environ | {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"},
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send")
def test_a_real_interrupt_leaves_whole_lines(corpus: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with start(corpus, "-f", "jsonl", "-o", target, stdout=subprocess.PIPE) as process:
        while not (target.exists() and target.stat().st_size):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=30)
    assert process.returncode == 130
    assert stderr.decode() == "Interrupted; what was written is whole.\n"
    written = target.read_bytes()
    assert written.endswith(b"\n")
    assert 1 <= len([from_json(line) for line in written.splitlines()]) < 50


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_closed_pipe_is_quiet(corpus: Path) -> None:
    with start(corpus, "-f", "jsonl", stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_full_disk_is_said(corpus: Path) -> None:
    with start(corpus, "-f", "jsonl", "-o", "/dev/full", stdout=subprocess.PIPE) as process:
        _, stderr = process.communicate(timeout=30)
    assert process.returncode == 1
    assert stderr.decode() == (
        "/dev/full cannot be written (No space left on device). Make room, or write it somewhere "
        "else\n"
    )
