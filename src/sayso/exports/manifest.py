"""What an export says of itself: from which desk, what is in it and what is not, its files."""

from typing import Final, Literal

import msgspec
from msgspec import Struct

from sayso.exports.files import File
from sayso.exports.tally import Rows

NAME: Final = "manifest.json"
SCHEMA: Final = "sayso.export/1"


class Desk(Struct, frozen=True, kw_only=True):
    """The state of the desk that was exported. `sealed` is the hash of the journal's last entry
    then, `known` when that entry was made; `as_of` is the moment that was asked about, if any."""

    documents: int
    entries: int
    sealed: str
    known: str | None = None
    as_of: str | None = None


class Manifest(Struct, frozen=True, kw_only=True):
    """Whoever has the files can tell from it whether they are whole, and what they leave out."""

    schema: Literal["sayso.export/1"] = SCHEMA
    format: str
    sayso: str
    tlp: str | None
    desk: Desk
    rows: tuple[Rows, ...]
    notes: tuple[str, ...]
    files: tuple[File, ...]


def to_json(manifest: Manifest) -> bytes:
    """Give a manifest in JSON for people to read. It has no time of its own making, so that the
    same desk gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"
