"""How much plain speech is found: what people are said to have said, quoted and all.

Of the gold attributions that have a source and a cue of plain speech (plain_speech.toml says
which), the share that the system found as a whole, as attributions.py decides it.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile
from pathlib import Path

from benchmarks.attributions import judge
from benchmarks.counts import Figure
from benchmarks.gold import Attribution, Pair
from sayso.records.text import Span

WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
QUOTATION = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")
"""A double quotation, which ends with its paragraph where nothing closes it."""


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def is_plain_speech(cue: str) -> bool:
    """Say whether a cue only says that somebody spoke."""
    lists = _lists()
    words = list(dropwhile(lists["before"].__contains__, WORDS.findall(cue.lower())))
    for length in (1, 2):
        if " ".join(words[:length]) in lists["speech"]:
            return len(words) == length or words[length] in lists["after"]
    return False


def quotations(text: str) -> list[Span]:
    """Find the stretches between double quotation marks, the marks included."""
    found = []
    for paragraph in re.finditer(r"[^\n]+", text):
        found += [
            (paragraph.start() + quotation.start(), paragraph.start() + quotation.end())
            for quotation in QUOTATION.finditer(paragraph[0])
        ]
    return found


def figures(pairs: Sequence[Pair]) -> list[Figure]:
    """Give the recall on quoted and on all plain speech."""
    found: dict[bool, list[bool]] = {True: [], False: []}
    for gold, system in pairs:
        judgement = judge(gold, system)
        quoted = quotations(gold.text)
        for index in sorted(judgement.asked):
            attribution = gold.attributions[index]
            if is_plain_speech(_cue_text(attribution, gold.text)):
                found[_starts_in(attribution, quoted)].append(index in judgement.found)
    return [
        _recall("quoted plain speech recall", found[True]),
        _recall("plain speech recall", found[True] + found[False]),
    ]


def _cue_text(attribution: Attribution, text: str) -> str:
    return " ".join(text[start:end] for start, end in attribution.cue)


def _starts_in(attribution: Attribution, quoted: Sequence[Span]) -> bool:
    first = min(start for start, _ in attribution.content)
    return any(start <= first < end for start, end in quoted)


def _recall(name: str, found: Sequence[bool]) -> Figure:
    return Figure(name, sum(found) / (len(found) or 1), f"of {len(found)}")
