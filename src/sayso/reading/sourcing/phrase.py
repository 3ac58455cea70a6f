"""What a source's words show by themselves: determiner, head, name, number. No parsing.

"The bank's chief executive, Ken Lewis, who took over in May" has the core "bank's chief
executive", the head "executive" and the apposition "Ken Lewis".
"""

import re

from msgspec import Struct

from sayso.reading.sourcing.lexicon import grammar, terms
from sayso.reading.sourcing.nouns import bare, is_person, is_possessive
from sayso.reading.sourcing.phrase_core import core_end, small
from sayso.reading.sourcing.phrase_names import apposition, role_and_name, trailing_name

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\d[\d,.]*\d(?![\w-])|[^\W_]+(?:[.&'’-][^\W_]+)*['’]?|[,;:/()\[\]%$&]"
)
_EDGE = " \t\r\n,.;:—–-\"'“”‘’`()[]*"
_DOTTED = re.compile(r"\b(?:[A-Z]\.)+[A-Z]$")

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
    pronoun = re.split("['’]", small(tokens[0]))[0]
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
    if not body or small(body[0]) in grammar("ends_core"):
        return Phrase(text=clean, rest=tuple(body), pronoun=tokens[0].lower())
    return _noun_phrase(clean, tokens, determiner, body)


def _noun_phrase(clean: str, tokens: list[str], determiner: str, body: list[str]) -> Phrase:
    cut = core_end(body)
    core = tuple(token for token in body[:cut] if token not in "()[]")
    rest = tuple(body[cut:])
    role, name = role_and_name(core)
    counted = any(_counts(token) for token in tokens[:3])
    return Phrase(
        text=clean,
        core=core,
        rest=rest,
        determiner=determiner,
        head=bare(core[-1]) if core else "",
        role=role,
        name=name,
        apposition=apposition(rest) or trailing_name(body),
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
