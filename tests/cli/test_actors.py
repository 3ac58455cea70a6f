import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.main import app
from sayso.knowledge.actors.actors import load
from sayso.reading.entities.entities import entities
from sayso.records.json import from_json
from sayso.records.reading import Mention
from tests.trained import trained

SHIELD = {
    "id": "own-1",
    "schema": "Organization",
    "properties": {
        "name": ["Euphrates Morning Column"],
        "alias": ["EMC", "Column of the Morning"],
        "country": ["sy"],
        "sector": ["REB"],
        "sourceUrl": ["https://desk.example/notes/7"],
    },
}
VALO = {
    "id": "own-2",
    "schema": "Person",
    "properties": {"name": ["Idris Valo"], "nationality": ["iq"]},
}
HELD = {
    "id": "own-3",
    "schema": "Occupancy",
    "properties": {"holder": ["own-2"], "post": ["own-4"], "startDate": ["2021-05"]},
}
POST = {"id": "own-4", "schema": "Position", "properties": {"name": ["Harbour Master"]}}
ROAD = {"id": "own-5", "schema": "Address", "properties": {"full": ["Basra"]}}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of actors for each test, never the user's own."""
    place = tmp_path / "actors"
    monkeypatch.setenv("SAYSO_ACTORS", str(place))
    load.cache_clear()
    yield place
    load.cache_clear()


def actors(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["actors", *map(str, arguments)])


def given(folder: Path, *lines: object, name: str = "own.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines))
    return path


def test_what_was_added_is_said(tmp_path: Path, folder: Path) -> None:
    result = actors("add", given(tmp_path, SHIELD, VALO, HELD, POST, ROAD))
    assert result.exit_code == 0
    assert result.stdout.endswith("own.jsonl: 2 actors, 1 post, 1 of another kind left out\n")
    assert result.stderr == ""
    assert [file.name for file in folder.iterdir()] == ["own.jsonl.db"]


def test_a_refused_line_is_named_and_the_rest_is_added(tmp_path: Path) -> None:
    result = actors("add", given(tmp_path, "{oops", SHIELD, {**VALO, "properties": {}}))
    assert result.exit_code == 1
    assert "1 actor, 0 posts, 2 lines refused" in result.stdout
    first, second = result.stderr.splitlines()
    assert "own.jsonl, line 1: it is not JSON" in first
    assert "own.jsonl, line 3: Person own-2 has no name" in second


def test_many_refused_lines_are_counted(tmp_path: Path) -> None:
    result = actors("add", given(tmp_path, SHIELD, *["{"] * 30))
    assert len(result.stderr.splitlines()) == 21
    assert result.stderr.endswith("own.jsonl: 10 more lines refused\n")


def test_a_file_that_fails_does_not_stop_the_next(tmp_path: Path) -> None:
    good = given(tmp_path, SHIELD)
    empty = given(tmp_path, ROAD, name="roads.jsonl")
    result = actors("add", tmp_path / "missing.jsonl", empty, good)
    assert result.exit_code == 1
    assert "missing.jsonl: No such file or directory" in result.stderr
    assert "roads.jsonl: it holds no actor" in result.stderr
    assert "1 actor" in result.stdout


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xff\xff\xff", id="broken gzip"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
    ],
)
def test_broken_files_end_with_a_reason(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "own.jsonl"
    file.write_bytes(content)
    result = actors("add", file)
    assert result.exit_code == 1
    assert result.stderr.startswith(str(file))
    assert len(result.stderr.splitlines()) == 1


def test_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = given(tmp_path, SHIELD)
    monkeypatch.setenv("SAYSO_ACTORS", str(file / "inside"))
    result = actors("add", file)
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_two_files_of_one_name_are_asked_wrongly(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    result = actors("add", given(tmp_path, SHIELD), given(tmp_path / "b", VALO))
    assert result.exit_code == 2


def test_find_tells_all_that_is_known(tmp_path: Path) -> None:
    actors("add", given(tmp_path, SHIELD, VALO, HELD, POST))
    shown = actors("find", "the Column of the Morning", "--format", "jsonl")
    (column,) = map(json.loads, shown.stdout.splitlines())
    assert column["name"] == "Euphrates Morning Column"
    assert column["names"] == [column["name"], "EMC", "Column of the Morning"]
    assert (column["countries"], column["sector"]) == (["SYR"], "REB")
    assert column["source"] == "https://desk.example/notes/7"
    assert 0 < column["confidence"] < 1
    assert column["reason"] == ["“the Column of the Morning” is its alias “Column of the Morning”"]
    (valo,) = map(json.loads, actors("find", "Idris Valo", "-f", "jsonl").stdout.splitlines())
    assert [(post["title"], post["begin"]) for post in valo["tenures"]] == [
        ("Harbour Master", "2021-05")
    ]


def test_a_table_shows_names_posts_and_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    actors("add", given(tmp_path, SHIELD, VALO, HELD, POST))
    assert "Harbour Master, 2021-05–" in actors("find", "Idris Valo").stdout
    shown = actors("find", "EMC").stdout
    for part in ("Euphrates Morning Column", "SYR", "armed group against", "desk.example/notes/7"):
        assert part in shown


def test_what_a_file_says_cannot_steer_the_terminal(tmp_path: Path) -> None:
    name = "Idris [bold]\x1b[2J Valo"
    actors("add", given(tmp_path, {**VALO, "properties": {"name": [name], "alias": ["Valo I"]}}))
    shown = actors("find", "Valo I").stdout
    assert "\x1b" not in shown
    assert "[bold]" in shown


def test_nobody_of_that_name() -> None:
    result = actors("find", "Nobody Whatsoever Atall")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "nobody called Nobody Whatsoever Atall is known" in result.stderr


def test_the_likeliest_come_first_and_no_more_than_asked() -> None:
    shown = actors("find", "Iran", "-f", "jsonl", "-n", "1").stdout
    assert [json.loads(line)["id"] for line in shown.splitlines()] == ["state-ir"]


def test_a_file_of_another_version_is_named(folder: Path) -> None:
    folder.mkdir()
    (folder / "old.db").write_bytes(b"not a database, whatever its name says" * 40)
    result = actors("find", "Iran")
    assert result.exit_code == 1
    assert "old.db: is no file of actors" in result.stderr


def test_added_actors_are_known_to_reading(tmp_path: Path) -> None:
    text = "The Euphrates Morning Column shelled the town."
    mention = Mention(id="m1", start=0, end=28, type="Organisation", confidence=0.9)

    def country() -> str | None:
        return entities(text, [mention], title=None, published=None)[1][0].country

    assert country() is None
    actors("add", given(tmp_path, SHIELD))
    assert country() == "SYR"


@trained
def test_added_actors_are_known_to_sayso_read(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "The Euphrates Morning Column attacked a checkpoint near Raqqa on Monday, officials said. "
        "The Euphrates Morning Column denied it."
    )

    def told() -> set[tuple[str | None, str | None]]:
        result = CliRunner().invoke(app, ["read", str(article), "-f", "jsonl"])
        found = from_json(result.stdout_bytes).entities
        assert isinstance(found, tuple)
        return {(one.country, one.sector) for one in found if one.name and "Column" in one.name}

    assert ("SYR", "REB") not in told()
    actors("add", given(tmp_path, SHIELD))
    assert ("SYR", "REB") in told()


def test_the_example_of_the_docs_is_taken_in(tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "actors.md"
    (example,) = re.findall(r"```json\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    result = actors("add", given(tmp_path, example))
    assert result.exit_code == 0
    assert result.stdout.endswith("2 actors, 1 post\n")
