"""Where the core of a noun phrase ends: before "of the Board", "who took over", "polled in May"."""

from collections.abc import Sequence

from sayso.reading.sourcing.lexicon import grammar, terms
from sayso.reading.sourcing.nouns import bare, is_body, is_capital, is_people, is_person

LONGEST_NAME = 5
"""Words that a person's name has at most: "Abu Omar al-Karim al-Tal"."""


def small(token: str) -> str:
    """Lower the case, but leave an acronym: "WHO" is no pronoun, "US" neither."""
    return token if token.isupper() and len(token) > 1 else token.lower()


def core_end(body: Sequence[str]) -> int:
    """Give how many tokens of a phrase without its determiner are its core."""
    for index in range(1, len(body)):
        token = body[index]
        if token in {"of", "for"} and _joins_body(body, index):
            continue
        if token in ",;:/([" or small(token) in grammar("ends_core"):
            return index
        if token.lower() in grammar("conjunctions") and index + 1 < len(body):
            if not (_joins_adjectives(body[index - 1]) or _joins_name(body, index)):
                return index
        elif _postmodifies(body, index):
            return index
    return len(body)


def _joins_body(body: Sequence[str], index: int) -> bool:
    """Whether "of" is inside a body's name: "Bank of Velland", "Centers for Disease Control"."""
    follows = index + 1 < len(body) and is_capital(body[index + 1])
    return follows and is_capital(body[index - 1]) and is_body(body[index - 1])


def _postmodifies(body: Sequence[str], index: int) -> bool:
    """Whether a participle or "last week" goes on about a noun: "voters polled in May"."""
    word, before = body[index], bare(body[index - 1])
    if word in grammar("ends_core_after_noun"):
        return True
    final = index == len(body) - 1 and word.endswith("ing")
    if not word.islower() or not word.endswith(("ed", "ing")) or "-" in word or final:
        return False
    if word in terms("documents"):
        return False
    nouns = terms("documents").keys() | terms("organisations").keys()
    return is_person(before) or is_people(before) or before in nouns


def _joins_adjectives(before: str) -> bool:
    """Whether "and" after this word joins two adjectives of one noun: "Western and regional"."""
    key = bare(before)
    if key in terms("demonyms") or (before.islower() and key.startswith(("pro-", "anti-"))):
        return True
    noun = is_person(key) or key in terms("groups") or key in terms("organisations")
    return not is_capital(before) and not key.endswith("s") and not noun


def _joins_name(body: Sequence[str], index: int) -> bool:
    """Whether "and" is inside one name: "the Food and Drug Administration"."""
    if body[index] == "&":
        return True
    after = body[index + 1 : index + 1 + LONGEST_NAME]
    return (
        is_capital(body[index - 1])
        and is_capital(after[0])
        and any(is_body(token) for token in after if is_capital(token))
        and not any(is_body(token) for token in body[:index])
    )
