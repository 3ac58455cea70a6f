"""Words of estimative probability in a text, in the terms of ICD 203's table.

The table and the words are in `estimative.toml`. A word outside the table gets the term that it
comes nearest to, and says so; one that names no likelihood ("may") gets none.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from sayso import shipped
from sayso.reading.phrases import Phrases, Surroundings, tokens_of


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A term of ICD 203, its synonym there, and its range in per cent."""

    name: str
    synonym: str
    least: int
    most: int


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """What some phrases stand for: a term, which the table has for them if `exact`, or none, and
    then `says` is what they do say. `unless`: surroundings in which they estimate nothing."""

    term: Term | None
    exact: bool
    says: str | None
    unless: tuple[str, ...]


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """An estimative phrase in a text."""

    start: int
    end: int
    wording: Wording


def estimates(text: str, start: int = 0, end: int | None = None) -> tuple[Estimate, ...]:
    """Find the phrases in `text[start:end]` in text order, the longest at each place. Offsets are
    into `text`."""
    part = text[start:end]
    tokens = tokens_of(part)
    return tuple(
        Estimate(
            start=start + tokens[found.first].start,
            end=start + tokens[found.end - 1].end,
            wording=found.value,
        )
        for found in _phrases().find(part, tokens)
        if not _guards(found.value.unless).around(part, tokens, found)
    )


def meaning(wording: Wording) -> str:
    """Say what a phrase stands for: "likely, 55-80 % (ICD 203)", with an en dash."""
    if wording.term is None:
        return wording.says or ""
    term = f"{wording.term.name}, {wording.term.least}–{wording.term.most} %"
    return f"{term} (ICD 203)" if wording.exact else f"nearest in ICD 203: {term}"


@cache
def terms() -> tuple[Term, ...]:
    """Give ICD 203's seven terms, the least likely first."""
    return tuple(msgspec.convert(term, Term) for term in _data()["term"])


@cache
def _data() -> dict[str, Any]:
    return shipped.table("sayso.reading.factuality", "estimative")


@cache
def _phrases() -> Phrases[Wording]:
    return Phrases(
        ((form, _wording(group)) for group in _data()["group"] for form in group["forms"]),
        _data()["lists"],
    )


def _wording(group: Mapping[str, Any]) -> Wording:
    by_name = {term.name: term for term in terms()}
    return Wording(
        term=by_name[group["term"]] if "term" in group else None,
        exact=group.get("exact", False),
        says=group.get("says"),
        unless=(*_data()["guards"]["unless"], *group.get("unless", ())),
    )


@cache
def _guards(unless: tuple[str, ...]) -> Surroundings:
    return Surroundings(unless, _data()["lists"])
