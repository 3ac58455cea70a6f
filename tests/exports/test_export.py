"""What holds for every format."""

import hashlib
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from sayso.desk.claims.asked import current
from sayso.desk.contents import contents
from sayso.desk.review.deciding import decide
from sayso.desk.store import Store
from sayso.exports.export import Order, export
from sayso.exports.files import ExportError
from sayso.exports.formats import FORMATS, by_name
from tests.desk.made import add, analysis, at
from tests.exports.conftest import Written, rows
from tests.exports.made import STATEMENTS, full
from tests.exports.made import at as span_of

NAMES = [each.name for each in FORMATS if each.name != "parquet" or find_spec("pyarrow")]

every = pytest.mark.parametrize("name", NAMES)


def contents_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@every
def test_the_manifest_tells_what_there_is(
    store: Store, written: Written, out: Path, name: str
) -> None:
    told = written(name)
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert manifest["schema"] == "sayso.export/1"
    assert manifest["format"] == name
    assert manifest["desk"]["documents"] == 2
    assert manifest["desk"]["sealed"] == contents(store).sealed
    assert manifest["notes"]
    for row in manifest["rows"]:
        assert row["taken"] == row["written"] + sum(left["rows"] for left in row["left_out"])
    there = contents_of(out)
    assert set(there) == {"manifest.json", *(each.name for each in told.files)}
    for each in told.files:
        assert each.sha256 == hashlib.sha256(there[each.name]).hexdigest()
        assert each.bytes == len(there[each.name])


@every
def test_the_same_desk_gives_the_same_bytes(store: Store, tmp_path: Path, name: str) -> None:
    for to in ("one", "two"):
        export(store, Order(format=by_name(name), to=tmp_path / to, tlp="TLP:GREEN"))
    assert contents_of(tmp_path / "one") == contents_of(tmp_path / "two")


@every
def test_the_marking_is_in_every_file(written: Written, out: Path, name: str) -> None:
    written(name, tlp="TLP:AMBER+STRICT")
    for file, found in contents_of(out).items():
        assert b"TLP:AMBER+STRICT" in found, file


@every
def test_no_marking_is_made_up(written: Written, out: Path, name: str) -> None:
    assert written(name).tlp is None
    assert not any(b"TLP:" in found for found in contents_of(out).values())


@every
def test_a_desk_without_documents_gives_whole_files(tmp_path: Path, name: str) -> None:
    with Store(tmp_path / "empty.sqlite", create=True) as store:
        told = export(store, Order(format=by_name(name), to=tmp_path / "out"))
    assert told.desk.documents == 0
    assert told.desk.sealed == "0" * 64
    assert all(row.written == 0 for row in told.rows)


@every
def test_hostile_text_breaks_nothing(written: Written, out: Path, name: str) -> None:
    ugly = "=\x00\x1b[2J\ud800\u202e]]>&<!--\ufffe\x85\u2028 'a'\"b\"\t\r\n"
    told = written(name, full(f"u{ugly}", title=ugly, publisher=ugly, url=ugly, byline=ugly))
    assert told.desk.documents == 3
    for file, found in contents_of(out).items():
        if not file.endswith(".parquet"):
            found.decode("utf-8")


def test_what_was_known_then_stays_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = by_name("csv")
    with Store(tmp_path / "desk.sqlite", create=True) as store:
        at(monkeypatch, "2026-03-05T10:00Z")
        add(store, full("one.txt"))
        export(store, Order(format=chosen, to=tmp_path / "one", as_of="2026-03-05"))
        at(monkeypatch, "2026-03-06T10:00Z")
        add(store, full("two.txt"), analysis("one.txt", "Nothing of it was so."))
        export(store, Order(format=chosen, to=tmp_path / "two", as_of="2026-03-05"))
    assert contents_of(tmp_path / "one") == contents_of(tmp_path / "two")


def test_what_people_decided_holds(store: Store, out: Path) -> None:
    decide(
        store,
        "plain:raid.txt:{}-{}".format(*STATEMENTS[2].content),
        "reject",
        who="R. Adler",
        reason="misread",
    )
    changes = {"name": "Column of the Salt Road"}
    decide(
        store,
        "entity:raid.txt:{}-{}".format(*span_of("Salt Road Column")),
        "correct",
        who="R. Adler",
        reason="misread",
        changes=changes,
    )
    told = export(store, Order(format=by_name("csv"), to=out))
    assert rows(told, "statements").taken == 4
    assert "Column of the Salt Road" in (out / "entities.csv").read_text(encoding="utf-8")


@every
def test_claims_go_where_there_is_a_place_for_them(
    store: Store, out: Path, tmp_path: Path, name: str
) -> None:
    told = export(store, Order(format=by_name(name), to=out))
    taken = {each.of: each.taken for each in told.rows}
    known = len(current(store))
    assert known
    assert taken.get("claims") == (None if name in ("geojson", "gexf", "graphml") else known)
    without = export(store, Order(format=by_name(name), to=tmp_path / "without", claims=False))
    assert "claims" not in {each.of for each in without.rows}


def test_a_folder_that_holds_something_is_refused(written: Written, out: Path) -> None:
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match="is there already"):
        written("csv")
    assert contents_of(out) == {"mine.txt": b"mine"}


def test_a_folder_in_no_folder_is_refused(written: Written, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is in no folder"):
        written("csv", to=tmp_path / "no" / "out")


@contextmanager
def no_room(most: int) -> Iterator[None]:
    """Let no file become larger than so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@every
@pytest.mark.parametrize("most", [0, 900])
def test_a_full_disk_leaves_nothing(
    store: Store, out: Path, tmp_path: Path, name: str, most: int
) -> None:
    with no_room(most), pytest.raises(ExportError, match="cannot be written") as raised:
        export(store, Order(format=by_name(name), to=out))
    assert raised.value.file == str(out)
    assert "Make room" in raised.value.advice
    assert {path.name for path in tmp_path.iterdir() if "desk" not in path.name} == set()


KILLED = """
import os, signal, sys
from pathlib import Path
from sayso.desk.store import Store
from sayso.exports.export import Order, export
from sayso.exports.formats import by_name

with Store(sys.argv[1]) as store:
    order = Order(format=by_name("csv"), to=Path(sys.argv[2]))
    export(store, order, step=lambda: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_a_killed_run_leaves_no_file_under_its_name(
    desk: Path, out: Path, written: Written
) -> None:
    done = subprocess.run(  # noqa: S603 (this very program)
        [sys.executable, "-c", KILLED, str(desk), str(out)], check=False
    )
    assert done.returncode == -9
    assert not out.exists()
    # What is left is hidden and in nobody's way.
    assert all(path.name.startswith(".") for path in out.parent.glob("*.part"))
    assert written("csv").desk.documents == 2


def test_documents_are_counted_as_they_go(store: Store, out: Path) -> None:
    seen: list[int] = []
    export(
        store,
        Order(format=by_name("csv"), to=out),
        begun=seen.append,
        step=lambda: seen.append(-1),
    )
    assert seen == [2, -1, -1]
