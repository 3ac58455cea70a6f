"""What the plain words of a clause make of it: "nobody", "may", "if", a question mark."""

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

from sayso import shipped
from sayso.reading.clauses import has_finite_verb, words_of
from sayso.reading.factuality.cues import under
from sayso.records.text import Span
from sayso.records.vocabulary import Factuality

MAIN_CLAUSE: Final = 8
"""Words from the start of a clause among which its main verb is looked for."""

AFTER_VERB: Final = 1
"""Words after the first finite verb that still belong to it: "had not left". Swept with the above
(4 to 20, 1 to 3) on the first predicate of each sentence of UW factuality train."""

_NEGATED: Final[Mapping[Factuality, Factuality]] = {"CT+": "CT-", "PR+": "PR-", "PS+": "PS-"}


class Plain(NamedTuple):
    """How sure a main clause is by its words, whether they negate it, and where the last of them
    ends: what they govern stands behind it."""

    level: Factuality
    negated: bool
    end: int


def plain(text: str, span: Span) -> Plain:
    """Read the words of a main clause up to its first finite verb."""
    words, closing = _lexicon()
    if "?" in text[span[1] - 1 : span[1] + 2]:
        return Plain("Uu", negated=False, end=span[0])
    level: Factuality = "CT+"
    negated, end = False, span[0]
    left, before = MAIN_CLAUSE, ""
    for number, match in enumerate(words_of(text, *span)):
        word = match.group().lower().replace("’", "'")
        if left <= 0 or (number and word in closing):
            break
        mark = words.get(word, "-" if word.endswith("n't") else None)
        if mark is not None:
            end = match.end()
        if mark == "-":
            negated = True
        elif mark is not None and level == "CT+":
            level = mark
        verb = has_finite_verb([word], before=before or word)
        left = min(left - 1, AFTER_VERB if verb else left - 1)
        before = word
    return Plain(level, negated, end)


def plainly(found: Plain, said: Factuality) -> Factuality:
    """What a predicate was taken for, as its clause's words leave it: no surer than they are, and
    negative where they negate it, however weakly that was seen."""
    if found.level == "Uu":
        return "Uu"
    if found.negated and not said.endswith("-"):
        return _NEGATED.get(found.level, found.level)
    return under(found.level, said)


@cache
def _lexicon() -> tuple[Mapping[str, Factuality | Literal["-"]], frozenset[str]]:
    """Each word with its level, or "-" where it negates; and the words that close a main clause."""
    data = shipped.table("sayso.reading.factuality", "plain")
    words = {word: level for level, listed in data["content"].items() for word in listed}
    return words, frozenset(data["scope"]["closes"])
