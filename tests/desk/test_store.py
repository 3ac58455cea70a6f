import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text

from sayso.desk import migrate
from sayso.desk.place import shown
from sayso.desk.schema import documents, progress
from sayso.desk.store import Store
from sayso.errors import StoreError
from tests.desk.conftest import new_database

KNOWN = "2026-01-01T00:00:00.000000Z"


def test_what_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    with pytest.raises(StoreError, match=r"is not there\. Begin it"):
        Store(file)
    assert not file.exists()


def test_a_server_s_empty_database_is_no_desk(server: str) -> None:
    with pytest.raises(StoreError, match="is empty"):
        Store(new_database(server))


def test_folders_are_made(tmp_path: Path) -> None:
    with Store(tmp_path / "one" / "two" / "desk", create=True):
        assert (tmp_path / "one" / "two" / "desk").exists()


def test_no_folder_can_be_made_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="has no folder"):
        Store(tmp_path / "file" / "desk", create=True)


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("These are notes and no database, and they are to stay. " * 20)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="no desk"):
        Store(file, create=True)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("DROP TABLE alembic_version", "something else"),
        ("UPDATE alembic_version SET version_num = '9999_later'", "later version of sayso"),
    ],
)
def test_what_this_version_did_not_make_is_left_alone(place: str, change: str, said: str) -> None:
    with Store(place, create=True) as store, store.writing() as connection:
        connection.execute(text(change))
    with pytest.raises(StoreError, match=said):
        Store(place, create=True)


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    row = {"id": 1, "name": "a", "known": KNOWN}

    def twice() -> None:
        with store.writing() as connection:
            connection.execute(insert(documents), row)
            connection.execute(insert(documents), row)

    with pytest.raises(StoreError):
        twice()
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(documents)).scalar() == 0


def test_a_reader_sees_one_state_while_another_writes(store: Store) -> None:
    with store.reading() as reader:
        asked = select(func.count()).select_from(progress)
        assert reader.execute(asked).scalar() == 0
        with store.writing() as writer:
            writer.execute(insert(progress), {"name": "x", "through": 1})
        assert reader.execute(asked).scalar() == 0


def test_an_interrupted_migration_leaves_nothing(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = migrate.upgrade

    def broken(connection: object, place: str) -> None:
        real(connection, place)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(migrate, "upgrade", broken)
    with pytest.raises(KeyboardInterrupt):
        Store(place, create=True)
    monkeypatch.setattr(migrate, "upgrade", real)
    with Store(place, create=True) as store, store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(documents)).scalar() == 0


def test_a_password_is_not_shown() -> None:
    url = "postgresql://desk:secret@localhost/news"
    assert shown(url) == "postgresql://desk:***@localhost/news"


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="cannot be used"):
        Store(f"postgresql:///none?host={tmp_path}")


def test_opening_a_desk_loads_no_migrations(tmp_path: Path) -> None:
    with Store(tmp_path / "desk", create=True):
        pass
    script = (
        "import sys; from sayso.desk.store import Store; Store(sys.argv[1]).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "desk")]
    assert subprocess.run(command, check=False).returncode == 0  # noqa: S603 (our own program)
