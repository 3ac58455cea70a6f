import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.desk.store import Store
from sayso.exports.formats import FORMATS
from tests.exports.made import filled


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("desk") / "desk.sqlite"
    with Store(file, create=True) as store:
        filled(store)
    return file


def export(desk: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["--desk", str(desk), "export", *map(str, arguments)])


def test_an_export_tells_what_it_holds(desk: Path, tmp_path: Path) -> None:
    to = tmp_path / "out"
    done = export(desk, "geojson", "--to", to, "--tlp", "amber+strict")
    assert done.exit_code == 0
    assert "2 documents, TLP:AMBER+STRICT" in done.stdout
    assert "1 left out: named after a place" in done.stdout
    assert "1 document was not read for them" in done.stdout
    assert json.loads((to / "manifest.json").read_bytes())["tlp"] == "TLP:AMBER+STRICT"
    assert json.loads((to / "sayso.geojson").read_bytes())["tlp"] == "TLP:AMBER+STRICT"


def test_the_formats_are_listed(desk: Path) -> None:
    shown = export(desk).stdout
    assert all(f"{each.name} " in shown for each in FORMATS)
    assert "pip install 'sayso[parquet]'" in shown


def test_what_was_known_then(desk: Path, tmp_path: Path) -> None:
    done = export(desk, "csv", "--to", tmp_path / "out", "--as-of", "2020-01-01")
    assert "0 documents, no TLP marking" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("pdf", "--to", "out"), "pdf is none of"),
        (("csv",), "where shall it go"),
        (("csv", "--to", "out", "--tlp", "white"), "no label of TLP 2.0"),
        (("csv", "--to", "out", "--as-of", "yesterday"), "no ISO 8601"),
    ],
)
def test_wrong_usage_ends_with_2(desk: Path, arguments: tuple[str, ...], said: str) -> None:
    done = export(desk, *arguments)
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.replace("│", " ").split())


def test_what_is_there_already_is_said(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    done = export(desk, "csv", "--to", tmp_path)
    assert done.exit_code == 1
    assert "is there already. Name a new folder" in done.stderr


def test_no_desk_is_said(tmp_path: Path) -> None:
    done = export(tmp_path / "none", "csv", "--to", tmp_path / "out")
    assert done.exit_code == 1
    assert "is not there" in done.stderr
