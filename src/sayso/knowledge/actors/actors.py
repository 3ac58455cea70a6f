"""Find actors by name, in what the package ships and what the user added.

>>> load().find("IRGC", person=False)[0].name
'Islamic Revolutionary Guard Corps'
"""

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from platformdirs import user_data_path

from sayso.knowledge.actors.actor import Actor
from sayso.knowledge.actors.spelling import key, spellings
from sayso.knowledge.actors.store import Store


class Actors:
    """Several stores asked as one; an actor of a later store replaces its namesake by id."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._stores = tuple(map(Store, paths))
        self._find = lru_cache(maxsize=1 << 13)(self._look_up)

    def find(self, name: str, *, person: bool) -> tuple[Actor, ...]:
        """Everyone who may be meant by a name, persons or all others.

        Spellings that differ in case, accents, articles or transliteration are one, so the
        caller compares. An unknown name gives ().
        """
        return self._find(spellings(name, person=person), person)

    def _look_up(self, names: tuple[str, ...], person: bool) -> tuple[Actor, ...]:  # noqa: FBT001
        keys = [key(name) for name in names if name]
        found = {one.id: one for store in self._stores for one in store.find(keys)}
        return tuple(one for one in found.values() if (one.schema == "Person") == person)

    def __len__(self) -> int:
        """How many actors all stores hold."""
        return sum(map(len, self._stores))

    def close(self) -> None:
        """Let go of the files."""
        for store in self._stores:
            store.close()


def user_folder() -> Path:
    """Where `add` puts what a user takes in, one file for each data set: what the environment
    variable SAYSO_ACTORS names, or a folder in the user's data folder."""
    named = os.environ.get("SAYSO_ACTORS")
    return Path(named) if named else user_data_path("sayso", appauthor=False) / "actors"


def added(folder: Path) -> Sequence[Path]:
    """The data sets that a user took in, by name."""
    return sorted(folder.glob("*.db"))


@lru_cache(maxsize=1)
def load() -> Actors:
    """The actors that the package ships and the user added, opened once."""
    with as_file(files("sayso.knowledge.actors") / "data" / "actors.db") as shipped:
        return Actors([shipped, *added(user_folder())])
