"""Statements as rows of a table: when told, by whom, what, how surely; and how claims stand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sayso.desk.ask.said import Said

COLUMNS: Final = ("told", "by", "who says it", "what", "held", "copies", "subject")
BELOW: Final = ("what", "subject")
_DAY: Final = 10
_HELD: Final = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "certainly not",
    "PR-": "probably not",
    "PS-": "possibly not",
    "CTu": "certain, which way unsaid",
    "Uu": "left open",
}
"""FactBank's scale in words: how the one who says it holds it."""


def rows(lines: "Sequence[Said]") -> list[tuple[str, ...]]:
    """Give a row for each statement, in `COLUMNS`."""
    return [
        (
            day(line.published),
            line.publisher or line.document,
            who(line),
            what(line),
            held(line),
            f"+{len(line.copies)}" if line.copies else "",
            line.subject,
        )
        for line in lines
    ]


def what(line: "Said") -> str:
    """Give the words of a statement, after the type of the event or tie that they tell of."""
    return f"{line.type.replace('_', ' ')}: {line.words}" if line.type else line.words


def who(line: "Said") -> str:
    """Say who answers for a statement."""
    if line.voice == "own":
        return "the outlet itself"
    return line.source or "somebody unnamed"


def held(line: "Said") -> str:
    """Say how sure the one who says it is of it."""
    return _HELD[line.factuality]


def standing(name: str) -> str:
    """Say how a claim stands: "single origin"."""
    return name.replace("_", " ")


def origins(least: int, most: int) -> str:
    """Say how many origins there are: "2", "1 to 3"."""
    return str(least) if least == most else f"{least} to {most}"


def day(iso: str | None) -> str:
    """Give the day of an ISO date or time; "undated" without one."""
    return (iso or "undated")[:_DAY]
