"""Which version of each document counts."""

from typing import Any

from sqlalchemy import Select, func, select

from sayso.desk.schema import versions


def newest(known: str | None = None) -> Select[Any]:
    """Select the version of each document that was current at a stamp, or is now."""
    asked = select(func.max(versions.c.id)).group_by(versions.c.document)
    return asked if known is None else asked.where(versions.c.known <= known)
