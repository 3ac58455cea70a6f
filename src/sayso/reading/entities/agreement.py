"""What two mentions of one entity agree in: number, gender, and how definite they are."""

import re

from sayso.reading.entities import lexicon
from sayso.reading.entities.kinds import Kind
from sayso.reading.entities.lexicon import Sort, first_names, pronoun_set
from sayso.reading.entities.mention_words import MentionWords

_MALE, _FEMALE = (
    frozenset(["mr", "sir", "king", "prince", "lord"]),
    frozenset(["mrs", "ms", "miss", "lady", "queen", "princess", "dame"]),
)
_JOINED = re.compile(r"\s(?:and|or|&)\s")


def number_of(kind: Kind, words: MentionWords) -> str:
    """s, p or e (either)."""
    said, raw, low, cut = words
    lead, head = (low[0], low[cut - 1]) if low else ("", "")
    if _JOINED.search(said) and kind == "nominal":
        return "p"
    if kind == "name":
        return "e" if lexicon.is_plural(head) else "s"
    if kind == "demonym":
        return "e"
    if lead in pronoun_set("plural") or (raw and raw[0].isdigit() and raw[0] != "1" and cut > 1):
        return "p"
    if lexicon.is_plural(head):
        return "p"
    return "s"


def gender_of(low: list[str], name: str, sort: Sort, noun: str) -> str:
    """m, f, n or e (either); `noun` is the gender of the head noun."""
    if sort in ("place", "group", "thing"):
        return "n"
    if set(low[:2]) & _MALE:
        return "m"
    if set(low[:2]) & _FEMALE:
        return "f"
    if noun:
        return noun
    first = name.split(" ", 1)[0] if name else ""
    return first_names().get(first, "e") if " " in name else "e"


def definite_of(lead: str, said: str) -> str:
    """How a mention with this first word is brought in: the, this, whose, a or bare."""
    if lead in pronoun_set("definite"):
        return "the" if lead == "the" else "this"
    if lead in pronoun_set("possessive") or re.match(r"\S+(?:['’]s|s['’])\s", said):
        return "whose"
    if lead in pronoun_set("indefinite") or lead[:1].isdigit():
        return "a"
    return "bare"
