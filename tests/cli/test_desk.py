import json
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.desk.store import Store
from tests.desk.made import OTHER, WIRE, add, analysis


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "desk.sqlite"
    with Store(file, create=True) as store:
        add(store, analysis("a", WIRE), analysis("b", OTHER))
    return file


def desk(file: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["--desk", str(file), "desk", *map(str, arguments)])


def test_info_counts(file: Path) -> None:
    found = json.loads(desk(file, "info", "--json").stdout)
    assert (found["documents"], found["entries"]) == (2, 4)
    assert found["sealed"] in desk(file, "info").stdout


def test_check_says_whole_or_what_is_wrong(file: Path) -> None:
    sealed = json.loads(desk(file, "info", "--json").stdout)["sealed"]
    assert desk(file, "check").stdout == "whole\n"
    assert desk(file, "check", "--sealed", sealed).exit_code == 0
    assert desk(file, "check", "--sealed", "abc").stdout == (
        "journal has no entry with the hash abc\n"
    )
    with Store(file) as store, store.writing() as connection:
        connection.execute(text("UPDATE progress SET through = 99"))
    result = desk(file, "check")
    assert result.exit_code == 1
    assert "families reckon with versions that are not there" in result.stdout


def test_a_backup_restores(file: Path, tmp_path: Path) -> None:
    written = desk(file, "backup", tmp_path / "copy").stdout
    assert written.startswith(f"{tmp_path / 'copy'}: ")
    assert f"{(tmp_path / 'copy').stat().st_size:,} bytes" in written
    again = desk(file, "backup", tmp_path / "copy")
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)
    assert desk(tmp_path / "new", "restore", tmp_path / "copy").exit_code == 0
    assert desk(tmp_path / "new", "check").stdout == "whole\n"
    assert desk(file, "restore", tmp_path / "copy").exit_code == 1


def test_no_desk_is_said(tmp_path: Path) -> None:
    for verb in ("info", "check"):
        assert desk(tmp_path / "none", verb).exit_code == 1
    assert not (tmp_path / "none").exists()
