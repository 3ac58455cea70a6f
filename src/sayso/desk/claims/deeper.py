"""Who says what inside what somebody else says: "told it", "blames X", "which denies it"."""

import re

from msgspec.structs import replace

from sayso.desk.claims.tags import SURE, rebuttal
from sayso.records.reading import Attribution
from sayso.records.text import Span

_TOLD = re.compile(
    r"(?P<source>(?:[Tt]he|an?|[A-Z])[^,;]{2,60}?)\s+(?:had |has )?(?P<cue>told|informed)\s+"
    r"(?:it|him|her|them|the \w+|[A-Z]\w+)\s+(?:that\s+)?(?=\w+\s+\w+\s+\w+)"
)
_BLAMED = re.compile(
    r"(?P<source>(?:(?:[Tt]he|an?) )?[\w’'-]+(?: [\w’'-]+){0,4}?) (?:has |have |had )?"
    r"(?P<cue>blam(?:e|es|ed)|accus(?:e|es|ed)) (?=\w+ \w+)"
)
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|disput\w*|rebut\w*)\b", re.IGNORECASE
)
_BLAMING = re.compile(r"\b(?:blam|accus)", re.IGNORECASE)


def deeper(text: str, span: Span, item: Attribution | None) -> tuple[Span, Attribution | None]:
    """What is told by whoever the source itself has it from: "that the mediator had told it X",
    "that the police blame X"."""
    said = text[slice(*span)]
    match = _TOLD.match(said) or _BLAMED.match(said) if item else None
    if match is None or item is None:
        return span, item
    source = (span[0] + match.start("source"), span[0] + match.end("source"))
    if any(_overlap(source, own) for own in item.source):
        return span, item
    told = (span[0] + match.end(), span[1])
    # What somebody is blamed for is no clause without who blames whom.
    kept = span if blames(match["cue"]) else told
    teller = replace(
        item,
        id=f"{item.id}/told",
        source=(source,),
        cue=((span[0] + match.start("cue"), span[0] + match.end("cue")),),
        content=(told,),
        source_kind="unspecified",
        named=False,
        source_entity=None,
        parent=item.id,
    )
    return kept, teller


def rebutted(text: str, span: Span, item: Attribution | None) -> Attribution | None:
    """The denial with which an accusation ends: "blame the Front, which denies it"."""
    match = rebuttal().search(text[slice(*span)])
    if match is None:
        return None
    cue = [text[start:end] for start, end in item.cue] if item else []
    if not any(map(blames, (match.string[: match.start()], *cue))):
        return None
    at = span[0]
    return Attribution(
        id=f"rebuttal{at + match.start('cue')}",
        source=((at + match.start("party"), at + match.end("party")),),
        cue=((at + match.start("cue"), at + match.end("cue")),),
        content=((at + match.start(), span[1]),),
        source_kind="unspecified",
        named=True,
        background=False,
        confidence=SURE,
    )


def blames(words: str) -> bool:
    """Whether words lay a deed at somebody's door: "blamed", "has accused"."""
    return bool(_BLAMING.search(words))


def denies(words: str) -> bool:
    """Whether words deny what they bring in: "denied", "has dismissed"."""
    return bool(_DENYING.search(words))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
