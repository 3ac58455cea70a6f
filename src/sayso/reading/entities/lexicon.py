"""The words that profiles are made from, read from `data/`."""

from functools import cache
from typing import Any, Literal, NamedTuple

from sayso import shipped
from sayso.reading.clauses import word_list

Sort = Literal["person", "group", "place", "thing", "unknown"]


class Pronoun(NamedTuple):
    """Grammatical person 1 to 3; number s, p or e; gender m, f, n or e (either)."""

    person: int
    number: str
    gender: str


class Noun(NamedTuple):
    """What a head noun means: a sort of actor, PLOVER's sector, and a gender, where it says so."""

    sort: Sort
    sector: str | None
    gender: str


@cache
def table(name: str) -> dict[str, Any]:
    """One data file."""
    return shipped.table("sayso.reading.entities", f"data/{name}")


@cache
def words(name: str, part: str) -> frozenset[str]:
    """A list of words of a data file."""
    return frozenset(table(name)[part])


@cache
def listed(name: str) -> frozenset[str]:
    """A list of `data/words.toml`."""
    return frozenset(table("words")[name].split())


@cache
def pronouns() -> dict[str, Pronoun]:
    """Every pronoun."""
    rows = table("pronouns")["pronouns"]
    return {word: Pronoun(int(code[0]), code[1], code[2]) for word, code in rows.items()}


@cache
def pronoun_set(name: str) -> frozenset[str]:
    """A set of pronouns and determiners by name."""
    return frozenset(table("pronouns")["sets"][name])


@cache
def nouns() -> dict[str, Noun]:
    """Every head noun, singular."""
    found: dict[str, Noun] = {}
    tables: dict[Sort, dict[str, dict[str, str]]] = table("nouns")  # type: ignore[assignment]
    for sort, sectors in tables.items():
        for sector, genders in sectors.items():
            for gender, heads in genders.items():
                noun = Noun(
                    sort, None if sector == "none" else sector, "" if gender == "any" else gender
                )
                found.update({head: noun for head in heads.split() if head not in found})
    return found


@cache
def first_names() -> dict[str, str]:
    """Given names, lower case, to m or f."""
    rows = shipped.rows("sayso.reading.entities", "data/first_names")
    return {name: gender for gender, *names in map(str.split, rows) for name in names}


def singular(word: str) -> str:
    """The singular of a lower-case noun, as far as its ending tells."""
    if word in nouns() or word in words("heads", "singulars_in_s") or len(word) < 4:  # noqa: PLR2004
        return word
    for plural, single in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
    ):
        if word.endswith(plural):
            return word[: -len(plural)] + single
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def is_plural(word: str) -> bool:
    """Whether a lower-case noun is plural, as far as its ending tells."""
    if word in words("heads", "irregular_plurals"):
        return True
    if word in words("heads", "singulars_in_s"):
        return False
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def is_verb(word: str) -> bool:
    """Whether a lower-case word is a finite verb more often than not."""
    return word in word_list("finite_verbs") or (len(word) > 4 and word.endswith("ed"))  # noqa: PLR2004
