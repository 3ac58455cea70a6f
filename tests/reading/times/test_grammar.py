import re

import pytest

from sayso.reading.times.grammar import compiled, phrases
from sayso.reading.times.lexicon import table
from sayso.reading.times.timex import READERS


def test_every_kind_of_phrase_has_a_reader_and_every_reader_a_phrase() -> None:
    assert set(compiled().kinds) == READERS.keys()


def test_every_rule_finds_what_it_needs_to_be_looked_at() -> None:
    """A run of words without a trigger is passed over, so a rule must not do without one."""
    trigger = compiled().trigger
    for name in ("MONTH", "WEEKDAY", "UNIT", "UNITS", "SEASON", "ADVERB_SET", "DAY_WORD"):
        for word in table("lexicon.toml")[name]:
            assert trigger.search(compiled().symbols[word]), word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the end of last year", ["the end of last year"]),
        ("October\n7", ["October\n7"]),
        ("October\n\n7 men", ["October"]),
        ("in Oct. 2023. Later", ["Oct. 2023"]),
        ("at 10 p.m. on Oct. 7", ["10 p.m.", "Oct. 7"]),
        ("mid-1996 and post-2003", ["mid-1996", "post-2003"]),
        ("a two-year-old truce", ["a two-year-old"]),
        ("nineteen ninety-six", ["nineteen ninety-six"]),
    ],
)
def test_phrases(text: str, found: list[str]) -> None:
    if text.startswith("October"):
        text = f"in {text}"
    spans = [(p.tokens.starts[p.first], p.tokens.ends[p.last - 1]) for p in phrases(text)]
    assert [text[start:end] for start, end in spans] == found


def test_repetition_is_bounded() -> None:
    """Else a hostile text could make matching cost more than its length."""
    source = table("grammar.toml")
    patterns = [
        source["prefix"],
        *source["parts"].values(),
        *(r["pattern"] for r in source["rule"]),
    ]
    assert not [pattern for pattern in patterns if re.search(r"[*+]|,\}", pattern)]
