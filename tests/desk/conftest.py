"""A desk for every test, on SQLite and on a PostgreSQL that the test run starts for itself."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from sayso.desk.schema import metadata
from sayso.desk.store import Store

_DATABASE = count(1)
_USER = "postgres"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL of our own, on a Unix socket in a folder of its own."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")) or [
        Path(path) for path in [shutil.which("pg_ctl")] if path
    ]
    if not found:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    if find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed: pip install 'sayso[postgres]'")
    if os.getuid() == 0 and _user() is None:
        pytest.skip("root may not run PostgreSQL, and there is no user postgres who may")
    # The path of a socket may have no more than a hundred bytes, so pytest's folder will not do.
    folder = Path(tempfile.mkdtemp(prefix="sayso-pg-"))
    if os.getuid() == 0:
        shutil.chown(folder, _USER)
    data, control = folder / "data", found[-1]

    def run(*arguments: str | Path) -> None:
        # Root may not run PostgreSQL.
        done = subprocess.run(  # noqa: S603 (the server's own programs)
            [*map(str, arguments)],
            user=_user(),
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    try:
        run(control.with_name("initdb"), "-D", data, "-U", _USER, "-A", "trust", "-N", "-E", "UTF8")
        run(control, "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://{_USER}@/{{database}}?host={folder}"
        finally:
            run(control, "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a desk may be begun: a file that is not there, a database without a table."""
    if request.param == "sqlite":
        return str(tmp_path / "desk.sqlite")
    return new_database(request.getfixturevalue("server"))


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("empty") / "desk.sqlite"
    Store(file, create=True).close()
    return file


@pytest.fixture(scope="session")
def empty_database(server: str) -> str:
    place = new_database(server)
    Store(place, create=True).close()
    return place


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A desk that holds nothing, cheaper than one that is begun; its tables are to stay."""
    if request.param == "sqlite":
        file = tmp_path / "desk.sqlite"
        shutil.copy(request.getfixturevalue("empty_file"), file)
        with Store(file) as opened:
            yield opened
        return
    with Store(request.getfixturevalue("empty_database")) as opened:
        yield opened
        tables = ", ".join([*metadata.tables, "search"])
        with opened.engine.begin() as connection:
            # Without it the tables keep what they hold, as they should.
            connection.exec_driver_sql("SET session_replication_role = replica")
            connection.exec_driver_sql(f"TRUNCATE {tables}")


def new_database(server: str) -> str:
    name = f"desk{next(_DATABASE)}"
    admin = create_engine(
        server.format(database=_USER).replace("postgresql:", "postgresql+psycopg:"),
        isolation_level="AUTOCOMMIT",
    )
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    admin.dispose()
    return server.format(database=name)


def _user() -> str | None:
    try:
        pwd.getpwnam(_USER)
    except KeyError:
        return None
    return _USER if os.getuid() == 0 else None
