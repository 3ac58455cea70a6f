"""What must be known to read the files of an export rightly, a sentence or two each."""

from functools import cache

from sayso import shipped


def notes(*names: str) -> tuple[str, ...]:
    """Give notes by their names."""
    return tuple(" ".join(_known()[name].split()) for name in names)


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = shipped.table("sayso.exports", "notes")
    return found
