"""Which kinds of tie a word names."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import cast

from sayso import shipped
from sayso.records.vocabulary import RelationType


@lru_cache(maxsize=1 << 14)
def named(word: str) -> tuple[RelationType, ...]:
    """The types of tie that a lower-case word is a cue for."""
    return tuple(kind for kind, pattern in _patterns().items() if pattern.fullmatch(word))


@cache
def _patterns() -> Mapping[RelationType, re.Pattern[str]]:
    words: dict[str, list[str]] = shipped.table("sayso.reading.relations", "cues")
    return {
        cast("RelationType", kind): re.compile(
            "|".join(re.escape(word).replace(r"\*", "[a-z]*") for word in listed)
        )
        for kind, listed in words.items()
    }
