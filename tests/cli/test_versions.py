import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.desk.store import Store
from tests.desk.made import OTHER, WIRE, add, analysis, at

EDITED = WIRE.replace("Four of them", "Six of them")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "desk.sqlite"
    with Store(file, create=True) as store:
        at(monkeypatch, "2026-03-04T10:00Z")
        dated = {"published": "2026-03-03"}
        told = analysis("told \ud83d", OTHER, title="Ferry", **dated)
        add(store, analysis("quiet", WIRE, **dated), told, analysis("same", f"{OTHER} Again."))
        at(monkeypatch, "2026-03-05T12:30Z")
        add(store, analysis("quiet", EDITED, **dated))
        said = f"{OTHER} Correction: the ferry runs\x1b[31m once a week."
        add(store, analysis("told \ud83d", said, title="Ferry, corrected", **dated))
    return file


def versions(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--desk", str(desk), "versions", *arguments])


def test_what_changed_is_shown_with_its_times(desk: Path) -> None:
    result = versions(desk, "quiet")
    assert result.exit_code == 0
    heading, change = result.stdout.splitlines()
    assert heading.startswith("quiet version 2, between 2026-03-04T10:00Z and 2026-03-05T12:30Z")
    assert heading.endswith("stealth edit: its dates are as before")
    before, _, after = change.partition("[-Four-]{+Six+}")
    assert before.startswith("  changed: …")
    assert before.endswith(" on Monday, drivers said. ")
    assert after.startswith(" of them were let go after")
    assert after.endswith("…")


def test_all_that_has_changed(desk: Path) -> None:
    shown = versions(desk).stdout
    assert "quiet version 2" in shown
    assert "same" not in shown
    assert "  title: Ferry > Ferry, corrected\n" in shown
    assert "{+Correction: the ferry runs" in shown
    assert "\x1b" not in shown


def test_only_stealth_edits(desk: Path) -> None:
    rows = [
        json.loads(line) for line in versions(desk, "--stealth", "-f", "jsonl").stdout.splitlines()
    ]
    assert [(row["document"], row["stealth"]) for row in rows] == [("quiet", True)]
    assert rows[0]["text"][0]["new_text"] == "Six"


def test_what_is_not_there_and_what_has_not_changed(desk: Path) -> None:
    result = versions(desk, "same", "none")
    assert (result.exit_code, result.stdout) == (1, "nothing has changed\n")
    assert result.stderr.startswith("none: is not in the desk")


def test_what_was_known_then(desk: Path) -> None:
    assert versions(desk, "--as-of", "2026-03-04").stdout == "nothing has changed\n"
    assert versions(desk, "--as-of", "2026-03-05").stdout == versions(desk).stdout
    assert versions(desk, "--as-of", "2026-03-01").exit_code == 1
    with Store(desk) as store:
        add(store, analysis("later", WIRE))
    missing = versions(desk, "later", "--as-of", "2026-03-05T12:15Z")
    assert "later: is not in the desk as of 2026-03-05T12:15Z" in missing.stderr
