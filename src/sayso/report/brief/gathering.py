"""A brief on what the desk holds."""

from sayso.desk import partition
from sayso.desk.actors import register
from sayso.desk.review import reliability
from sayso.desk.review.rulings import readings
from sayso.desk.store import Store
from sayso.report.brief.material import Material
from sayso.report.brief.record import Brief
from sayso.report.brief.subject import subject
from sayso.report.brief.writing import write


def brief(store: Store, asked: str, *, as_of: str | None = None) -> Brief | None:
    """Write the brief on a claim by its id, an actor or a place by its name, or on words.

    With `as_of`, an ISO 8601 date or time, on what the desk knew and people had decided then. None
    where it has nothing on it.
    """
    claims = reliability.current(store, as_of=as_of)
    families = partition.current(store, as_of=as_of)
    actors = register.current(store, as_of=as_of).actors
    with store.reading() as connection:
        read = tuple(readings(connection, as_of=as_of))
    material = Material(claims, read, families)
    found = subject(asked, material, actors)
    return write(found, material, asked=asked, as_of=as_of) if found else None
