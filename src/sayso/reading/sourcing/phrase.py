"""What a source's words show by themselves: determiner, head, name, number. No parsing.

"The bank's chief executive, Ken Lewis, who took over in May" has the core "bank's chief
executive", the head "executive" and the apposition "Ken Lewis".
"""

import re
from collections.abc import Sequence

from msgspec import Struct

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

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\d[\d,.]*\d(?![\w-])|[^\W_]+(?:[.&'’-][^\W_]+)*['’]?|[,;:/()\[\]%$&]"
)
_EDGE = " \t\r\n,.;:—–-\"'“”‘’`()[]*"
_DOTTED = re.compile(r"\b(?:[A-Z]\.)+[A-Z]$")

_LONGEST_NAME = 5
"""Words that a person's name has at most: "Abu Omar al-Karim al-Tal"."""

_QUANTITY_REACH = 4
"""Words before the "of" of a quantity: "a large number of"."""


class Phrase(Struct, frozen=True, kw_only=True):
    """A source's words, taken apart.

    `core` is the noun phrase up to its first complement, without determiner, `rest` what follows;
    `head` is the core's last noun, lower case; `name` the proper name that ends the core, "" if
    none, and `role` the noun before it ("spokesman", "ministry"). `apposition` is a person's name
    set off behind. `pronoun` is set when a pronoun is the head.
    """

    text: str
    core: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    determiner: str = ""
    head: str = ""
    role: str = ""
    name: str = ""
    apposition: str = ""
    pronoun: str = ""
    quantified: bool = False

    @property
    def indefinite(self) -> bool:
        """Whether the phrase brings in somebody new: "a spokesman", "one resident"."""
        return self.determiner in grammar("indefinite")

    @property
    def definite(self) -> bool:
        """Whether the phrase points back or to something unique: "the release", "his aide"."""
        return self.determiner in grammar("definite") | grammar("possessive")

    @property
    def possessive(self) -> bool:
        """Whether the phrase belongs to somebody: "their projections", "Ford's report"."""
        owned = any(is_possessive(word) for word in self.core)
        return owned or self.determiner in grammar("possessive")


def parse(text: str) -> Phrase:
    """Take a source's words apart; "" gives an empty phrase."""
    clean = _DOTTED.sub(r"\g<0>.", " ".join(text.split()).strip(_EDGE))
    tokens = _TOKEN.findall(clean)
    while len(tokens) > 1 and (tokens[-1].lower() in grammar("trailing") or _adverb(tokens[-1])):
        tokens.pop()
    if not tokens:
        return Phrase(text=clean)
    pronoun = re.split("['’]", _small(tokens[0]))[0]
    if len(tokens) == 1 and pronoun in grammar("pronouns"):
        return Phrase(text=clean, pronoun=pronoun)
    quantity = _quantity_of(tokens)
    if quantity:
        inner = parse(" ".join(tokens[quantity:]))
        return Phrase(
            text=clean,
            core=inner.core,
            rest=inner.rest,
            determiner="the" if tokens[0].lower() == "the" else "",
            head=inner.head,
            quantified=True,
        )
    determiner, start = _determiner(tokens)
    body = tokens[start:]
    if not body or _small(body[0]) in grammar("ends_core"):
        return Phrase(text=clean, rest=tuple(body), pronoun=tokens[0].lower())
    return _noun_phrase(clean, tokens, determiner, body)


def _small(token: str) -> str:
    """Lower the case, but leave an acronym: "WHO" is no pronoun, "US" neither."""
    return token if token.isupper() and len(token) > 1 else token.lower()


def _noun_phrase(clean: str, tokens: list[str], determiner: str, body: list[str]) -> Phrase:
    cut = _core_end(body)
    core = tuple(token for token in body[:cut] if token not in "()[]")
    rest = tuple(body[cut:])
    role, name = _role_and_name(core)
    counted = any(_counts(token) for token in tokens[:3])
    return Phrase(
        text=clean,
        core=core,
        rest=rest,
        determiner=determiner,
        head=bare(core[-1]) if core else "",
        role=role,
        name=name,
        apposition=_apposition(rest) or _trailing_name(body),
        quantified=counted and determiner not in {"a", "an"},
    )


