"""The store: a desk that is open, for those who read and the one who writes.

Invariant: one writer at a time, across processes. All that a transaction writes is there or none
of it, and whoever reads sees the state between two transactions.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, inspect, text

from sayso.desk import place as places
from sayso.desk.schema import REVISION
from sayso.errors import StoreError

Watch = Callable[[str], AbstractContextManager[Callable[[float], None]]]
"""Is told of work that may be long, and gives what to tell, now and then, which share of it is
done."""


@contextmanager
def unwatched(work: str) -> Iterator[Callable[[float], None]]:  # noqa: ARG001
    """Watch nothing."""
    yield lambda _: None


class Store:
    """A desk by its place, a file or a URL of PostgreSQL; closed by the `with` that opened it.

    With `create` a desk that is not there is made, and an older one brought to this version's
    tables by whoever opens it first. `watch` is for those who show how far long work has come.
    Raises StoreError for what is not there, is no desk, or was written by a later version.
    """

    def __init__(
        self, place: str | Path, *, create: bool = False, watch: Watch = unwatched
    ) -> None:
        self.watch = watch
        self.place = str(place)
        server = places.is_server(self.place)
        if not server and not create and not Path(self.place).exists():
            raise StoreError(self.place, "is not there", "Begin it: sayso --desk FILE add INPUT...")
        if not server and create:
            _make_folder(Path(self.place))
        self.engine = places.engine(self.place)
        try:
            self._bring_up_to_date(create=create)
        except BaseException:
            self.close()
            raise

    @property
    def is_file(self) -> bool:
        """Whether it is one file and not a server's database."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the desk throughout."""
        with places.errors_of(self.place), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, *, wait: float = places.WAIT) -> Iterator[Connection]:
        """Give the connection that may write; all of it is kept at the end, or none on an error.

        Raises StoreError where others have not made way after `wait` seconds.
        """
        with places.errors_of(self.place), self.engine.connect() as free:
            connection = free.execution_options(**{places.WRITES: wait})
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Let go of the connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _bring_up_to_date(self, *, create: bool) -> None:
        with self.reading() as connection:
            found = _revision(connection, self.place)
        if found == REVISION:
            return
        if found is None and not create:
            raise StoreError(
                places.shown(self.place), "is empty", "Begin it: sayso --desk FILE add INPUT..."
            )
        from sayso.desk.migrate import upgrade  # noqa: PLC0415 (Alembic, which is slow to import)

        with self.writing() as connection:
            # Another process may have been first while this one waited.
            if _revision(connection, self.place) != REVISION:
                upgrade(connection, self.place)


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            str(file), f"has no folder ({error.strerror})", "Name another file"
        ) from error


def _revision(connection: Connection, place: str) -> str | None:
    """The migration that a database has come to; None for an empty one."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if tables:
        raise StoreError(places.shown(place), "is a database of something else", "Name another one")
    return None
