"""Posts as the text gives them: "commander of the Harbour Brigade since 2020".

They are read from three places: the descriptions that coreference joined to a person ("the
Brigade's commander"), what stands before a name ("Brigade commander Idris Valo") and what follows
it between commas. A post has dates only where the words beside it say them.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.knowledge.actors.spelling import bare, titles
from sayso.knowledge.demonyms import lookup
from sayso.reading.entities.lexicon import listed, nouns, singular
from sayso.reading.entities.profiles import Profile
from sayso.reading.entities.shown import first_part, shown
from sayso.records.reading import Role

_AFTER_NAME = re.compile(
    r",\s+(?:who\s+(?:is|was)\s+)?((?:the|a|an|its|their|his|her)\s+)?"
    r"((?:[^,.;()\n]|\([^()\n]{1,60}\)){3,120})"
)
_OF = re.compile(r"\s+(?:of|for|at|in|to|with|on)\s+")
_POSSESSIVE = re.compile(
    r"^((?:(?!\s(?:of|for|at|in|to|with|on)\s).){2,80}?)(?:['’]s|(?<=s)['’])\s+"
)
_BRACKETS = re.compile(r"\s*\([^()]{0,80}\)")
_CLAUSE = re.compile(r"\s+(?:who|which|that|whose)\b|[,;(\n]")
_WHEN = re.compile(r",?\s+(?:since|from|until|between)\s+(?:\w+\s+)?\d{4}.*")
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+)?(\d{4})\b")
_SPAN = re.compile(
    r"(?:\bfrom\s+|\(\s*|\bbetween\s+)(?:\w+\s+)?(\d{4})"
    r"(?:\s+(?:to|until|and)\s+|\s*[-–]\s*)(?:\w+\s+)?(\d{4})\b"
)
_UNTIL = re.compile(r"\buntil\s+(?:\w+\s+)?(\d{4})\b")
_REACH = 60
"""Characters after a post in which its dates are looked for."""
_MOST = 6
"""Posts of one entity that are kept."""


def roles(text: str, members: Sequence[Profile]) -> tuple[Role, ...]:
    """The posts of a person, in text order, each once."""
    found: dict[str, Role] = {}
    for one in members:
        if one.kind == "pronoun" or one.number == "p":
            continue
        for role in _of_mention(text, one):
            known = found.get(role.title.lower())
            if known is None or (known.of is None and role.of is not None):
                found[role.title.lower()] = role
    return tuple(found.values())[:_MOST]


def _of_mention(text: str, one: Profile) -> Iterator[Role]:
    start, end = one.span
    said = text[start:end]
    if one.kind == "nominal":
        if role := read_role(said, text[end : end + _REACH]):
            yield role
        return
    before, comma, after = said.partition(",")
    if role := _before_name(before):
        yield role
    if comma and (role := read_role(after.strip(), text[end : end + _REACH])):
        yield role
    if not comma and (follows := _AFTER_NAME.match(text, end)):
        rest = text[follows.end() : follows.end() + _REACH]
        if role := read_role(follows[2], rest):
            yield role


def read_role(said: str, following: str = "") -> Role | None:
    """A post from a description; None where its head is no post."""
    bracketless = _BRACKETS.sub("", said).strip()
    phrase = _WHEN.sub("", re.split(_CLAUSE, bracketless, maxsplit=1)[0])
    owner = _POSSESSIVE.match(phrase)
    if owner:
        phrase = phrase[owner.end() :]
    head, *rest = _OF.split(bare(phrase), maxsplit=1)
    words = head.split()
    first = len(words)
    while first and _is_post(words[first - 1]):
        first -= 1
    title = " ".join(words[first:])
    if not title or not any(_is_head(word) for word in words[first:]):
        return None
    of = bare(rest[0]) if rest else bare(owner[1]) if owner else ""
    of = _POSSESSIVE.sub("", of) or _premodifier(words[:first])
    begin, end = _dates(f"{said} {following}")
    return Role(title=title, of=of or None, begin=begin, end=end)


def _before_name(said: str) -> Role | None:
    """The post in front of a name: "Brigade commander Idris Valo"."""
    name = shown(said, person=True)
    before = bare(first_part(said)).removesuffix(name).strip()
    return read_role(before) if before and name[:1].isupper() else None


def _is_post(word: str) -> bool:
    low = word.lower().strip(".,’'")
    return (
        _is_head(word)
        or low in listed("qualifiers")
        or (low in titles() and low not in listed("address"))
    )


def _is_head(word: str) -> bool:
    low = singular(word.lower().strip(".,’'"))
    noun = nouns().get(low)
    return (noun is not None and noun.sort == "person" and low in listed("posts")) or low in listed(
        "titles"
    )


def _premodifier(words: Sequence[str]) -> str:
    """What a post is of when it stands before it: "Iraqi", "Harbour Brigade"."""
    run: list[str] = []
    for word in reversed(words):
        if not (word[:1].isupper() or word[:1].isdigit()):
            break
        run.insert(0, word)
    said = " ".join(run)
    if known := lookup(said):
        return known.place
    nations = (known.place for word in words if (known := lookup(word)))
    return said or next(nations, "")


def _dates(said: str) -> tuple[str | None, str | None]:
    if span := _SPAN.search(said):
        return span[1], span[2]
    since, until = _SINCE.search(said), _UNTIL.search(said)
    return (since[1] if since else None), (until[1] if until else None)
