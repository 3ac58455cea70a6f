"""Desks to export from, and what comes of it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.desk.store import Store
from sayso.exports.export import Order, export
from sayso.exports.formats import by_name
from sayso.exports.manifest import Manifest
from sayso.exports.tally import Rows
from tests.desk.made import add
from tests.exports.made import filled

Written = Callable[..., Manifest]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with the made articles, to be copied."""
    file = tmp_path_factory.mktemp("made") / "desk.sqlite"
    with Store(file, create=True) as store:
        filled(store)
    return file


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Path:
    """A desk with the made articles."""
    return Path(shutil.copy(made, tmp_path / "desk.sqlite"))


@pytest.fixture
def store(desk: Path) -> Iterator[Store]:
    with Store(desk) as opened:
        yield opened


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where an export goes."""
    return tmp_path / "out"


@pytest.fixture
def written(store: Store, out: Path) -> Written:
    """Write a desk with the made articles, and more of them, in a format."""

    def write(format: str, *more: Any, to: Path = out, **order: Any) -> Manifest:  # noqa: A002, ANN401
        add(store, *more)
        return export(store, Order(format=by_name(format), to=to, **order))

    return write


def rows(told: Manifest, of: str) -> Rows:
    (found,) = (each for each in told.rows if each.of == of)
    return found
