"""`grammar.toml` compiled, and the phrases it finds in a text."""

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sayso.reading.times.almanac import day_names
from sayso.reading.times.lexicon import classes, code_of, number_of, table
from sayso.reading.times.numerals import NUMBER_WORDS
from sayso.reading.times.tokens import BREAK, NUMERIC_CLASSES, OTHER, STOP, Tokens, lex

# Prepositions after which "May" or "March" is a month; conjunctions join one to another.
_PREPOSITIONS = frozenset(
    "in of since by until till during before after from through for between to and or early mid "
    "late last next this each every".split()
)
_ORDINAL = frozenset({"ORDINAL", "DAY_ORDINAL"})
_PIECE = re.compile(
    r"\(\?<?[=!]|\((?P<group>[a-z_]+):|(?P<name>[A-Z_]+)|(?P<word>[a-z]+)|(?P<other>\S)"
)


class Phrase(NamedTuple):
    """A stretch of tokens that reads as a time. `parts` are token ranges by name; at `core` what
    may narrow it ("the end of") is over."""

    kind: str
    tokens: Tokens
    first: int
    core: int
    last: int
    parts: dict[str, tuple[int, int]]

    def get(self, name: str) -> str | None:
        """A part as written, in small letters, without an abbreviation's full stop."""
        found = self.parts.get(name)
        if found is None:
            return None
        first, last = found
        return self.tokens.word(first) if last - first == 1 else self.tokens.span_text(first, last)

    def number(self, name: str, *word_classes: str) -> int | None:
        """What the lexicon makes of a part; None if it is absent or not listed there."""
        return number_of(self.get(name), *word_classes)

    def code(self, name: str, *word_classes: str) -> str | None:
        """As `number`, where the class gives letters."""
        return code_of(self.get(name), *word_classes)

    def word_before(self, count: int = 1) -> str:
        """The word so many before the expression proper, in small letters."""
        return self.tokens.word(self.core - count)

    def word_after(self, count: int = 1) -> str:
        """The word so many after it."""
        return self.tokens.word(self.last + count - 1)


class Grammar(NamedTuple):
    """Patterns over symbols; rule i of `core` reads as a `kinds[i]`."""

    symbols: dict[str, str]
    trigger: re.Pattern[str]
    prefix: re.Pattern[str]
    core: re.Pattern[str]
    kinds: tuple[str, ...]


def phrases(text: str) -> Iterator[Phrase]:
    """Phrases in text order, none overlapping. Linear in the text."""
    grammar = compiled()
    tokens = lex(text, grammar.symbols)
    symbols = tokens.symbols
    for run in re.finditer(f"[^{re.escape(OTHER + BREAK + STOP)}]+", symbols):
        position, end = run.span()
        if not grammar.trigger.search(symbols, position, end):
            continue
        while position < end:
            found = _at(grammar, tokens, position)
            if found:
                yield found
            position = found.last if found else position + 1


def _at(grammar: Grammar, tokens: Tokens, position: int) -> Phrase | None:
    before = grammar.prefix.match(tokens.symbols, position)
    core = grammar.core.match(tokens.symbols, before.end()) if before else None
    if core is None or core.end() == position:
        before, core = None, grammar.core.match(tokens.symbols, position)
    if core is None or core.lastgroup is None:
        return None
    rule = int(core.lastgroup.removeprefix("rule__"))
    parts = _parts(core, rule) | (_parts(before, None) if before else {})
    return Phrase(grammar.kinds[rule], tokens, position, core.start(), core.end(), parts)


def _parts(match: re.Match[str], rule: int | None) -> dict[str, tuple[int, int]]:
    return {
        name: match.span(group)
        for name, group in _groups(match.re, rule)
        if match.start(group) >= 0
    }


@cache
def _groups(pattern: re.Pattern[str], rule: int | None) -> tuple[tuple[str, str], ...]:
    """Part names of a rule with their groups: a name may stand in several branches."""
    split = ((group, group.split("__")) for group in pattern.groupindex)
    return tuple((n[0], group) for group, n in split if len(n) == 3 and n[1] == str(rule))


@cache
def compiled() -> Grammar:
    """The grammar as two patterns over symbols: what may narrow a time, and the times."""
    source = table("grammar.toml")
    parts = dict(source["parts"], named_day="|".join(f"({name})" for name in day_names()))
    rules = [(rule["kind"], _expanded(rule["pattern"], parts)) for rule in source["rule"]]
    prefix = _expanded(source["prefix"], parts)
    trigger = _expanded(source["trigger"], parts)
    symbols = _symbols([trigger, prefix, *(pattern for _, pattern in rules)])
    core = "|".join(
        f"(?P<rule__{index}>{_compile(pattern, symbols, rule=index)})"
        for index, (_, pattern) in enumerate(rules)
    )
    return Grammar(
        symbols,
        re.compile(re.sub(r"\s", "", _compile(trigger, symbols, rule=None))),
        re.compile(_compile(prefix, symbols, rule=None)),
        re.compile(core),
        tuple(kind for kind, _ in rules),
    )


def _expanded(pattern: str, parts: dict[str, str]) -> str:
    while "<" in re.sub(r"\?<", "", pattern):
        pattern = re.sub(r"(?<!\?)<([a-z_]+)>", lambda m: f"({parts[m[1]]})", pattern)
    return pattern


def _symbols(patterns: list[str]) -> dict[str, str]:
    """One private-use character for each word and mark that a class or a pattern names."""
    words = {word for members in classes().values() for word in members} | set(NUMBER_WORDS)
    for pattern in patterns:
        words |= {m["word"] for m in _PIECE.finditer(pattern) if m["word"]}
    words |= _PREPOSITIONS
    return {word: chr(0xE000 + index) for index, word in enumerate(sorted(words))}


def _compile(pattern: str, symbols: dict[str, str], *, rule: int | None) -> str:
    count = itertools.count()

    def piece(match: re.Match[str]) -> str:
        if match["group"]:
            return f"(?P<{match['group']}__{rule}__{next(count)}>"
        if match["name"]:
            return _set(match["name"], symbols)
        if match["word"]:
            return symbols[match["word"]]
        return "(?:" if match.group() == "(" else match.group()

    return _PIECE.sub(piece, pattern).replace(" ", "")


def _set(name: str, symbols: dict[str, str]) -> str:
    if name in NUMERIC_CLASSES:
        return f"[{NUMERIC_CLASSES[name]}]"
    if name == "NUMBER_WORD":
        words = frozenset(NUMBER_WORDS)
    elif name == "PREPOSITION":
        words = _PREPOSITIONS
    else:
        words = classes()["WORD_ORDINAL" if name in _ORDINAL else name]
    members = "".join(symbols[word] for word in sorted(words))
    return f"[{members}{'O' if name in _ORDINAL else ''}{'P' if name == 'ORDINAL' else ''}]"
