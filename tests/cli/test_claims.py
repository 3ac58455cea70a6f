import json
from pathlib import Path
from typing import Any

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


def claims(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--desk", str(desk), "claims", *arguments])


def claim(desk: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--desk", str(desk), "claim", *arguments])


def rows(desk: Path, *arguments: str) -> list[dict[str, Any]]:
    printed = claims(desk, "--format", "jsonl", *arguments).stdout
    return [json.loads(line) for line in printed.splitlines()]


def test_jsonl_has_every_claim_with_its_statements(desk: Path) -> None:
    first, *others = rows(desk)
    assert {
        "claim", "kind", "type", "proposition", "actor", "recipient", "place", "begin", "until",
        "standing", "credibility", "origins_min", "origins_max", "why", "statements",
    } <= first.keys()  # fmt: skip
    assert (first["standing"], first["origins_min"], first["origins_max"]) == (
        "own_voice_only",
        0,
        2,
    )
    assert [said["document"] for said in first["statements"]] == ["a", "half \ud83d"]
    assert {
        "document", "start", "end", "stance", "factuality", "voice", "source_kind", "origin",
    } <= first["statements"][0].keys()  # fmt: skip
    assert others


def test_json_is_one_object_with_the_same(desk: Path) -> None:
    assert json.loads(claims(desk, "-f", "json").stdout)["claims"] == rows(desk)
    one = rows(desk)[0]
    assert json.loads(claim(desk, one["claim"], "-f", "json").stdout)["claims"] == [one]


def test_markdown_has_what_the_tables_have(desk: Path) -> None:
    listed = claims(desk, "-f", "md").stdout
    assert listed.startswith("# Claims\n\n1 claim, ")
    assert "| own voice only | 0 to 2 | F6 | 2 |" in listed
    assert listed.count("\n| c") < claims(desk, "-f", "md", "--all").stdout.count("\n| c")
    told = claim(desk, rows(desk)[0]["claim"], "-f", "md").stdout
    assert "own voice only, 0 to 2 independent origins, F6" in told
    assert "| a | Kestrel News | affirms | its own voice |" in told


def test_a_line_end_in_a_name_breaks_no_table(desk: Path) -> None:
    with Store(desk, create=True) as store:
        add(store, analysis("c\nd", ONE, publisher="The\nLate Post", published="2026-03-06"))
    shown = claim(desk, "airport").stdout
    assert "The Late Post" in shown
    assert "c d" in shown


def test_the_table_has_what_several_documents_claim(desk: Path) -> None:
    shown = claims(desk).stdout
    assert "own voice only" in shown
    assert "1 claim, " in shown
    assert "--all" not in claims(desk, "--all").stdout


def test_one_claim_shows_its_statements_and_why(desk: Path) -> None:
    whole = str(rows(desk)[0]["claim"])
    shown = claim(desk, whole[:6]).stdout
    assert "Kestrel News" in shown
    assert "Nobody gives a source" in " ".join(shown.split())
    words = str(rows(desk)[0]["proposition"]).split()
    assert claim(desk, words[0].upper(), words[-1]).stdout == shown
    assert claim(desk, "nothing").exit_code == 1


def test_each_statement_shows_what_it_is_judged_by(desk: Path) -> None:
    shown = claim(desk, "airport", "road").stdout
    first = rows(desk)[0]["statements"][0]
    assert f"“{ONE[first['start'] : first['end']]}”" in shown
    subject = next(word for word in shown.split() if word.startswith("plain:a:"))
    decided = CliRunner().invoke(
        app,
        ["--desk", str(desk), "review", "accept", "--by", "Ana", "--reason", "seen", subject],
    )
    assert decided.exit_code == 0, decided.stderr


def test_a_source_gets_its_letter_from_a_person(desk: Path) -> None:
    by = ("--by", "Ana", "--reason", "known for years")
    wrong = CliRunner().invoke(
        app, ["--desk", str(desk), "review", "reliability", "Post", "G", *by]
    )
    assert wrong.exit_code == 2
    done = CliRunner().invoke(app, ["--desk", str(desk), "review", "reliability", "Post", "b", *by])
    assert done.stdout == "decided: 1, reliability B of source:Post\n"
    assert "B6" in claims(desk).stdout
    assert rows(desk)[0]["reliability"] == "B"


def test_claims_are_narrowed_by_words(desk: Path) -> None:
    every = rows(desk)
    found = rows(desk, "AIRPORT", "el alto")
    assert found
    assert len(found) < len(every)
    assert all("airport" in str(row["proposition"]) for row in found)
    none = claims(desk, "airport", "harbour")
    assert none.exit_code == 1
    assert "no claim with all of: airport harbour" in none.stderr


def test_what_was_known_then(desk: Path) -> None:
    documents = {
        said["document"]
        for row in rows(desk, "--as-of", "2026-03-04")
        for said in row["statements"]
    }
    assert documents == {"a"}
    assert rows(desk, "--as-of", "2026-03-03") == []


def test_wrong_usage_ends_with_2(desk: Path) -> None:
    assert claims(desk, "--as-of", "yesterday").exit_code == 2
    assert claims(desk, "--format", "xml").exit_code == 2
