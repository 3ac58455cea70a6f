"""The words of a mention, and where its head noun ends."""

from typing import NamedTuple

from sayso.reading.clauses import WORD
from sayso.reading.entities import lexicon
from sayso.reading.entities.lexicon import pronoun_set


class MentionWords(NamedTuple):
    """The words of a mention as written and in lower case; the head ends before `cut`."""

    text: str
    raw: list[str]
    low: list[str]
    cut: int


def mention_words(text: str) -> MentionWords:
    """Take the words of a mention apart."""
    raw = [found[0] for found in WORD.finditer(text)]
    low = [word.lower().replace("’", "'").removesuffix("'s").rstrip("'") for word in raw]
    return MentionWords(text, raw, low, _head_end(text, low))


def is_determiner(word: str) -> bool:
    """Whether a word, lower case, begins a noun phrase: "the", "a", "their"."""
    return (
        word in pronoun_set("definite") or word in ("a", "an") or word in pronoun_set("possessive")
    )


def _head_end(said: str, low: list[str]) -> int:
    """How many words go up to the head of the phrase."""
    stops = lexicon.words("heads", "after")
    comma = said.find(",")
    limit = len(WORD.findall(said[:comma])) if comma > 0 else len(low)
    for at in range(1, min(limit, len(low))):
        if low[at] in stops and not (at == 1 and is_determiner(low[0])):
            return at
    return max(1, min(limit, len(low)))
