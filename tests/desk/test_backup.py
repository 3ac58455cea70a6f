from pathlib import Path

import pytest
from sqlalchemy import select

from sayso.desk.backup import backup, restore
from sayso.desk.check import faults
from sayso.desk.contents import contents
from sayso.desk.partition import current
from sayso.desk.schema import metadata
from sayso.desk.search import search
from sayso.desk.store import Store
from sayso.errors import StoreError
from tests.desk.conftest import new_database
from tests.desk.made import OTHER, WIRE, add, analysis


def everything(store: Store) -> dict[str, list[object]]:
    with store.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(
                select(table).order_by(*table.primary_key)
            )]
            for table in metadata.sorted_tables
        }  # fmt: skip


def test_a_backup_is_the_desk_and_restores_to_it(store: Store, tmp_path: Path) -> None:
    add(store, analysis("a", WIRE), analysis("b", WIRE + " More."), analysis("c\0", OTHER))
    before = everything(store)
    file = tmp_path / "backup"
    backup(store, file)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("backup")] == [
        "backup"
    ]
    with Store(file) as copy:
        assert everything(copy) == before
        assert list(faults(copy)) == []
    with Store(tmp_path / "again", create=True) as again:
        restore(again, file)
        assert everything(again) == before
        assert list(faults(again)) == []
        assert current(again) == current(store)
        with again.reading() as connection:
            assert len(search(connection, "millet")) == 1
    with pytest.raises(StoreError, match="holds documents already"):
        restore(store, file)


def test_a_file_moves_to_a_server(tmp_path: Path, server: str) -> None:
    with Store(tmp_path / "desk", create=True) as small:
        add(small, analysis("a", WIRE), analysis("c\0", OTHER))
        with Store(new_database(server), create=True) as large:
            restore(large, tmp_path / "desk")
            assert everything(large) == everything(small)
            assert list(faults(large)) == []
            assert contents(large).sealed == contents(small).sealed
            add(large, analysis("b", WIRE + " More."))
            assert len(current(large)) == 2
            assert list(faults(large)) == []


def test_a_backup_replaces_no_file(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "notes"
    file.write_text("notes")
    with pytest.raises(StoreError, match="is there already"):
        backup(store, file)
    assert file.read_text() == "notes"


def test_a_backup_needs_a_folder(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        backup(store, tmp_path / "no" / "backup")


def test_only_a_desk_is_restored(store: Store, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("These are notes. " * 100)
    with pytest.raises(StoreError, match="no desk"):
        restore(store, tmp_path / "notes")