def _adverb(word: str) -> bool:
    noun = is_person(word) or word in terms("documents") or word in terms("media")
    return word.endswith("ly") and word.islower() and not noun


def _counts(token: str) -> bool:
    return bare(token) in grammar("quantity") or token[0].isdigit() or token == "%"


def _quantity_of(tokens: list[str]) -> int:
    """Index after "a lot of", "46 of the", "hundreds of"; 0 where there is no such beginning."""
    beginning = [token.lower() for token in tokens[: _QUANTITY_REACH + 1]]
    if "of" not in beginning[1:] or len(tokens) <= beginning.index("of") + 1:
        return 0
    at = beginning.index("of")
    counted = bare(tokens[at - 1]) in grammar("quantity_of") or _counts(tokens[at - 1])
    return at + 1 if counted else 0


def _determiner(tokens: list[str]) -> tuple[str, int]:
    at = 1 if len(tokens) > 1 and tokens[0].lower() in grammar("focus") else 0
    word = tokens[at].lower()
    known = grammar("indefinite") | grammar("definite") | grammar("possessive")
    return (word, at + 1) if word in known else ("", at)


def _core_end(body: list[str]) -> int:
    for index in range(1, len(body)):
        token = body[index]
        if token in {"of", "for"} and _joins_body(body, index):
            continue
        if token in ",;:/([" or _small(token) in grammar("ends_core"):
            return index
        if token.lower() in grammar("conjunctions") and index + 1 < len(body):
            if not (_joins_adjectives(body[index - 1]) or _joins_name(body, index)):
                return index
        elif _postmodifies(body, index):
            return index
    return len(body)


def _joins_body(body: list[str], index: int) -> bool:
    """Whether "of" is inside a body's name: "Bank of Velland", "Centers for Disease Control"."""
    follows = index + 1 < len(body) and is_capital(body[index + 1])
    return follows and is_capital(body[index - 1]) and is_body(body[index - 1])


def _postmodifies(body: list[str], index: int) -> bool:
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


def _joins_name(body: list[str], index: int) -> bool:
    """Whether "and" is inside one name: "the Food and Drug Administration"."""
    if body[index] == "&":
        return True
    after = body[index + 1 : index + 1 + _LONGEST_NAME]
    return (
        is_capital(body[index - 1])
        and is_capital(after[0])
        and any(is_body(token) for token in after if is_capital(token))
        and not any(is_body(token) for token in body[:index])
    )


def _role_and_name(core: tuple[str, ...]) -> tuple[str, str]:
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


def _apposition(rest: Sequence[str]) -> str:
    """Find a name set off by a comma: "a local doctor from Husaybah, Zahid Rawi"."""
    for index, token in enumerate(rest):
        if token != ",":
            continue
        run: list[str] = []
        for word in rest[index + 1 :]:
            if not (is_capital(word) or (run and word in grammar("links"))):
                break
            run.append(word)
        if run and len(run) <= _LONGEST_NAME:
            return " ".join(run)
    return ""


def _trailing_name(body: list[str]) -> str:
    """Find a person's name at the end of a long title: "Deputy Secretary of State Ana Bel".

    A name that a preposition governs is somebody else's: "a spokesman for Senator Ana Bel".
    """
    for index in range(max(1, len(body) - _LONGEST_NAME), len(body) - 1):
        rest = body[index:]
        if bare(body[index]) in terms("first_names") and all(is_capital(word) for word in rest):
            governed = any(word.lower() in grammar("ends_core") for word in body[:index])
            direct = is_title(body[index - 1]) or body[index - 1].lower() in grammar("ends_core")
            if not (governed and direct):
                return " ".join(rest)
    return ""
