"""Words, and whether a stretch of them holds a clause rather than a phrase. No parsing."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso import shipped

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")

_SHORTEST_PAST = 5
"""Letters of the shortest regular past that counts: "ended", not "bed" or "sped"."""


@cache
def word_list(name: str) -> frozenset[str]:
    """Read the words of `data/NAME.txt`, lower case; `#` begins a comment."""
    return shipped.words("sayso.reading", f"data/{name}")


def words_of(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Find the words of `text[start:end]`; a hyphenated compound or an abbreviation is one."""
    return WORD.finditer(text, start, end)


def has_finite_verb(words: Sequence[str], *, before: str = "") -> bool:
    """Whether words in text order hold a finite verb, or a relative pronoun that calls for one.

    `before` is the word that precedes them in the text, "" at the start of a sentence.

    Recall before precision: a regular form in -ed counts unless the word before makes it a
    participle, so that a clause is rarely taken for a phrase.
    """
    known, relative = word_list("finite_verbs"), word_list("relative_words")
    participle = word_list("before_participles")
    before = before.lower()
    for index, raw in enumerate(words):
        word = raw.lower().replace("’", "'")
        if word in known or word.endswith("n't"):
            return True
        if word in relative and index + 2 < len(words):
            return True
        if _regular_past(word) and before and before not in participle:
            return True
        before = word
    return False


def _regular_past(word: str) -> bool:
    return (
        len(word) >= _SHORTEST_PAST and word.endswith("ed") and "-" not in word and word[-3] != "e"
    )
