"""What changed from one version of a document to the next, and whether the publication says so.

A stealth edit is a change of the text on a page that states when it was published or last changed,
and states the same time as before, with no word of a correction in what came in.
"""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final

from msgspec import Struct
from sqlalchemy import Connection, func, select

from sayso.desk.documents import history
from sayso.desk.families.differences import Difference, differences
from sayso.desk.schema import documents, versions
from sayso.records.desk import Version

_STATED: Final = ("title", "byline", "publisher", "published", "modified")


class Restated(Struct, frozen=True, kw_only=True):
    """Something that the publication states of the text, before and after."""

    what: str
    old: str | None
    new: str | None


class Change(Struct, frozen=True, kw_only=True):
    """The step to version `number`.

    `since` and `known` are when the desk got the version before and this one: the change was made
    between the two. `text` is what differs in words, `stated` in what is stated of them.
    """

    document: str
    number: int
    since: str
    known: str
    stated: tuple[Restated, ...]
    text: tuple[Difference, ...]
    stealth: bool


def changes(connection: Connection, id: str) -> tuple[Change, ...]:  # noqa: A002
    """Give the changes of a document by any id it came in under, first to last."""
    return tuple(_change(*pair) for pair in pairwise(history(connection, id)))


def changed(connection: Connection) -> Iterator[str]:
    """Give the names of the documents that have more than one version, by name."""
    several = select(versions.c.document).group_by(versions.c.document).having(func.count() > 1)
    found = select(documents.c.name).where(documents.c.id.in_(several)).order_by(documents.c.name)
    return iter(connection.execute(found).scalars().all())


def _change(old: Version, new: Version) -> Change:
    text = differences(old.text, new.text) if old.sha256 != new.sha256 else ()
    stated = tuple(
        Restated(what=name, old=getattr(old, name), new=getattr(new, name))
        for name in _STATED
        if getattr(old, name) != getattr(new, name)
    )
    times = {each.what for each in stated} & {"published", "modified"}
    dated = bool(new.published or new.modified)
    return Change(
        document=new.document,
        number=new.number,
        since=old.known,
        known=new.known,
        stated=stated,
        text=text,
        stealth=bool(text) and dated and not times and not any(map(_told, text)),
    )


def _told(difference: Difference) -> bool:
    """Whether the new words of a passage say that something was changed."""
    words = " ".join(difference.new_text.casefold().split())
    # A passage ends with a word, and a heading like "Correction" with a colon.
    return any(phrase.removesuffix(":") == words or phrase in words for phrase in _corrections())


@cache
def _corrections() -> tuple[str, ...]:
    lines = resources.files("sayso.desk").joinpath("corrections.txt").read_text("utf-8")
    return tuple(x for x in lines.splitlines() if x and not x.startswith("#"))
