"""What "Iranian" and "Iranians" have to do with Iran.

>>> lookup("Iranian").country
'IRN'
"""

from functools import cache
from importlib.resources import files

from msgspec import Struct


class Demonym(Struct, frozen=True, kw_only=True):
    """A word made from a place's name. `place` is that name; `country` ISO 3166-1 alpha-3,
    None for continents and regions that cross borders; `people`: a noun for its people, not
    an adjective, which may be either in the text ("the Lebanese")."""

    word: str
    place: str
    country: str | None
    people: bool


@cache
def table() -> dict[str, Demonym]:
    """Every word that is known, as written."""
    known = {}
    data = files("sayso.knowledge") / "data" / "demonyms.tsv"
    for line in data.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        place, country, *words = line.split("\t")
        for people, cell in zip((False, True), words, strict=True):
            for word in filter(None, cell.split("; ")):
                known[word] = Demonym(
                    word=word, place=place, country=country or None, people=people
                )
    return known


def lookup(word: str) -> Demonym | None:
    """The demonym, by its capitalised form or in capitals throughout; None where unknown."""
    return table().get(word) or (table().get(word.title()) if word.isupper() else None)
