import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.desk.store import Store
from tests.desk.made import OTHER, WIRE, add, analysis, at


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "desk.sqlite"
    with Store(file, create=True) as store:
        at(monkeypatch, "2026-03-04T10:00Z")
        add(
            store,
            analysis("late", WIRE + " Print.", published="2026-03-04", agency="Northern Wire"),
            analysis("early", WIRE, published="2026-03-03"),
        )
        at(monkeypatch, "2026-03-05T10:00Z")
        add(store, analysis("half \ud83d", OTHER, published="2026-03-04"))
    return file


def families(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--desk", str(desk), "families", *arguments])


def test_jsonl_is_a_document_a_line(desk: Path) -> None:
    rows = [json.loads(line) for line in families(desk, "-f", "jsonl").stdout.splitlines()]
    assert [(row["id"], row["family"], row["root"]) for row in rows] == [
        ("early", "early", True),
        ("late", "early", False),
        ("half \ud83d", "half \ud83d", True),
    ]
    assert {row["agency"] for row in rows} == {"Northern Wire", None}


def test_json_is_a_family_an_object(desk: Path) -> None:
    first, second = json.loads(families(desk, "--format", "json").stdout)
    assert first["members"] == ["early", "late"]
    assert first["why_root"] == "the earliest"
    assert second["members"] == ["half \ud83d"]


def test_a_table_has_those_with_copies_first(desk: Path) -> None:
    shown = families(desk).stdout
    assert shown.index("early") < shown.index("half")
    assert "3 documents in 2 families" in shown


def test_what_was_known_then(desk: Path) -> None:
    assert len(families(desk, "-f", "jsonl", "--as-of", "2026-03-04").stdout.splitlines()) == 2
    assert families(desk, "-f", "jsonl", "--as-of", "2026-03-03").stdout == ""


def test_wrong_usage_ends_with_2(desk: Path) -> None:
    assert families(desk, "--as-of", "yesterday").exit_code == 2
    assert families(desk, "--format", "xml").exit_code == 2


def test_no_desk_is_said(tmp_path: Path) -> None:
    result = families(tmp_path / "none")
    assert result.exit_code == 1
    assert "is not there" in result.stderr
