"""The source that a sentence names in plain words, where reading marked none: "..., people close to
the talks say", "..., according to the director, Ana Bel", "e-mails leaked to the Herald show"."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from msgspec.structs import replace

from sayso import shipped
from sayso.reading.intervals import meet
from sayso.reading.sourcing.nouns import is_body, is_people, is_person
from sayso.records.reading import Analysis, Attribution

_SURE: Final = 0.4
"""Confidence of what is read here: enough to count as an attribution."""

_NOUN_WITHIN: Final = 4
"""Words of a source among which the noun stands that tells who it is."""


def plainly(analysis: Analysis, sentence: int) -> Attribution | None:
    """Whom a sentence, by its number, or the one behind it names as the source of what it says."""
    inside = (analysis.sentences or ())[sentence : sentence + 2]
    if not inside:
        return None
    own = _in_sentence(analysis, inside[0].start, inside[0].end)
    if own or len(inside) == 1:
        return own
    match = _behind().search(analysis.text[inside[1].start : inside[1].end])
    return _attribution(analysis, match, inside[1].start) if match else None


def _in_sentence(analysis: Analysis, start: int, end: int) -> Attribution | None:
    said = analysis.text[start:end].rstrip().rstrip(".")
    for each in _patterns():
        match = each.search(said)
        if (
            match
            and not re.search(_list()["opening"], match["told"])
            and not re.search(_list()["own_report"], match["source"])
            and not re.search(_list()["no_source"], match["source"])
            and _is_somebody(match["source"])
        ):
            return _attribution(analysis, match, start)
    return None


def _is_somebody(source: str) -> bool:
    """Whether words are a name, a person's role, people, a body or a document."""
    if re.search(r"(?:^|^[Tt]he\s|,\s)[A-Z][\w’'-]+", source) or _paper().search(source):
        return True
    nouns = [word.lower() for word in re.findall(r"[\w-]+", source)[:_NOUN_WITHIN]]
    return any(is_person(noun) or is_people(noun) or is_body(noun) for noun in nouns)


def _attribution(analysis: Analysis, match: re.Match[str], start: int) -> Attribution:
    """What a match says, with what reading knows of the source where it marked it too."""
    source = (start + match.start("source"), start + match.end("source"))
    cue = (start + match.start("cue"), start + match.end("cue"))
    marked = next(
        (i for i in analysis.attributions or () if any(meet(source, span) for span in i.source)),
        None,
    )
    if marked:
        return replace(marked, source=(source,), cue=(cue,))
    return Attribution(
        id=f"plain{source[0]}",
        source=(source,),
        cue=(cue,),
        content=((start, start + match.end()),),
        source_kind="document" if _paper().search(match["source"]) else "unspecified",
        named=bool(re.search(r"[A-Z]", match["source"][1:])),
        background=False,
        confidence=_SURE,
    )


@cache
def _list() -> Mapping[str, str]:
    return {
        name: each.replace("\n", "") if isinstance(each, str) else "\n".join(each)
        for name, each in shipped.table("sayso.desk.origins", "data/plainly").items()
    }


def _filled(said: str) -> re.Pattern[str]:
    return re.compile(
        re.sub(r"\b(?:CUES|SOURCE|PAPER|HELD|SHOWS)\b", lambda name: _list()[name[0].lower()], said)
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(_filled, _list()["patterns"].split("\n")))


@cache
def _behind() -> re.Pattern[str]:
    return _filled(f"(?i){_list()['behind']}")


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{_list()['paper']}\b")
