import gzip
import json
from pathlib import Path

import pytest

from sayso.errors import IntakeError
from sayso.knowledge.actors.actors import Actors, added
from sayso.knowledge.actors.add import add

VALO = {
    "id": "Q900001",
    "schema": "Person",
    "properties": {"name": ["Idris Valo"], "country": ["iq"], "topics": ["role.pep"]},
    "datasets": ["invented"],
}
POST = {"id": "post-1", "schema": "Position", "properties": {"name": ["Harbour Master"]}}
HELD = {
    "id": "held-1",
    "schema": "Occupancy",
    "properties": {"holder": ["Q900001"], "post": ["post-1"], "startDate": ["2021-05"]},
}
SHIP = {"id": "ship-1", "schema": "Vessel", "properties": {"name": ["Morning Tide"]}}
ROAD = {"id": "addr-1", "schema": "Address", "properties": {"full": ["Basra"]}}


def write(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines))
    return path


def test_actors_and_their_posts_are_taken_in_whatever_the_order(tmp_path: Path) -> None:
    result = add(write(tmp_path / "x.json", HELD, VALO, ROAD, POST, SHIP), folder=tmp_path / "f")
    assert (result.actors, result.posts, result.others, result.refused) == (2, 1, 1, ())
    actors = Actors(added(tmp_path / "f"))
    (valo,) = actors.find("Idris Valo", person=True)
    assert (valo.countries, valo.sector, valo.wikidata) == (("IRQ",), "GOV", "Q900001")
    assert [(t.title, t.begin, t.end) for t in valo.tenures] == [
        ("Harbour Master", "2021-05", None)
    ]
    assert actors.find("the Morning Tide", person=False)[0].schema == "Vessel"
    actors.close()


def test_bad_lines_are_refused_by_number_and_the_rest_is_kept(tmp_path: Path) -> None:
    file = write(tmp_path / "x.json", VALO, "{oops", {**VALO, "id": 7}, {**HELD, "properties": {}})
    result = add(file, folder=tmp_path / "f")
    assert result.actors == 1
    assert [error.name.rsplit(", ", 1)[1] for error in result.refused] == [
        "line 2",
        "line 3",
        "line 4",
    ]


def test_gzip_is_read_and_the_same_file_replaces_itself(tmp_path: Path) -> None:
    file = tmp_path / "x.json.gz"
    for name in ("Idris Valo", "Idris Valo the Younger"):
        line = json.dumps({**VALO, "properties": {"name": [name]}})
        file.write_bytes(gzip.compress(line.encode()))
        add(file, folder=tmp_path / "f")
    actors = Actors(added(tmp_path / "f"))
    assert len(actors) == 1
    assert [one.name for one in actors.find("Idris Valo the Younger", person=True)]
    actors.close()


def test_nested_entities_keep_their_posts(tmp_path: Path) -> None:
    held = {**HELD, "properties": {"post": [POST], "startDate": ["2021-05"]}}
    nested = {**VALO, "properties": {**VALO["properties"], "positionOccupancies": [held]}}  # type: ignore[dict-item]
    add(write(tmp_path / "x.json", nested), folder=tmp_path / "f")
    actors = Actors(added(tmp_path / "f"))
    assert actors.find("Idris Valo", person=True)[0].tenures[0].title == "Harbour Master"
    actors.close()


@pytest.mark.parametrize("content", ["", "nothing here", json.dumps(ROAD)])
def test_a_file_without_actors_changes_nothing(tmp_path: Path, content: str) -> None:
    with pytest.raises(IntakeError):
        add(write(tmp_path / "x.json", content), folder=tmp_path / "f")
    assert not (tmp_path / "f").exists()


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="No such file"):
        add(tmp_path / "none.json", folder=tmp_path)


def test_a_truncated_gzip_says_so(tmp_path: Path) -> None:
    file = tmp_path / "x.gz"
    file.write_bytes(gzip.compress(json.dumps(VALO).encode())[:-9])
    with pytest.raises(IntakeError):
        add(file, folder=tmp_path / "f")
