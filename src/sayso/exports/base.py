"""What every format has: it is begun for a folder, takes articles one by one, and is closed.

Nothing is kept of an article once it was written, so that an export of any size needs the memory
for one batch of documents.
"""

from collections.abc import Callable, Iterable
from typing import Protocol, runtime_checkable

from msgspec import Struct

from sayso.exports.article import Article
from sayso.exports.files import Folder
from sayso.exports.tally import Tally
from sayso.records.claims import Claim


class Task(Struct, frozen=True, kw_only=True):
    """What a format writes to. `tlp` is a label of the Traffic Light Protocol, None for none;
    `version` is that of sayso."""

    folder: Folder
    tally: Tally
    version: str
    tlp: str | None = None


class Export(Protocol):
    """Writes the articles of a desk in one format. `notes` are what its reader must know of it,
    a sentence each; complete once it is closed."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What must be known to read the files rightly."""

    def write(self, article: Article) -> None:
        """Write what one article says."""

    def close(self) -> None:
        """Write what comes last and close the files. Called once, and only when all went well."""


@runtime_checkable
class TakesClaims(Protocol):
    """An export in a format that has a place for claims."""

    def claims(self, found: Iterable[Claim]) -> None:
        """Write claims, after the articles and before the export is closed."""


class Format(Struct, frozen=True, kw_only=True):
    """A format by its name. `summary` says what it is for; `needs` is what pip must have
    installed for it, None where sayso itself suffices."""

    name: str
    summary: str
    begin: Callable[[Task], Export]
    needs: str | None = None
