"""Two cells compared: a number for each question, their sum as a probability, and the reasons.

The weights are in `data/weights.toml`, with what they were fitted on.
"""

import math
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from sayso import shipped
from sayso.desk.actors.cells import Cell, Company
from sayso.desk.actors.names import LEVEL, Grade, agreement, is_generic

FEATURES: Final = (
    "bias", "same", "sounds", "alias", "middle", "initial", "surname", "given", "acronym",
    "start", "end", "word", "same_word", "generic", "place_and_body", "country_same",
    "country_other", "sector_same", "sector_other", "post_same", "company", "no_company", "rivals",
)  # fmt: skip

_SHOWN: Final = 3
_ENOUGH: Final = 4.0
"""Weight of shared names from which more says no more."""
_SAID: Final[Mapping[Grade, str]] = {
    "same": "both are called “{0}”",
    "sounds": "“{0}” and “{1}” are one name in two spellings",
    "alias": "“{0}” is another name of “{1}” in a document",
    "middle": "“{0}” is “{1}” without a middle name",
    "initial": "“{0}” fits “{1}” by its initial",
    "surname": "“{0}” is a surname of “{1}”",
    "given": "“{0}” is the first name of “{1}”",
    "acronym": "“{0}” are the initials of “{1}”",
    "start": "“{0}” begins “{1}”",
    "end": "“{0}” ends “{1}”",
}


class Compared(NamedTuple):
    """Cell `short` against `full`, whose name is no shorter. `numbers` are by feature."""

    short: Cell
    full: Cell
    grade: Grade
    numbers: dict[str, float]
    reasons: tuple[str, ...]

    @property
    def level(self) -> bool:
        """Whether the two have one name, not counting what a person is called before it."""
        return self.grade in LEVEL or (self.grade == "end" and self.short.person)

    @property
    def confidence(self) -> float:
        """The probability that they are one."""
        weighed = sum(weights()[name] * number for name, number in self.numbers.items())
        return 1 / (1 + math.exp(-weighed))


@cache
def weights() -> dict[str, float]:
    """The weights by feature, and the two thresholds."""
    return shipped.table("sayso.desk.actors", "data/weights")


def agreed(short: Cell, full: Cell) -> Grade | None:
    """Say how the names of two cells agree; None where they cannot be one actor's."""
    people = (short.sort == "people") != (full.sort == "people")
    if short.person != full.person or people or (short.anchor and full.anchor):
        return None
    found = agreement(short.key, full.key, person=short.person)
    if found == "acronym" and not short.acronym:
        found = None
    if found in ("start", "end") and short.sort == "place":
        found = None  # Aden is not the Gulf of Aden, and Wasilla is no church.
    if found is None and short.key in full.keys[1:]:
        found = "alias"
    return found


def compare(short: Cell, full: Cell, grade: Grade, company: Company, *, rivals: int) -> Compared:
    """Answer every question about two cells; `rivals` are others whose name agrees as well."""
    numbers = dict.fromkeys(FEATURES, 0.0)
    numbers["bias"] = numbers[grade] = 1.0
    numbers["word"] = float(" " not in short.key)
    numbers["same_word"] = numbers["word"] * numbers["same"]
    numbers["generic"] = float(not short.person and is_generic(short.key))
    numbers["place_and_body"] = float(short.sort != full.sort)
    numbers["rivals"] = min(rivals, 3) / 3
    said, known = (cell.sightings[0].name for cell in (short, full))
    reasons = [_SAID[grade].format(said, known)]
    for name, ours, theirs in (
        ("country", short.countries, full.countries),
        ("sector", short.sectors, full.sectors),
    ):
        if ours and theirs:
            numbers[f"{name}_{'same' if ours & theirs else 'other'}"] = 1.0
            reasons.append(_sides(name, ours, theirs))
    if posts := sorted(short.posts & full.posts):
        numbers["post_same"] = 1.0
        reasons.append(f"both are {posts[0]}")
    shared = sorted(short.company & full.company, key=lambda name: (-company.weight(name), name))
    numbers["company"] = min(sum(map(company.weight, shared)), _ENOUGH) / _ENOUGH
    numbers["no_company"] = float(not shared)
    if shared:
        reasons.append(f"both are named beside {', '.join(shared[:_SHOWN])}")
    else:
        reasons.append("nobody is named beside both")
    if rivals:
        others = "1 other agrees" if rivals == 1 else f"{rivals} others agree"
        reasons.append(f"{others} with the name as well")
    return Compared(short, full, grade, numbers, tuple(reasons))


def _sides(name: str, ours: frozenset[str], theirs: frozenset[str]) -> str:
    if shared := sorted(ours & theirs):
        return f"{name} {', '.join(shared)} of both"
    return f"{name} {', '.join(sorted(ours))} against {', '.join(sorted(theirs))}"
