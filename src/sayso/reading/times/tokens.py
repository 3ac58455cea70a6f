"""Text into tokens, each with one symbol, so that a grammar can be matched on the symbols.

Invariant: `symbols[i]` describes `text[starts[i]:ends[i]]`; a word no pattern speaks of is OTHER,
a blank line BREAK, the end of a sentence or a semicolon STOP.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from sayso.reading.times.lexicon import listed

OTHER, BREAK, STOP = "o", "|", "."

KINDS = {
    "small": "1",  # 1 to 12: an hour, a day, a number
    "hour": "2",  # 13 to 24
    "day": "3",  # 25 to 31
    "zero": "0",
    "integer": "N",
    "year": "Y",
    "four": "H",  # 0800
    "decimal": "D",
    "decade": "E",
    "short": "Q",  # '82
    "ordinal": "O",  # 1st to 31st
    "nth": "P",  # 51st
    "clock": "K",
    "iso": "I",
    "slashed": "S",
    "code": "R",  # 3Q
    "quarter": "R",  # Q3, H1
}

NUMERIC_CLASSES = {
    "HOUR": "012",
    "DAY": "123",
    "NUMBER": "0123NYHD",
    "NUMBERED": "123O",
    "YEAR": "Y",
    "SHORT_YEAR": "Q",
    "FOUR_DIGITS": "H",
    "ORDINAL_DIGITS": "O",
    "DECADE": "E",
    "CLOCK": "K",
    "ISO_DATE": "I",
    "SLASH_DATE": "S",
    "QUARTER_CODE": "R",
}

_TOKEN = re.compile(
    r"""
    (?P<meridiem>(?<![^\W\d])[ap]\.\s?m\b\.?)
    | (?P<quarter>(?:q[1-4]|h[12])(?!\w))
    | (?P<word>[^\W\d_]\w*)
    | (?P<break>\n[^\S\n]{0,40}\n\s{0,40})
    | (?<![\w$£€\#.'’`])(?:
        (?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?)
        | (?P<slashed>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d))
        | (?P<clock>\d{1,2}:\d\d(?::\d\d)?)
        | (?P<decade>(?:['’‘`]|\d\d)?\d0['’]?s)
        | (?P<ordinal>\d{1,3}(?:st|nd|rd|th))
        | (?P<short>['’‘`]\d\d)
        | (?P<decimal>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,9}\.\d{1,9}|\d{1,4}[ ]\d/\d)
        | (?P<code>[1-4]q)
        | (?P<integer>\d{1,9})
      )(?!\w)
    | (?<!\w)(?P<glued>\d{1,4})(?=(?:[ap]m|gmt|utc)(?!\w))
    | (?P<other>\w+)
    | (?P<mark>['’]s(?!\w)|[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


_STOPS = frozenset(".?!;")


class Tokens(NamedTuple):
    """Parallel lists over one text."""

    text: str
    starts: list[int]
    ends: list[int]
    symbols: str

    def word(self, index: int) -> str:
        """In small letters, with no full stop of an abbreviation; "" outside the text."""
        raw = self.raw(index).lower()
        return raw[:-1] if raw.endswith(".") and raw[:-1] in listed("abbreviated") else raw

    def raw(self, index: int) -> str:
        """As it stands in the text; "" outside it."""
        if not 0 <= index < len(self.starts):
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def span_text(self, first: int, last: int) -> str:
        """Tokens first to last (exclusive) in small letters, as they stand in the text."""
        return self.text[self.starts[first] : self.ends[last - 1]].lower() if first < last else ""


def lex(text: str, symbol_of: Mapping[str, str]) -> Tokens:
    """Tokens of `text`; `symbol_of` gives the symbols of the words and marks that matter."""
    capitalised, abbreviated = listed("capitalised"), listed("abbreviated")
    starts: list[int] = []
    ends: list[int] = []
    symbols: list[str] = []
    taken = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < taken:
            continue
        kind, raw = match.lastgroup or "", match.group()
        symbol = OTHER
        if kind != "word":
            symbol = _symbol(kind, raw, symbol_of)
        elif (word := raw.lower()) in symbol_of:
            if word not in capitalised or raw[0].isupper():
                symbol = symbol_of[word]
            if word in abbreviated and text.startswith(".", end):
                taken = end = end + 1
        starts.append(start)
        ends.append(end)
        symbols.append(symbol)
    return Tokens(text, starts, ends, "".join(symbols))


def _symbol(kind: str, raw: str, symbol_of: Mapping[str, str]) -> str:
    if kind == "mark":
        return STOP if raw in _STOPS else symbol_of.get(raw, OTHER)
    if kind == "meridiem":
        return symbol_of["p.m." if raw[0] in "pP" else "a.m."]
    return {"other": OTHER, "break": BREAK}.get(kind) or _numeric(kind, raw)


def _numeric(kind: str, raw: str) -> str:
    if kind == "ordinal":
        return KINDS["ordinal" if 1 <= int(raw[:-2]) <= 31 else "nth"]
    if kind not in ("integer", "glued"):
        return KINDS[kind]
    number = int(raw)
    if len(raw) == 4:
        return KINDS["year" if 1000 <= number < 2200 else "four"]
    if len(raw) > 2 or number > 31:
        return KINDS["integer"]
    bounds = ((0, "zero"), (12, "small"), (24, "hour"), (31, "day"))
    return KINDS[next(name for limit, name in bounds if number <= limit)]
