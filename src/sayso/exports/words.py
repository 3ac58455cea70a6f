"""What a record holds several of, in one string."""

from collections.abc import Iterable
from typing import Final

from sayso.records.reading import Quantity, Role

BETWEEN: Final = "; "


def joined(parts: Iterable[str | None]) -> str | None:
    """Give what is known of parts, each once, in one cell; None where nothing is."""
    return BETWEEN.join(dict.fromkeys(part for part in parts if part)) or None


def post(role: Role) -> str:
    """Give a post as "commander, Harbour Guard (2020 to 2023)"."""
    words = ", ".join(filter(None, (role.title, role.of)))
    if not (role.begin or role.end):
        return words
    return f"{words} ({role.begin or ''} to {role.end or ''})".replace("( ", "(").replace(" )", ")")


def figures(quantities: Iterable[Quantity]) -> str | None:
    """Give tolls in the words of the text."""
    return joined(f"{each.of}: {each.text}" for each in quantities)
