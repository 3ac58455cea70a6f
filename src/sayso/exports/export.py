"""A desk into files of one format, with a manifest."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

import sayso
from sayso.desk.review.reliability import current
from sayso.desk.store import Store
from sayso.exports import manifest
from sayso.exports.base import Format, TakesClaims, Task
from sayso.exports.files import folder
from sayso.exports.manifest import Manifest
from sayso.exports.notes import notes
from sayso.exports.snapshot import Snapshot
from sayso.exports.tally import Tally


class Order(Struct, frozen=True, kw_only=True):
    """What to write where. `to` is a folder that is not there yet, `as_of` an ISO 8601 date or
    time: what the desk knew then. `tlp` is a label as `tlp.marking` gives it.
    `claims`: also those that documents share, where the format has a place for them; they are made
    of the whole desk at once."""

    format: Format
    to: Path
    as_of: str | None = None
    tlp: str | None = None
    claims: bool = True


def export(
    store: Store,
    order: Order,
    *,
    begun: Callable[[int], None] = lambda _: None,
    step: Callable[[], None] = lambda: None,
) -> Manifest:
    """Write what the desk holds, and give the manifest.

    `begun` is told how many documents there are, `step` is called after each. The same state of a
    desk gives the same bytes. Raises ExportError for a folder that is there already or cannot be
    written, StoreError for a desk that cannot be read; nothing is left behind then.
    """
    tally, made_by = Tally(), sayso.__version__
    with folder(order.to) as files, store.reading() as connection:
        snapshot = Snapshot(connection, as_of=order.as_of)
        desk = snapshot.desk()
        begun(desk.documents)
        writer = order.format.begin(Task(folder=files, tally=tally, version=made_by, tlp=order.tlp))
        for article in snapshot.articles():
            writer.write(article)
            step()
        if order.claims and isinstance(writer, TakesClaims):
            # As of this very state: somebody may have added documents meanwhile.
            writer.claims(current(store, as_of=desk.known))
        writer.close()
        told = Manifest(
            format=order.format.name,
            sayso=made_by,
            tlp=order.tlp,
            desk=desk,
            rows=tally.rows(),
            notes=(*notes("decided"), *writer.notes),
            files=files.files(),
        )
        with files.create(manifest.NAME) as stream:
            stream.write(manifest.to_json(told))
    return told
