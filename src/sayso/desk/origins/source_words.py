"""What the words of a source tell by themselves: its name, walk of life, paper."""

import re

from msgspec.structs import replace

from sayso.desk.claims.words import folded
from sayso.desk.origins.listed import pattern, walks
from sayso.reading.sourcing.nouns import is_body, is_people, is_person
from sayso.records.reading import Attribution

_NEAR = 60
"""Characters behind an article in which the cue stands of a source that is cut short there."""

_RELATIVE = frozenset("who which that whose whom this what it they".split())
_APPOSED = re.compile(r",\s+[A-Z]")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def without_article(said: str) -> str:
    """Leave out the "the" that words begin with."""
    return _ARTICLE.sub("", said)


def mended(text: str, item: Attribution) -> Attribution:
    """An attribution whose source is more than an article: whole up to its cue."""
    start, end = item.source[0] if item.source else (0, 0)
    cue = min((begin for begin, _ in item.cue if begin > end), default=end)
    if text[start:end].lower() not in ("a", "an", "the") or not 0 < cue - end < _NEAR:
        return item
    return replace(item, source=((start, cue - 1), *item.source[1:]))


def core(said: str) -> str:
    """What somebody is, without where or whose: "the governor" for "the governor of Gao"."""
    return pattern("whereabouts").split(said, maxsplit=1)[0]


def without_holder(text: str, item: Attribution) -> Attribution:
    """An attribution to a document without who has it: "the log, which was shown to the Herald"."""
    start, end = item.source[0]
    held = pattern("held").search(text, start, end)
    if held is None or paper_of(text[start : held.start()]) is None:
        return item
    return replace(item, source=((start, held.start()),))


def is_one_of(said: str) -> bool:
    """Whether words describe some of a body without a name: "a former clerk of the Guard", "two
    Guard officers". Its spokesman is the body."""
    plain = label(said)
    if not pattern("some").match(plain) or _APPOSED.search(plain):
        return False
    head = core(plain).partition(",")[0].split()[-1].lower()
    return not head.startswith("spokes") and (is_person(head) or is_people(head))


def institution(described: str) -> str | None:
    """The noun of a body that is described and not named: "ministry" for "the health ministry"."""
    head = folded(core(label(described)).partition(",")[0].split()[-1])
    return head if is_body(head) and not is_person(head) else None


def tells_person(described: str) -> bool:
    """Whether a description is of a person or people, and not of a paper that they wrote."""
    words = [folded(word) for word in re.findall(r"[\w-]+", core(described))]
    return any(is_person(word) or is_people(word) for word in words)


def label(said: str) -> str:
    """What somebody is called, without the verb or the clause that a source's span runs on into."""
    plain = " ".join(said.split()).strip(" ,")
    return pattern("runs_on").sub("", plain) or plain


def is_relative(said: str) -> bool:
    """Whether a source is a pronoun that points back, or begins with "whose"."""
    words = said.split()
    return (
        bool(words) and (len(words) == 1 or words[0] == "whose") and folded(words[0]) in _RELATIVE
    )


def walks_of(described: str) -> frozenset[str]:
    """The walks of life that a description tells: a nurse's is medical."""
    words = (folded(word) for word in re.findall(r"[\w-]+", described))
    return frozenset(
        walks()[form]
        for word in words
        for form in (word, word.removesuffix("s"))
        if form in walks()
    )


def paper_of(said: str) -> str | None:
    """The noun for the document that somebody speaks through, if words name one."""
    found = pattern("paper").search(said)
    return folded(found[1]) if found else None
