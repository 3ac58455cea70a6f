from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.desk.store import Store
from tests.desk.made import add, analysis, at

ONE = "Marchers closed the airport road at El Alto on Wednesday. The drums were loud."
OTHER = "The airport road at El Alto was closed by marchers on Wednesday. It rained in Oruro."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "desk.sqlite"
    with Store(file, create=True) as store:
        at(monkeypatch, "2026-03-04T10:00Z")
        add(store, analysis("a", ONE, publisher="Kestrel News", published="2026-03-04"))
        at(monkeypatch, "2026-03-05T10:00Z")
        add(store, analysis("half \ud83d", OTHER, publisher="Post", published="2026-03-05"))
    return file


def brief(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--desk", str(desk), "brief", *arguments])


def test_words_give_a_brief_with_footnotes(desk: Path) -> None:
    shown = brief(desk, "airport road")
    assert shown.exit_code == 0
    assert "Marchers closed the airport road at El Alto on Wednesday”[^1]" in shown.stdout
    assert "rained" not in shown.stdout


def test_a_claims_id_does_too(desk: Path) -> None:
    listed = CliRunner().invoke(app, ["--desk", str(desk), "claims", "--all"]).stdout
    id_ = next(word for word in listed.split() if word.startswith("c") and len(word) == 13)
    assert "A brief on a claim" in brief(desk, id_).stdout


def test_what_was_known_then(desk: Path) -> None:
    assert "Post" not in brief(desk, "airport road", "--as-of", "2026-03-04").stdout
    assert "Post" in brief(desk, "airport road").stdout
    assert "as of 4 March 2026" in brief(desk, "airport road", "--as-of", "2026-03-04").stdout


def test_nothing_found_ends_with_1(desk: Path) -> None:
    assert brief(desk, "volcano").exit_code == 1
    assert brief(desk, "rained", "--as-of", "2026-03-04").exit_code == 1
    assert brief(desk, "...").exit_code == 1


def test_a_files_name_tells_its_format(desk: Path, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    assert brief(desk, "airport road", "-o", str(page)).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert brief(desk, "airport road", "-o", str(page), "-f", "md").exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("# airport road")


@pytest.mark.skipif(
    not (find_spec("reportlab") and find_spec("fontpkg")), reason="needs the extra `pdf`"
)
def test_a_pdf(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    assert brief(desk, "airport road", "-o", str(file)).exit_code == 0
    assert file.read_bytes().startswith(b"%PDF-")


def test_wrong_usage_ends_with_2(desk: Path, tmp_path: Path) -> None:
    assert brief(desk, "x", "--as-of", "yesterday").exit_code == 2
    nowhere = brief(desk, "airport road", "-o", str(tmp_path / "no" / "where.md"))
    assert nowhere.exit_code == 2
    assert "there is no folder" in nowhere.stderr
    assert "is a folder" in brief(desk, "airport road", "-o", str(tmp_path)).stderr


def test_what_is_called_after_another_format_is_not_markdown(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    asked = brief(desk, "airport road", "-o", str(file))
    assert asked.exit_code == 2
    assert "say --format" in asked.stderr
    assert not file.exists()
    assert brief(desk, "airport road", "-o", str(file), "-f", "md").exit_code == 0


def test_nothing_found_leaves_a_file_as_it_was(desk: Path, tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    file.write_text("yesterday's")
    assert brief(desk, "volcano", "-o", str(file)).exit_code == 1
    assert file.read_text() == "yesterday's"
