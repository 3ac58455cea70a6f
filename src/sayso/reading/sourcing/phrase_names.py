"""The name in a noun phrase, and the role or body noun that brings it in."""

from collections.abc import Sequence

from sayso.reading.sourcing.lexicon import grammar, terms
from sayso.reading.sourcing.nouns import (
    bare,
    is_body,
    is_capital,
    is_name,
    is_people,
    is_person,
    is_possessive,
    is_title,
    without_genitive,
)
from sayso.reading.sourcing.phrase_core import LONGEST_NAME


def role_and_name(core: tuple[str, ...]) -> tuple[str, str]:
    """Find the name that ends the core, and the last role or body noun before it."""
    owner = max((i + 1 for i, word in enumerate(core[:-1]) if is_possessive(word)), default=0)
    at, role = owner, ""
    for index in range(owner, len(core) - 1):
        after = core[index + 1 :]
        address = bare(core[index]) in grammar("address")
        if _introduces(core[index]) and is_name(after) and (address or not _goes_on(after[-1])):
            at, role = index + 1, bare(core[index])
    name = core[at:]
    while name and not is_name(name):
        name = name[1:]
    before = core[len(core) - len(name) - 1] if len(name) < len(core) else ""
    if name and not role and before.islower():
        role = before
    return role, without_genitive(" ".join(name))


def apposition(rest: Sequence[str]) -> str:
    """Find a name set off by a comma: "a local doctor from Husaybah, Zahid Rawi"."""
    for index, token in enumerate(rest):
        if token != ",":
            continue
        run: list[str] = []
        for word in rest[index + 1 :]:
            if not (is_capital(word) or (run and word in grammar("links"))):
                break
            run.append(word)
        if run and len(run) <= LONGEST_NAME:
            return " ".join(run)
    return ""


def trailing_name(body: Sequence[str]) -> str:
    """Find a person's name at the end of a long title: "Deputy Secretary of State Ana Bel".

    A name that a preposition governs is somebody else's: "a spokesman for Senator Ana Bel".
    """
    for index in range(max(1, len(body) - LONGEST_NAME), len(body) - 1):
        rest = body[index:]
        if bare(body[index]) in terms("first_names") and all(is_capital(word) for word in rest):
            governed = any(word.lower() in grammar("ends_core") for word in body[:index])
            direct = is_title(body[index - 1]) or body[index - 1].lower() in grammar("ends_core")
            if not (governed and direct):
                return " ".join(rest)
    return ""


def _introduces(word: str) -> bool:
    key = bare(word)
    return (
        is_person(key)
        or key in terms("titles")
        or key in terms("organisations")
        or key in terms("media")
    )


def _goes_on(last: str) -> bool:
    """Whether a capitalised noun is the rest of a title or a body's name: "General Motors"."""
    return is_body(last) or is_person(bare(last)) or is_people(bare(last))
