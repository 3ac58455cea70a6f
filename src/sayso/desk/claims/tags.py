"""The words of `data/tags.toml`: how a clause names its source where reading has marked none."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

SURE: Final = 0.4
"""Confidence below which an attribution is passed over: what it marks is the outlet's own."""


@cache
def _lists() -> Mapping[str, Any]:
    raw = files("sayso.desk.claims").joinpath("data/tags.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


@cache
def rebuttal() -> re.Pattern[str]:
    """What the accused says at the end of an accusation."""
    return re.compile(_lists()["rebuttal"])


@cache
def silence() -> re.Pattern[str]:
    """That somebody says nothing."""
    return re.compile(_lists()["silence"], re.IGNORECASE)


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """How sources are named, by the groups `source` and `cue`."""
    found = _lists()
    cues = "|".join(found["cues"])
    return tuple(
        re.compile(pattern.replace("CUES", cues).replace("NUMBER", found["number"]))
        for pattern in found["patterns"]
    )
